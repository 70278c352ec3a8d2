import { readFile } from "node:fs/promises";
import { join } from "node:path";

/// What is wrong, in sentences: the database, past every server, against what everybody was told.
export async function check(house, model) {
  const faults = [...model.broken, ...house.surprises()];
  const stored = new Map();
  for (const [id, reply] of await house.ask("SELECT LOWER(HEX(id)), reply FROM command")) stored.set(withDashes(id), reply);
  const inReview = new Set((await house.ask("SELECT LOWER(HEX(command)) FROM review")).map(([id]) => withDashes(id)));

  const told = await readJournals(house);
  for (const { what, id, terminal } of told) {
    if (what === "done" && !stored.has(id)) faults.push(`${terminal}'s screen called ${id} done; the database does not hold it`);
    if (what === "stored" && !stored.has(id)) faults.push(`${terminal} has kept ${id}; the database does not hold it`);
  }
  const heard = new Set(told.filter(({ what }) => what === "heard").map(({ id }) => id));
  const added = new Set(told.filter(({ what }) => what === "stored").map(({ id }) => id));
  for (const [id, { replies }] of model.commands) {
    const reply = stored.get(id);
    if (replies.size && !reply) faults.push(`a server answered ${id}; the database does not hold it`);
    if (!reply) continue;
    for (const said of replies) if (!sameReply(said, reply)) faults.push(`${id} was answered ${said}; stored is ${reply}`);
    const refused = JSON.parse(reply).status === "refused";
    if (refused && added.has(id) && !heard.has(id) && !inReview.has(id)) {
      faults.push(`${id} was refused (${reply}), nobody heard it, and it is not in the review list`);
    }
  }
  const terminals = new Set((await house.ask("SELECT LOWER(HEX(id)) FROM terminal WHERE name <> 'démo'")).map(([id]) => id));
  for (const [id, sender] of await house.ask("SELECT LOWER(HEX(id)), LOWER(HEX(sender)) FROM command")) {
    if (terminals.has(sender) && !model.commands.has(withDashes(id))) faults.push(`${withDashes(id)} is stored; no terminal sent it`);
  }
  const accepted = [...model.commands].filter(([id]) => stored.has(id) && JSON.parse(stored.get(id)).status === "accepted");
  const counted = await countEvents(house);
  for (const [id] of accepted) {
    const times = counted.get(id) ?? [];
    if (!times.length) faults.push(`${id} was accepted, and no history tells of it`);
    for (const many of times.filter((one) => one > 1)) faults.push(`${id} counts ${many} times in one history`);
  }
  for (const [kind, about] of await house.ask("SELECT kind, about FROM alert WHERE kind IN ('terminal_restored', 'id_reused')")) {
    faults.push(`a false alarm: ${kind} of ${about}`);
  }
  for (const label of doubles(told.filter(({ what }) => what === "label").map(({ id }) => id))) {
    faults.push(`the label ${label} was printed for two machines`);
  }
  await house.admin("verify").catch((trouble) => faults.push(`verify: ${trouble.stdout?.slice(-4000)} ${trouble.stderr?.slice(-500)}`));
  tellAnswers(model, stored);
  console.log(`checked: ${told.length} lines of journals, ${stored.size} stored commands, ${inReview.size} in the review list, ${added.size} kept, ${told.filter(({ what }) => what === "done").length} called done, ${heard.size} refusals heard`);
  return faults;
}

/// What became of the terminals' commands: one thing that is refused again and again stands out.
function tellAnswers(model, stored) {
  const refused = new Map(); // why → what was refused → its sentences
  let accepted = 0;
  for (const [id, { command }] of model.commands) {
    if (!stored.has(id)) continue;
    const { status, refusal } = JSON.parse(stored.get(id));
    if (status === "accepted") {
      ++accepted;
      continue;
    }
    const why = `${refusal.code} of ${command.kind}`;
    const sentences = refused.get(why) ?? new Map();
    refused.set(why, sentences.set(command.unit, [...(sentences.get(command.unit) ?? []), refusal.message]));
  }
  const rows = [...refused].map(([why, sentences]) => {
    const lists = [...sentences.values()].sort((a, b) => b.length - a.length);
    return { why, all: lists.flat().length, units: lists.length, most: lists[0] };
  });
  console.log(`accepted ${accepted}, refused ${rows.reduce((sum, { all }) => sum + all, 0)}`);
  for (const { why, all, units, most } of rows.sort((a, b) => b.all - a.all)) {
    console.log(`refused ${all}: ${why}, of ${units} units; ${most.length} of one (${most[0]})`);
  }
}

/// How often each command stands in each history that tells of it: id → numbers.
async function countEvents(house) {
  const counted = new Map();
  for (const of of ["unit", "drive", "container", "request"]) {
    const rows = await house.ask(`SELECT LOWER(HEX(command)), COUNT(*) FROM ${of}_event GROUP BY command, ${of}`);
    for (const [id, many] of rows) counted.set(withDashes(id), [...(counted.get(withDashes(id)) ?? []), Number(many)]);
  }
  return counted;
}

const withDashes = (hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

function sameReply(one, other) {
  const [a, b] = [JSON.parse(one), JSON.parse(other)];
  return a.status === b.status && a.refusal?.code === b.refusal?.code && a.unit?.version === b.unit?.version && a.unit?.stage === b.unit?.stage;
}

/// What each worker was told, as it stood on the screen: lines of "WHAT ID".
export async function readJournals(house) {
  const told = [];
  for (const { name, folder } of house.terminals) {
    const text = await readFile(join(folder, "told.log"), "utf8");
    for (const line of text.split("\n").filter(Boolean)) {
      const [what, id] = line.split(" ");
      told.push({ what, id, terminal: name });
    }
  }
  return told;
}

function doubles(list) {
  const seen = new Set();
  return list.filter((one) => seen.size === seen.add(one).size);
}
