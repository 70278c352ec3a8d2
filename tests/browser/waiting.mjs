import { setTimeout as pause } from "node:timers/promises";

/// Asks `probe` until it gives something, and gives that. `what` names it in the error; it may be a function.
export async function until(what, probe, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${typeof what === "function" ? what() : what}`);
    await pause(20);
  }
}
