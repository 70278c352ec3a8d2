import { randomUUID } from "node:crypto";

/// What tools say about the laptop of the journey.

export const serial = "PF1JRN26", driveSerial = "S3ZJNB0K426011", driveModel = "MZVLB512HAJQ-000L7";

/// A GLPI agent's inventory (github.com/glpi-project/inventory_format).
export const inventory = JSON.stringify({
  action: "inventory",
  deviceid: "atelier-2026-11-22-08-00-00",
  itemtype: "Computer",
  content: {
    versionclient: "GLPI-Agent_v1.11",
    hardware: { name: "atelier", chassis_type: "Notebook", memory: 16384, uuid: "4c4c4544-0036-3410-8048-b4c04f4a5231" },
    bios: { smanufacturer: "LENOVO", smodel: "ThinkPad T490", ssn: serial },
    cpus: [{ name: "Intel(R) Core(TM) i5-8365U CPU @ 1.60GHz", manufacturer: "Intel", core: 4, thread: 8, speed: 1600 }],
    memories: [{ capacity: 16384, type: "DDR4", speed: "2666", numslots: 1 }],
    storages: [{
      name: "nvme0n1", type: "disk", description: "NVMe", manufacturer: "Samsung", model: driveModel,
      serial: driveSerial, disksize: 512110,
    }],
    batteries: [{ name: "01AV464", manufacturer: "SMP", chemistry: "lithium-polymer", capacity: 57000, real_capacity: 51870 }],
  },
});

const bytes = 512110190592;

/// nwipe 0.34's log of one pass of zeros on that drive.
export const wipeLog = `\
[2026/11/22 08:10:02]  notice: Found /dev/nvme0n1, NVME, ${driveModel}, 512 GB, S/N=${driveSerial}
[2026/11/22 08:10:02]  notice: Program options are set as follows...
[2026/11/22 08:10:02]  notice:   banner   = nwipe 0.34
[2026/11/22 08:10:02]  notice:   method   = Fill With Zeros
[2026/11/22 08:10:02]  notice:   rounds   = 1
[2026/11/22 08:10:02]  notice:   verify   = 1 (last pass)
[2026/11/22 08:10:02]  notice: /dev/nvme0n1, sect/blk/dev 512/4096/${bytes}
[2026/11/22 08:10:02]  notice: Invoking method 'Fill With Zeros' on /dev/nvme0n1
[2026/11/22 08:10:02]  notice: Starting round 1 of 1 on /dev/nvme0n1
[2026/11/22 08:10:02]  notice: Starting pass 1/1, round 1/1, on /dev/nvme0n1
[2026/11/22 08:16:40]  notice: ${bytes} bytes written to /dev/nvme0n1
[2026/11/22 08:16:40]  notice: Verifying pass 1 of 1, round 1 of 1, on /dev/nvme0n1
[2026/11/22 08:22:11]  notice: ${bytes} bytes read from /dev/nvme0n1
[2026/11/22 08:22:11]  notice: Verified pass 1 of 1, round 1 of 1, on '/dev/nvme0n1'.
[2026/11/22 08:22:11]  notice: Finished pass 1/1, round 1/1, on /dev/nvme0n1
[2026/11/22 08:22:11]  notice: Finished final round 1 of 1 on /dev/nvme0n1

******************************** Error Summary *********************************
!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors
--------------------------------------------------------------------------------
   nvme0n1 |           0 |                    0 |                    0
********************************************************************************

********************************* Drive Status *********************************
!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number
--------------------------------------------------------------------------------
   nvme0n1 | Erased | 1412 MB/s| 00:12:09 | ${driveModel}/${driveSerial}
--------------------------------------------------------------------------------
[2026/11/22 08:22:11] Total Throughput 1412 MB/s, Fill With Zeros, 1R+NB+VL
********************************************************************************

[2026/11/22 08:22:11]    info: Nwipe successfully completed. See summary table for details.
`;

/// The workbench's report of that drive: overwritten, and then read whole.
export function erasureReport(job) {
  const began = Date.now();
  const after = (minutes) => new Date(began + minutes * 60_000).toISOString();
  const verification = {
    method: "full_read", started_at: after(10), ended_at: after(15),
    bytes_read: bytes, places: 0, expected: "random", mismatches: 0, unreadable: 0,
  };
  const step = {
    method: "overwrite_random", started_at: after(0), ended_at: after(9),
    bytes, errors: 0, result: "done",
  };
  return {
    format: "remise-erasure-1", report: randomUUID(), job, tool: "remise-workbench", version: "0.1.0",
    machine: { maker: "LENOVO", model: "ThinkPad T490", serial },
    started_at: after(0), ended_at: after(15),
    drives: [{
      device: "/dev/nvme0n1", serial: driveSerial, model: driveModel, firmware: "EXA7301Q", bytes, sector: 512,
      medium: "nvme", outcome: "erased", reason: "", level: "clear", bad_sectors: 0, steps: [step], verification,
    }],
  };
}

/// Its report of reading that drive once more, and writing nothing.
export function checkReport(job) {
  const report = erasureReport(job);
  const [{ level, ...drive }] = report.drives;
  return { ...report, format: "remise-verification-1", drives: [{ ...drive, outcome: "verified", steps: [] }] };
}
