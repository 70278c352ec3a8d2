// Checks the proof of a unit. Written from docs/proof.md alone; it shares nothing with Remise.
//
//     node check.mjs PROOF.json KEYS [SEAL.json…]
//
// KEYS holds the public keys that are trusted, SEAL.json seals that were kept. Ends with status 0 when the proof is
// good, 1 when it is not.
import {createHash, createPublicKey, verify} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {must, NotProven, readStrictly} from './read.mjs';

const hashed = ['format', 'previous', 'entity', 'seq', 'command', 'kind', 'kind_version', 'at', 'recorded_at', 'station',
  'actor', 'stage_after', 'data'];
const zeros = '0'.repeat(64);

const isText = (value) => typeof value === 'string';
const isNumber = (value) => Number.isSafeInteger(value);
const isCount = (value) => isNumber(value) && value >= 0;
const isHash = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = Array.isArray;

const shapes = {
  proof: {format: isNumber, unit: isText, histories: isList, seal: isObject},
  history: {events: isList, path: isList},
  event: {format: isNumber, previous: isHash, entity: isText, seq: isNumber, command: isText, kind: isText,
    kind_version: isNumber, at: isNumber, recorded_at: isNumber, station: isText, actor: isText, stage_after: isText,
    data: isObject, hash: isHash},
  seal: {format: isNumber, number: isCount, sealed_at: isCount, previous: isHash, after_place: isCount, last_place: isCount,
    heads: isCount, heads_root: isHash, leaves: isCount, leaves_root: isHash, histories: isCount, events: isCount,
    refusals: isCount, key: (value) => isText(value) && /^[0-9a-f]{16}$/.test(value),
    signature: (value) => isText(value) && /^[0-9a-f]{128}$/.test(value)},
};

function mustBe(shape, object, what) {
  must(isObject(object), `${what} is no object`);
  for (const name of Object.keys(object)) must(Object.hasOwn(shapes[shape], name), `${what} has a member ${name}`);
  for (const [name, fits] of Object.entries(shapes[shape])) {
    must(Object.hasOwn(object, name), `${what} has no ${name}`);
    must(fits(object[name]), `${what}: its ${name} cannot be read`);
  }
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const leafHash = (bytes) => sha256(Buffer.of(0), bytes);
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/// RFC 8785; JavaScript writes texts and whole numbers as it asks, and sorts by UTF-16 code units.
export function canonical(value) {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

function follow(hash, path) {
  for (const step of path) {
    must(isList(step) && step.length === 2 && isHash(step[1]), 'a step of a path cannot be read');
    const [side, text] = step, beside = Buffer.from(text, 'hex');
    must(side === 'left' || side === 'right', `a step goes to the ${side}`);
    hash = side === 'left' ? nodeHash(beside, hash) : nodeHash(hash, beside);
  }
  return hash;
}

/// Its entity, once its events are known to be one chain that leads to the seal.
function checkHistory(history, seal) {
  mustBe('history', history, 'a history');
  must(history.events.length > 0, 'a history has no events');
  const entity = history.events[0]?.entity;
  let previous = zeros;
  history.events.forEach((event, index) => {
    const name = `event ${index + 1} of ${entity}`;
    mustBe('event', event, name);
    must(event.format === 1 && event.entity === entity, `${name} is of another format or entity`);
    must(event.seq === index + 1, `${name} has the number ${event.seq}`);
    must(event.previous === previous, `${name} does not follow the event before`);
    previous = sha256(canonical(hashed.map((member) => event[member]))).toString('hex');
    must(event.hash === previous, `${name} does not have its hash`);
    must(event.recorded_at <= seal.sealed_at, `${name} was recorded after the seal`);
  });
  const leaf = leafHash(canonical([entity, history.events.length, previous]));
  must(follow(leaf, history.path).toString('hex') === seal.heads_root, `${entity} does not lead to the heads of the seal`);
  return entity;
}

/// The histories are those of the unit and of all drives that it names, and of nothing else.
function checkEntities(proof, entities) {
  must(entities[0] === `unit:${proof.unit}`, `the first history is that of ${entities[0]}`);
  must(new Set(entities).size === entities.length, 'a history comes twice');
  const named = new Set(proof.histories[0].events.map(({data}) => data.drive).filter(isText).map((code) => `drive:${code}`));
  for (const drive of named) must(entities.includes(drive), `the history of ${drive} is not there`);
  entities.slice(1).forEach((entity, index) => {
    must(named.has(entity), `${entity} is no drive of this unit`);
    must(proof.histories[index + 1].events.some(({data}) => data.unit === proof.unit), `${entity} knows nothing of this unit`);
  });
}

/// Public keys by their ids.
function readKeys(text) {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g) ?? [];
  return new Map(blocks.map((block) => {
    const der = Buffer.from(block.replace(/-----[^-]*-----/g, ''), 'base64');
    must(der.length === 44 && der.toString('hex').startsWith('302a300506032b6570032100'), 'a key is not of Ed25519');
    return [sha256(der.subarray(12)).toString('hex').slice(0, 16), createPublicKey({key: der, format: 'der', type: 'spki'})];
  }));
}

function signedBytes({signature, ...signed}) {
  return canonical(signed);
}

function checkSeal(seal, keys, kept) {
  mustBe('seal', seal, 'the seal');
  must(seal.format === 1, 'the seal is of another format');
  must(seal.number >= 1 && seal.after_place <= seal.last_place, 'the seal covers no possible places');
  must(seal.heads >= 1 && seal.heads === seal.histories, 'the seal has not the heads of all histories');
  const key = readKeys(keys).get(seal.key);
  must(key, `the key ${seal.key} is not trusted`);
  must(verify(null, Buffer.from(signedBytes(seal)), key, Buffer.from(seal.signature, 'hex')), 'the signature is not valid');
  for (const other of kept)
    if (other.number === seal.number) must(signedBytes(other) === signedBytes(seal), 'the seal that was kept is another one');
}

/// Throws NotProven, saying what is wrong; returns the proof. All three are what files hold.
export function checkProof(bytes, keys, kept = []) {
  const proof = readStrictly(bytes);
  mustBe('proof', proof, 'the proof');
  must(proof.format === 1, 'the proof is of another format');
  checkSeal(proof.seal, keys, kept.map(readStrictly));
  must(proof.histories.length > 0, 'there are no histories');
  checkEntities(proof, proof.histories.map((history) => checkHistory(history, proof.seal)));
  return proof;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, keys, ...kept] = process.argv.slice(2);
  try {
    const {unit, seal} = checkProof(readFileSync(file), readFileSync(keys, 'utf8'), kept.map((seal) => readFileSync(seal)));
    console.log(`${unit}: proven, as it stood at seal ${seal.number} of ${new Date(seal.sealed_at).toISOString()}`);
  } catch (wrong) {
    console.error(`${file}: ${wrong.message}`);
    process.exitCode = 1;
  }
}
