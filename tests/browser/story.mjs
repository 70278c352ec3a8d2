import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { root } from "./processes.mjs";

/// A test told in steps, one sentence each, in order: once a step fails, the rest is not tried. `end` always runs.
export function story(name, tell, end) {
  test(name, async (t) => {
    let broken = false;
    const step = (sentence, act) =>
      t.test(sentence, { skip: broken && "an earlier step failed" }, async () => {
        broken = true;
        await act();
        broken = false;
      });
    try {
      await tell(step);
    } finally {
      await end();
    }
  });
}

/// Where a picture goes: into the README when REMISE_PICTURES=1 asks for new ones, else among the build's files.
export function pictureFile(name) {
  const folder = process.env.REMISE_PICTURES === "1" ? `${root}docs/pictures` : `${root}build/pictures`;
  mkdirSync(folder, { recursive: true });
  return `${folder}/${name}.png`;
}
