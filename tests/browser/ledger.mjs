import { createHash } from "node:crypto";

/// RFC 8785 for what the ledger holds: no fractions. JavaScript compares strings by UTF-16 code units, as asked.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}

/// The hash that an event must have when the one before it had `previous`.
export function hashAfter(previous, event) {
  const { format, entity, seq, command, kind, kind_version, at, recorded_at, station, actor, stage_after, data } = event;
  const hashed = [format, previous, entity, seq, command, kind, kind_version, at, recorded_at, station, actor,
    stage_after, data];
  return createHash("sha256").update(canonical(hashed)).digest("hex");
}

export const beforeTheFirst = "0".repeat(64);
