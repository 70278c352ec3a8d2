import { setTimeout as pause } from "node:timers/promises";

/// Everything that goes wrong in a workshop's machine room, each in its own way and for a moment. A trouble returns
/// when it is over; what it ended is started again by who keeps it.
const kinds = [
  { name: "terminal killed", weight: 6, needs: "terminal", async run({ terminal }) { return terminal.end("SIGKILL"); } },
  { name: "server killed", weight: 4, needs: "server", async run({ server, clock }) { clock.begin(this.name); return server.end("SIGKILL"); } },
  { name: "server stopped", weight: 2, needs: "server", async run({ server }) { return server.end("SIGTERM"); } },
  {
    name: "database killed", weight: 4,
    async run({ house, clock }) {
      clock.begin(this.name);
      return killDatabase(house);
    },
  },
  {
    name: "server and database killed", weight: 3, needs: "server",
    async run({ house, server, clock }) {
      clock.begin(this.name);
      const database = killDatabase(house);
      const isKilled = server.end("SIGKILL");
      return (await database) && isKilled;
    },
  },
  {
    name: "database stalled", weight: 3,
    async run({ house, chance }) {
      return stall(await house.databaseProcess(), chance.between(100, 2500));
    },
  },
  { name: "server stalled", weight: 2, needs: "server", async run({ server, chance }) { return stall(server.process, chance.between(100, 2500)); } },
  { name: "terminal stalled", weight: 1, needs: "terminal", async run({ terminal, chance }) { return stall(terminal.process, chance.between(100, 2500)); } },
  {
    name: "network cut", weight: 8, needs: "wire",
    async run({ wire, chance }) {
      wire.cutNow();
      await pause(chance.between(50, 6000));
      wire.mend();
    },
  },
  {
    name: "network cut for all", weight: 2,
    async run({ wires, chance }) {
      for (const wire of wires) wire.cutNow();
      await pause(chance.between(50, 3000));
      for (const wire of wires) wire.mend();
    },
  },
  {
    name: "cable unplugged", weight: 4, needs: "cable",
    async run({ cable, chance }) {
      await cable.unplug();
      await pause(chance.between(100, 6000));
      await cable.plugIn();
    },
  },
  {
    name: "network silent", weight: 3, needs: "wire",
    async run({ wire, chance }) {
      wire.silent = true;
      await pause(chance.between(200, 6000));
      wire.cutNow(); // what was swallowed stays swallowed
      wire.mend();
    },
  },
  {
    name: "network slow", weight: 3, needs: "wire",
    async run({ wire, chance }) {
      wire.delay = chance.between(50, 1500);
      await pause(chance.between(500, 5000));
      wire.mend();
    },
  },
];

async function killDatabase(house) {
  if (house.database) return house.database.end("SIGKILL");
  return kill(await house.databaseProcess(), "SIGKILL");
}

async function stall(process, milliseconds) {
  if (!kill(process, "SIGSTOP")) return false;
  await pause(milliseconds);
  kill(process, "SIGCONT");
  return true;
}

/// False when it is gone already.
function kill(number, signal) {
  try {
    return Boolean(number) && process.kill(number, signal);
  } catch (gone) {
    if (gone.code !== "ESRCH") throw gone;
    return false;
  }
}

/// How long nothing could be accepted after a kind of kill: from the kill to the next answer of a server.
export class Clock {
  constructor(model) {
    this.stalls = {};
    this.open = [];
    model.whenAnswered = (now) => {
      for (const { kind, since } of this.open.splice(0)) (this.stalls[kind] ??= []).push(now - since);
    };
  }

  begin(kind) {
    this.open.push({ kind, since: Date.now() });
  }
}

export class Troubles {
  constructor(house, wires, clock, chance) {
    Object.assign(this, { house, wires, clock, chance });
    this.counts = Object.fromEntries(kinds.map((kind) => [kind.name, 0]));
    this.busy = new Set();
  }

  /// One after another, some overlapping, until `end`; `rest` is the mean pause in milliseconds.
  async rage(end, rest) {
    const running = new Set();
    while (Date.now() < end) {
      await pause(-Math.log(1 - this.chance.number()) * rest);
      const trouble = this.one().finally(() => running.delete(trouble));
      running.add(trouble);
    }
    await Promise.all(running);
  }

  /// Whoever has a trouble already is left alone: a wire that is mended early would make the other's a lie.
  async one() {
    const { house, wires, clock, chance } = this;
    const kind = chance.weighted(kinds);
    const among = { terminal: house.terminals, server: house.servers, wire: wires, cable: house.cables }[kind.needs];
    if (among?.length === 0) return;
    const victim = among && chance.oneOf(among);
    const marks = victim ? [victim] : kind.name === "network cut for all" ? wires : [house];
    if (kind.name === "server and database killed") marks.push(house);
    if (marks.some((mark) => this.busy.has(mark))) return;
    for (const mark of marks) this.busy.add(mark);
    try {
      const happened = await kind.run({ house, wires, clock, chance, [kind.needs]: victim });
      if (happened !== false) ++this.counts[kind.name];
    } finally {
      for (const mark of marks) this.busy.delete(mark);
    }
  }

  total() {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }
}
