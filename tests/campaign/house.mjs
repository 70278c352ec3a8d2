import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, root, run } from "../browser/processes.mjs";
import { until } from "../browser/waiting.mjs";

/// A program that is started again whenever it ends, as a service manager does.
export class Kept {
  constructor(name, start) {
    Object.assign(this, { name, start, starts: 0, asked: new Set(), closing: false, surprises: [], said: "" });
    this.begin();
  }

  begin() {
    ++this.starts;
    this.said = "";
    const child = (this.child = this.start());
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        this.said = (this.said + text).slice(-20_000);
        this.whenSaid?.(text);
      });
    }
    child.once("close", (status, signal) => {
      if (this.closing) return;
      if (!this.endedAsAsked(status, signal)) this.surprises.push(`${this.name} ended by itself (${signal ?? status}): ${this.said.slice(-400)}`);
      this.asked.clear();
      // A server whose database is still letting go of the folder may need a second start.
      setTimeout(() => this.closing || this.begin(), status === 0 || signal ? 0 : 200);
    });
  }

  get process() {
    return this.child.pid;
  }

  /// Who was asked to end may give up what cannot be finished in time, and says so. Who has not begun to serve yet may
  /// end at once. Any other end is a fault.
  endedAsAsked(status, signal) {
    if (signal === "SIGTERM" && this.said.includes("http://")) return false;
    if (signal) return this.asked.has(signal);
    return this.asked.has("SIGTERM") && (status === 0 || (status === 1 && this.said.includes("ends without finishing")));
  }

  get hasEnded() {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /// Kills it, or asks it to end; false when it has ended already.
  end(signal) {
    if (this.hasEnded) return false;
    this.asked.add(signal);
    return this.child.kill(signal);
  }

  async close(signal = "SIGTERM") {
    this.closing = true;
    if (this.hasEnded) return;
    const ended = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill("SIGCONT");
    this.child.kill(signal);
    await ended;
  }
}

const started = (command, args, env = {}) =>
  spawn("setpriv", ["--pdeathsig", "KILL", command, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/// One server that keeps its own database, or two that share one.
export class House {
  constructor(howMany) {
    this.howMany = howMany;
    this.site = "bocage"; // the demo's
    this.procedures = join(root, "server/workshop/procedures");
    this.servers = [];
    this.terminals = [];
    this.cables = [];
  }

  async open() {
    this.folder = await mkdtemp(join(tmpdir(), "remise-campaign-"));
    this.data = join(this.folder, "one");
    await mkdir(this.data);
    if (this.howMany > 1) await this.openDatabase();
    await this.addServer("server 1", this.data, ["--demo"]);
    await until("the demo", () => this.isReady(this.servers[0]), 180);
    Object.assign(this, { demo: JSON.parse(await readFile(join(this.data, "demo.json"), "utf8")) });
    for (let number = 2; number <= this.howMany; ++number) {
      const data = join(this.folder, `server-${number}`);
      await mkdir(data);
      await copyFile(join(this.data, "secret"), join(data, "secret"));
      await this.addServer(`server ${number}`, data, []);
    }
  }

  /// A database of its own, as an organisation with several servers has.
  async openDatabase() {
    const place = join(this.folder, "db");
    const data = join(place, "data");
    await mkdir(data, { recursive: true });
    await mkdir(join(place, "tmp"));
    const asRoot = process.getuid() === 0 ? ["--user=root"] : [];
    const user = process.env.USER ?? "root";
    await run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, `--tmpdir=${place}/tmp`, "--skip-test-db",
      "--auth-root-authentication-method=socket", `--auth-root-socket-user=${user}`, "--skip-name-resolve", ...asRoot]);
    this.socket = join(place, "s.sock");
    this.database = new Kept("the database", () =>
      started("/usr/sbin/mariadbd", ["--no-defaults", "--basedir=/usr", `--datadir=${data}`, `--tmpdir=${place}/tmp`,
        `--socket=${this.socket}`, `--log-error=${place}/log`, "--skip-networking", "--skip-name-resolve",
        "--character-set-server=utf8mb4", "--skip-log-bin", "--performance-schema=OFF", "--max-allowed-packet=64M",
        "--innodb-flush-log-at-trx-commit=1", ...asRoot]));
    this.user = "root";
    await until("the database", () => this.ask("SELECT 1", "").catch(() => false), 60);
    await this.ask("CREATE DATABASE remise CHARACTER SET utf8mb4", "");
    this.environment = { REMISE_DATABASE: `unix://${this.socket}?user=root&database=remise` };
    await this.admin("migrate");
  }

  async addServer(name, data, options) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = new Kept(name, () =>
      started(program("remise-server"), ["--data", data, "--port", `${port}`, ...options], this.environment));
    this.servers.push(Object.assign(server, { url, data }));
    await until(() => `${name}: ${server.said}`, () => fetch(`${url}/healthz`).then((reply) => reply.ok, () => false), 120);
  }

  isReady(server) {
    return fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(2000) }).then((reply) => reply.ok, () => false);
  }

  admin(command, ...args) {
    return run(program("remise-admin"), [command, "--data", this.data, ...args], {
      env: { ...process.env, ...this.environment }, timeout: 600_000, maxBuffer: 64 << 20,
    });
  }

  /// A person of the floor: {badge, pin}.
  async worker(role) {
    const said = await this.admin("add-worker", "--site", this.site, "--role", role);
    return { badge: /^badge\s+(\S+)/m.exec(said)[1], pin: /^PIN\s+(\S+)/m.exec(said)[1] };
  }

  /// `into` leads to where it stands.
  addTerminal(name, folder, into, args) {
    const [first, ...rest] = [...into, program("campaign-worker"), "--data", folder, ...args];
    const terminal = new Kept(name, () => started(first, rest, { QT_QPA_PLATFORM: "offscreen" }));
    terminal.folder = folder;
    this.terminals.push(terminal);
    return terminal;
  }

  /// The database's process: a child of the server, or our own.
  async databaseProcess() {
    if (this.database) return this.database.process;
    const text = await readFile(join(this.data, "mysql", "mariadbd.pid"), "utf8").catch(() => "");
    return Number(text) || undefined;
  }

  /// Rows of a question to the database, past every server.
  async ask(sql, database = "remise") {
    const socket = this.socket ?? (await readFile(join(this.data, "mysql.socket"), "utf8")).trim();
    const text = await run("mariadb", ["--no-defaults", `--socket=${socket}`, "-N", "-B", "--raw", "-e", sql, ...(database ? [database] : [])],
      { maxBuffer: 1 << 30, timeout: 300_000 });
    return text.split("\n").filter(Boolean).map((line) => line.split("\t"));
  }

  async close() {
    await Promise.all(this.terminals.map((terminal) => terminal.close("SIGKILL")));
    await Promise.all(this.servers.map((server) => server.close()));
    await this.database?.close();
    for (const cable of this.cables) cable.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  kept() {
    return [...this.servers, ...this.terminals, ...(this.database ? [this.database] : [])];
  }

  /// Whatever ended although nobody had ended it.
  surprises() {
    return this.kept().flatMap((one) => one.surprises);
  }

  async writePool(codes) {
    await writeFile(join(this.folder, "units.txt"), codes.join("\n"));
  }
}
