import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { root } from "./processes.mjs";

/// A test told in steps, one sentence each, in order: once a step fails, the rest is not tried. `end` always runs, and
/// is told whether one failed.
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
      await end(broken);
    }
  });
}

/// Where a picture goes: the README's when REMISE_PICTURES=1 asks for new ones, all others among what was built.
export function pictureFile(name) {
  const isAskedFor = process.env.REMISE_PICTURES === "1" && !name.startsWith("failed-");
  const folder = `${root}${isAskedFor ? "docs" : "build"}/pictures`;
  mkdirSync(folder, { recursive: true });
  return `${folder}/${name}.png`;
}
