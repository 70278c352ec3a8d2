import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const program = (name) => `${process.env.REMISE_BUILD ?? `${root}build`}/bin/${name}`;

/// Runs a program to its end and gives what it printed.
export async function run(command, args, options = {}) {
  const { stdout } = await promisify(execFile)(command, args, { timeout: 60_000, ...options });
  return stdout;
}

/// Starts a program that dies with this one, however this one dies, and remembers what it says.
export function start(command, args, options = {}) {
  const child = spawn("setpriv", ["--pdeathsig", "TERM", command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  child.said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (child.said += text));
  }
  child.ended = new Promise((resolve) => child.once("close", (status, signal) => resolve(status ?? signal)));
  child.hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return child;
}

/// Asks it to end, and gives its exit status.
export function stop(child) {
  child.kill("SIGTERM");
  return child.ended;
}
