import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

const run = promisify(execFile);
const rights = process.getuid() === 0 ? [] : ["--user", "--map-current-user", "--keep-caps"];
const inside = "REMISE_OWN_NETWORK";

/// Goes on in a network of its own, where the machine allows one; else says so, and there are no cables.
export function enterOwnNetwork() {
  if (process.env[inside]) return true;
  if (spawnSync("unshare", [...rights, "--net", "ip", "link", "add", "cable", "type", "veth"]).status !== 0) return false;
  const again = ["setpriv", "--pdeathsig", "KILL", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
  const { status } = spawnSync("unshare", [...rights, "--net", ...again, process.execPath, ...process.argv.slice(1)],
    { stdio: "inherit", env: { ...process.env, [inside]: "yes" } });
  process.exit(status ?? 1);
}

/// Between a terminal and the socket in the wall: a network namespace and a pair of interfaces. Unplugged, packets are
/// lost without a word; what was under way goes on when it is plugged in again, if nobody has given up.
export class Cable {
  static async lay(number) {
    const cable = new Cable();
    cable.wall = `wall${number}`;
    cable.address = `10.77.${number}.1`;
    cable.room = spawn("unshare", ["--net", "sh", "-c", "echo there && exec cat"], { stdio: ["pipe", "pipe", "inherit"] });
    await once(cable.room.stdout, "data");
    cable.into = ["nsenter", `--net=/proc/${cable.room.pid}/ns/net`];
    await run("ip", ["link", "add", cable.wall, "type", "veth", "peer", "name", "plug", "netns", `${cable.room.pid}`]);
    await run("ip", ["address", "add", `${cable.address}/24`, "dev", cable.wall]);
    await cable.plugIn();
    await cable.inRoom("ip", "address", "add", `10.77.${number}.2/24`, "dev", "plug");
    await cable.inRoom("ip", "link", "set", "plug", "up");
    return cable;
  }

  inRoom(...command) {
    const [first, ...rest] = [...this.into, ...command];
    return run(first, rest);
  }

  unplug() {
    return run("ip", ["link", "set", this.wall, "down"]);
  }

  plugIn() {
    return run("ip", ["link", "set", this.wall, "up"]);
  }

  close() {
    this.room.stdin.end();
  }
}
