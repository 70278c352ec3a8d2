import assert from "node:assert/strict";
import { Site } from "./site.mjs";
import * as station from "./stations.mjs";
import { pictureFile, story } from "./story.mjs";
import { Terminal } from "./terminal.mjs";
import { UsbPrinter } from "./usb.mjs";

const lot = "LOT-2026-31";
let site, printer, terminal;

/// The code on label number `n`, as a scanner reads it.
async function codeOn(n) {
  const barcodes = await printer.read(n);
  const address = barcodes.find((text) => text.startsWith(`${site.url}/u/`));
  assert.ok(address, `label ${n} reads ${barcodes}`);
  return address.split("/").at(-1);
}

/// Its label is scanned back, and the machine is in the ledger under its code.
async function isReceivedAs(code) {
  await terminal.scan(`${site.url}/u/${code}`);
  await terminal.shows("the result", (view) => view.card === "result" && view.layout === "result");
  const { stage, events } = await site.ask(`/api/v1/units/${code}`);
  assert.equal(stage, "received");
  assert.deepEqual(events.map(({ kind }) => kind), ["receive"]);
}

/// The next machine of the lot, up to its label.
async function nextMachine() {
  await terminal.touch("Machine suivante");
  await station.sayWhatItIs(terminal);
}

story("the reception prints on a USB printer, and has each label scanned back", async (step) => {
  await step("a terminal starts while its printer is away, and a worker signs in by scan", async () => {
    site = await Site.open();
    printer = await UsbPrinter.open();
    terminal = await Terminal.open(site, printer);
    const [worker] = site.workersAs("worker");
    await terminal.scan(worker.badge);
    await terminal.shows(worker.name, (view) => view.screen === "stations" && view.worker === worker.name);
    await terminal.touch("Réception");
  });

  await step("without a printer the screen says so; plugged in, it goes on by itself", async () => {
    await station.sayWhereItIsFrom(terminal, lot);
    await terminal.refuses("printer_away");
    await terminal.picture(pictureFile("printer-away"));
    await printer.befalls("plug=0");
    await terminal.answer("print", "C'est bon"); // the first label of the day is looked at before
    await terminal.at("scan_back");
    await terminal.picture(pictureFile("printer-scan-back"));
    await isReceivedAs(await codeOn(1));
  });

  await step("with the roll empty the screen says so; refilled, it prints by itself", async () => {
    await printer.befalls("paper=out");
    await nextMachine();
    await terminal.refuses("printer_no_media");
    await terminal.picture(pictureFile("printer-no-media"));
    assert.equal((await printer.labels()).length, 1);
    await printer.befalls("paper=ready");
    await terminal.at("scan_back");
    await isReceivedAs(await codeOn(2));
  });

  await step("unplugged before a label's end, it prints that label once when it is back", async () => {
    await printer.befalls("unplug=400");
    await nextMachine();
    await terminal.refuses("printer_away");
    await printer.befalls("plug=0");
    await terminal.at("scan_back");
    await isReceivedAs(await codeOn(3));
  });

  await step("unplugged at a label's end, it leaves a doubt, which the label ends when it is scanned", async () => {
    await printer.befalls("unplug=^XZ");
    await nextMachine();
    const { refusal_text: words } = await terminal.refuses("label_in_doubt");
    await terminal.picture(pictureFile("printer-in-doubt"));
    const code = await codeOn(4);
    assert.match(words, new RegExp(code.replace(/(.{4})(.{4})/, "$1\u00a0$2")));
    await printer.befalls("plug=0");
    await isReceivedAs(code);
  });

  await step("a doubtful label that is nowhere is destroyed in words, and one with another code comes out", async () => {
    await printer.befalls("unplug=^XZ");
    await nextMachine();
    await terminal.refuses("label_in_doubt");
    await printer.befalls("plug=0");
    const lost = await codeOn(5);
    await terminal.touch("J'ai compris");
    await terminal.shows("what can be done", (view) => view.layout === "scan");
    await terminal.picture(pictureFile("printer-destroyed"));
    await terminal.touch("Elle est ratée\u00a0: je l'ai déchirée");
    const code = await codeOn(6);
    assert.notEqual(code, lost);
    await terminal.at("scan_back");
    await terminal.scan(`${site.url}/u/${lost}`);
    await terminal.refuses("other_label");
    await isReceivedAs(code);
    assert.equal(new Set(await Promise.all([1, 2, 3, 4, 5, 6].map(codeOn))).size, 6, "no code came out twice");
    await site.verify();
  });
}, async (broken) => {
  if (terminal) {
    if (broken) await terminal.picture(pictureFile("failed-printing")).catch(() => {});
    await terminal.close();
  }
  await printer?.close();
  await site?.close();
});
