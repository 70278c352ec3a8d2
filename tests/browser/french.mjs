import { readdir, readFile } from "node:fs/promises";
import { root } from "./processes.mjs";

const folder = `${root}server/static/strings`;

async function texts(language) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(`.${language}.json`));
  const files = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, "utf8")));
  return files.flatMap((file) => Object.values(JSON.parse(file)));
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

/// Finds what the catalogues say in French only: gives the pieces of them that stand in a text. A single word counts
/// where it stands alone: an association may have it in its name.
export async function frenchFinder() {
  const english = plain((await texts("en")).join(" "));
  const french = (await texts("fr")).flatMap((text) => text.split(/\{\w+\}/)).map(plain);
  const pieces = [...new Set(french)].filter((piece) => piece.length > 3 && !english.includes(piece));
  return (text) => {
    const whole = plain(text), lines = new Set(text.split(/[\n\t]/).map(plain));
    return pieces.filter((piece) => (piece.includes(" ") ? whole.includes(piece) : lines.has(piece)));
  };
}
