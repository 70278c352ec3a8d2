// The machine that kills: terminals with real outboxes work through real procedures, while processes are killed and
// stopped, the network is cut, delayed and doubled. At the end everything that anybody was told must be true.
// docs/reliability.md says what is promised; `--seed` repeats a run's troubles.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inventory, serial, driveSerial } from "../browser/laptop.mjs";
import { until } from "../browser/waiting.mjs";
import { Cable, enterOwnNetwork } from "./cable.mjs";
import { Chance } from "./chance.mjs";
import { check, readJournals } from "./check.mjs";
import { House } from "./house.mjs";
import { Model } from "./model.mjs";
import { Clock, Troubles } from "./trouble.mjs";
import { Wire } from "./wire.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: `${Date.now() % 1_000_000}` },
    servers: { type: "string", default: "1" },
    terminals: { type: "string", default: "4" },
    rest: { type: "string", default: "900" }, // milliseconds between troubles, on average
    sabotage: { type: "boolean", default: false }, // one stored command is deleted: the check must find that out
  },
});
const hasCables = enterOwnNetwork();
const seconds = Number(options.seconds), seed = Number(options.seed);
const say = (text) => console.log(text);
say(`campaign: --seed ${seed} --seconds ${seconds} --servers ${options.servers} --terminals ${options.terminals}`);
if (!hasCables) say("campaign: this machine gives no network namespaces: no cables are unplugged");

const house = new House(Number(options.servers));
const model = new Model();
const clock = new Clock(model);
const chance = new Chance(seed);
let status = 1;
try {
  await house.open();
  const wires = await openTerminals(Number(options.terminals));
  const gardener = keepUnitsComing();
  await until("the first command of every terminal", () => house.terminals.every((one) => one.last?.told > 0), 120);
  model.lastAnswer = Date.now();
  model.longestStall = 0;

  const troubles = new Troubles(house, wires, clock, chance);
  for (const wire of wires) Object.assign(wire, { losesAnswers: 0.02, duplicates: 0.03, repeats: 0.02 });
  await troubles.rage(Date.now() + seconds * 1000, Number(options.rest));
  say("campaign: the troubles are over");
  await settle(wires);
  gardener.stop();

  const gone = options.sabotage ? await deleteOne() : undefined;
  const faults = await check(house, model);
  report(troubles, wires);
  for (const fault of faults.slice(0, 50)) say(`BROKEN ${fault}`);
  say(faults.length ? `campaign: ${faults.length} promises broken; repeat with --seed ${seed}` : "campaign: every promise kept");
  const isRight = gone ? faults.some((fault) => fault.includes(gone)) : faults.length === 0;
  status = isRight ? 0 : 1;
} finally {
  if (status && process.env.REMISE_KEEP) say(`campaign: left in ${house.folder}`);
  else await house.close();
}
process.exit(status);

async function openTerminals(count) {
  const wires = [];
  const leader = await house.worker("leader");
  const people = [leader];
  for (let i = 0; i < count + 1; ++i) people.push(await house.worker("worker"));
  await house.writePool([]);
  const { locations } = await (await fetch(`${house.servers[0].url}/api/v1/locations`,
    { headers: { Authorization: `Bearer ${house.demo.terminal_token}` } })).json();
  const shelf = locations[0].code;
  for (let i = 0; i < count; ++i) {
    const own = new Chance(seed * 1000 + i);
    // A terminal goes to the first server that seems alive, another at random when there are several.
    const wire = new Wire(model, own, () => own.oneOf(alive()).url);
    const cable = hasCables ? await Cable.lay(i) : undefined;
    if (cable) house.cables.push(cable);
    await wire.open(cable?.address);
    wires.push(wire);
    const folder = join(house.folder, `terminal-${i}`);
    await mkdir(folder);
    const code = (await house.admin("enrol-terminal", "--site", house.site)).trim();
    const terminal = house.addTerminal(`terminal ${i}`, folder, cable?.into ?? [], ["--server", wire.url, "--enrol", code, "--pool",
      join(house.folder, "units.txt"), "--seed", `${seed * 1000 + i}`, "--procedures", house.procedures,
      "--badge", people[1 + i].badge, "--badge", people[2 + i].badge, "--second", `${leader.badge}:${leader.pin}`,
      "--shelf", shelf]);
    terminal.whenSaid = lines((line) => {
      if (line.startsWith("{")) terminal.last = JSON.parse(line);
    });
  }
  return wires;
}

