import { readFile } from "node:fs/promises";
import { program, run } from "./processes.mjs";

/// What a worker does at each station, on a laptop in good order. The terminal stands at that station.

/// Receives one, and gives the code of its label.
export async function receive(terminal, lot) {
  await sayWhereItIsFrom(terminal, lot);
  await terminal.answer("print", "C'est bon");
  const { printed } = await terminal.at("scan_back");
  return printed;
}

/// All that is asked before a lot's first label comes out.
export async function sayWhereItIsFrom(terminal, lot) {
  await terminal.answer("basis", "C'est un don");
  await terminal.answer("donor", "Une entreprise");
  await terminal.answer("origin", "Dans un lot, avec un papier");
  await terminal.scanAt("lot", lot);
  await sayWhatItIs(terminal);
}

/// The same for the next machine of the lot.
export async function sayWhatItIs(terminal) {
  await terminal.answer("category", "Un portable");
  await terminal.answer("serial", "Je ne trouve pas");
}

/// What a scanner reads on a printed label, and whether the ZPL holds only a picture.
export async function readLabel({ png, zpl }) {
  const barcodes = (await run(program("remise-label"), ["read", png])).trim().split("\n");
  return { barcodes, zpl: await readFile(zpl, "latin1") };
}

export async function sort(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("battery", "Non, elle est plate");
  await terminal.answer("locked", "Non, elle est libre");
  await terminal.answer("verdict", "On la répare et on la garde");
}

export async function test(terminal, code, atTheKeyboard) {
  await terminal.scanAt("unit", code);
  await terminal.answer("look", "Tout est bon");
  await terminal.answer("start", "Tout est bon");
  await terminal.answer("health", "Tout est vert");
  await terminal.at("keys");
  await atTheKeyboard();
  await terminal.answer("keys", "Toutes marchent");
  await terminal.answer("picture", "Tout est bon");
  await terminal.answer("sound", "Les deux marchent");
  await terminal.answer("links", "Tout est bon");
  await terminal.answer("battery", "Elle charge et elle tient");
}

/// Says which machine on the benches it is, by what stands on its tile.
export async function letBegin(terminal, code, tile) {
  await terminal.scanAt("unit", code);
  await terminal.answer("bench", tile);
}

export async function grade(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("lid", "Pas de marque");
  await terminal.answer("screen", "Il est net");
  await terminal.answer("keyboard", "Propre et lisible");
  await terminal.answer("battery", "9", "1", "OK");
}

export async function install(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("os", "Linux");
  await terminal.answer("starts", "C'est fait");
}

export async function clean(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("cleaned", "C'est fait");
}

/// Its label is spoilt: it was torn up, and a new one comes out with the same code.
export async function relabel(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("which", "De la machine");
  await terminal.answer("reason", "Elle est abîmée");
  await terminal.answer("old", "Je l'ai détruite");
  await terminal.at("scan_back");
}

export async function control(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("verdict", "Tout est bon");
}

export async function putInStock(terminal, code, product, shelf) {
  await terminal.scanAt("unit", code);
  await terminal.answer("product", product);
  await terminal.scanAt("shelf", shelf);
}

export async function pick(terminal, code, shelf) {
  await terminal.answer("line", await lineOf(terminal, code));
  await terminal.scanAt("shelf", shelf);
  await terminal.scanAt("unit", code);
}

/// The list's line of one unit, on whichever of its pages.
async function lineOf(terminal, code) {
  const grouped = code.replace(/(.{4})(.{4})/, "$1\u00a0$2");
  const isThere = ({ card, answers }) => card === "line" && answers.some(({ label }) => /\n\w{4}\u00a0\w{4}\b/.test(label));
  for (;;) {
    const { answers } = await terminal.shows("the list of what is to be picked", isThere);
    const line = answers.find(({ label }) => label.includes(grouped));
    if (line) return line.label;
    await terminal.touch("Suite");
    await terminal.shows("the next page", (view) => JSON.stringify(view.answers) !== JSON.stringify(answers));
  }
}

export async function pack(terminal, code) {
  await terminal.scanAt("unit", code);
  await terminal.answer("charger", "Oui, il est dedans");
  await terminal.answer("weight", "2", ",", "4", "OK");
}
