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

  /// A machine that has started on a bench and described itself; the id of what it said.
  async machineOnBench(inventory) {
    const report = randomUUID();
    const asJson = { method: "POST", headers: { "Content-Type": "application/json" } };
    const described = JSON.stringify({ ...JSON.parse(inventory), deviceid: report });
    await this.ask(`/api/v1/inventories?command=${report}`, { ...asJson, body: described });
    await this.heard(report, described);
    return report;
  }

  /// What that machine hears as it says that it waits: the unit that it is, and its job.
  heard(report, inventory) {
    const { smanufacturer: maker, smodel: model, ssn: serial } = JSON.parse(inventory).content.bios;
    const state = { phase: "waiting", needs: "scan", machine: { maker, model, serial } };
    return this.ask(`/api/v1/benches/${report}`, {
      method: "POST", body: JSON.stringify(state), headers: { "Content-Type": "application/json" },
    });
  }

  /// The manager writes down that overwriting is accepted, and how many drives another person has to check.
  async acceptOverwriting(checksPercent) {
    const { email, password } = this.person("manager");
    const asJson = { "Content-Type": "application/json" };
    const { token } = await this.ask("/api/v1/sessions", {
      method: "POST", body: JSON.stringify({ email, password }), headers: asJson,
    });
    const rule = { id: randomUUID(), accepts_clear: ["hdd", "nvme"], reason: "Décision du 2 mars", checks_percent: checksPercent };
    await this.ask("/api/v1/erasure-policy", {
      method: "POST", body: JSON.stringify(rule), headers: { ...asJson, Authorization: `Bearer ${token}` },
    });
  }

  /// What the machine did to its drives; what the server makes of each.
  async erasure(unit, report) {
    const about = new URLSearchParams({ unit, command: report.report });
    const { drives } = await this.ask(`/api/v1/erasures?${about}`, {
      method: "POST", body: JSON.stringify(report), headers: { "Content-Type": "application/json" },
    });
    return drives;
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