/// A command that a screen has called done, gone behind everybody's back: its id.
async function deleteOne() {
  const id = (await readJournals(house)).filter(({ what }) => what === "done").at(-1).id;
  await house.ask(`DELETE FROM command WHERE id = X'${id.replaceAll("-", "")}'`);
  return id;
}

function alive() {
  const running = house.servers.filter((one) => !one.hasEnded);
  return running.length ? running : house.servers;
}

function lines(take) {
  let rest = "";
  return (text) => {
    const whole = (rest + text).split("\n");
    rest = whole.pop();
    whole.forEach(take);
  };
}

/// Gives the terminals units to scan: all that exist. A machine that was received is described by its own inventory.
function keepUnitsComing() {
  const described = new Set();
  let stopped = false;
  const ask = (path, init = {}) => fetch(alive()[0].url + path, {
    ...init, headers: { Authorization: `Bearer ${house.demo.terminal_token}`, ...init.headers }, signal: AbortSignal.timeout(5000),
  });
  const look = async () => {
    const codes = [];
    for (const stage of ["received", "in_work", "controlled", "in_stock", "blocked"]) {
      const found = await (await ask(`/api/v1/units?stage=${stage}&limit=500`)).json();
      for (const unit of found.units) {
        codes.push(unit.code);
        if (unit.stage === "in_work" && unit.next === "erase" && !described.has(unit.code)) await describe(unit.code);
      }
    }
    await house.writePool(codes.slice(-150));
  };
  const describe = async (unit) => {
    const number = `${described.size}`.padStart(5, "0");
    const about = new URLSearchParams({ unit, command: crypto.randomUUID(), worker: house.demo.workers[0].badge });
    const body = inventory.replace(serial, `CAMPAIGN${number}`).replace(driveSerial, `DRIVE${number}`)
      .replace("5231", number.slice(-4));
    await ask(`/api/v1/inventories?${about}`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    described.add(unit);
  };
  const run = async () => {
    while (!stopped) {
      await look().catch(() => {}); // the servers are being killed: the next look finds what this one missed
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };
  run();
  return { stop: () => (stopped = true) };
}

/// Peace: everybody sends what is still kept.
async function settle(wires) {
  for (const wire of wires) {
    wire.mend();
    Object.assign(wire, { losesAnswers: 0, duplicates: 0, repeats: 0 });
  }
  await until("everything to have started again", () => house.kept().every((one) => one.asked.size === 0), 60);
  for (const server of house.servers) await until(() => `${server.name} ready: ${server.said}`, () => house.isReady(server), 60);
  const rest = () => house.terminals.forEach((terminal) => terminal.child.stdin.write("rest\n"));
  rest();
  await until(() => `empty outboxes: ${JSON.stringify(house.terminals.map((one) => one.last))}`,
    () => house.terminals.every((one) => one.last?.resting && one.last.waiting === 0) || rest(), 180);
}

function report(troubles, wires) {
  const { commands, sends, unknown, recovered } = model.count();
  say(`commands ${commands}, sent ${sends} times (${sends - commands} retries)`);
  say(`outcomes unknown for a while ${unknown}, recovered by their id ${recovered}`);
  for (const [kind, count] of Object.entries(troubles.counts)) {
    const stalls = (clock.stalls[kind] ?? []).sort((a, b) => a - b);
    const stall = stalls.length ? `; next answer after ${stalls[stalls.length >> 1]} ms (median), ${stalls.at(-1)} ms (longest)` : "";
    say(`${kind} ${count}${stall}`);
  }
  const sum = (name) => wires.reduce((total, wire) => total + wire.counts[name], 0);
  say(`answers lost ${sum("lostAnswers")}, requests doubled ${sum("duplicates")}, sent again late ${sum("repeats")}`);
  say(`troubles in all ${troubles.total() + sum("lostAnswers")}, longest stall ${model.longestStall} ms`);
}
