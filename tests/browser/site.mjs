import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, run, start, stop } from "./processes.mjs";
import { until } from "./waiting.mjs";

/// The demo site in a folder of its own: server, private database, people.
export class Site {
  static async open() {
    const site = new Site();
    site.folder = await mkdtemp(join(tmpdir(), "remise-journey-"));
    site.server = start(program("remise-server"), ["--data", site.folder, "--port", "0", "--demo"]);
    const saysWhere = () => /^remise-server: (http\S+)$/m.exec(site.server.said);
    [, site.url] = await until(() => `the server's address: ${site.server.said}`, () => {
      if (site.server.hasEnded()) throw new Error(`The server ended: ${site.server.said}`);
      return saysWhere();
    });
    await until("the demo", async () => (await fetch(`${site.url}/readyz`)).ok, 120);
    Object.assign(site, JSON.parse(await readFile(join(site.folder, "demo.json"), "utf8")));
    return site;
  }

  person(role) {
    return this.staff.find((person) => person.role === role);
  }

  workersAs(role) {
    return this.workers.filter((worker) => worker.role === role);
  }

  /// Asks the API as the demo's terminal would.
  async ask(path, options = {}) {
    const headers = { Authorization: `Bearer ${this.terminal_token}`, Accept: "application/json", ...options.headers };
    const reply = await fetch(this.url + path, { ...options, headers });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`);
    return JSON.parse(text);
  }

  /// Hands in what a tool said about a unit.
  report(kind, unit, worker, type, body) {
    const about = new URLSearchParams({ unit, command: randomUUID(), worker: worker.badge });
    return this.ask(`/api/v1/${kind}?${about}`, { method: "POST", body, headers: { "Content-Type": type } });
  }

  /// Replays the whole history; throws unless all is well.
  verify() {
    return run(program("remise-admin"), ["verify", "--data", this.folder]);
  }

  async close() {
    const status = await stop(this.server);
    await rm(this.folder, { recursive: true, force: true });
    return status;
  }
}
