// Checks the proof of a unit. Written from docs/proof.md alone; it shares nothing with Remise.
//
//     node check.mjs PROOF.json KEYS.pem
//
// KEYS.pem holds the public keys that are trusted. Ends with status 0 when the proof is good, 1 when it is not.
import {createHash, createPublicKey, verify} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const hashed = ['format', 'previous', 'entity', 'seq', 'command', 'kind', 'kind_version', 'at', 'recorded_at', 'station',
  'actor', 'stage_after', 'data'];
const sealed = ['format', 'number', 'sealed_at', 'previous', 'after_place', 'last_place', 'leaves', 'leaves_root', 'root',
  'histories', 'events', 'refusals', 'key', 'signature'];
const zeros = '0'.repeat(64);

export class NotProven extends Error {}

function must(holds, what) {
  if (!holds) throw new NotProven(what);
}

function mustHaveMembers(object, names, what) {
  must(typeof object === 'object' && object !== null && !Array.isArray(object), `${what} is no object`);
  const found = Object.keys(object).sort().join();
  must(found === [...names].sort().join(), `${what} has the members ${found}`);
}

const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (bytes) => sha256(Buffer.of(0), bytes);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/// RFC 8785; JavaScript writes texts and whole numbers as it asks, and sorts by UTF-16 code units.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'number') must(Number.isSafeInteger(value), `${value} is no whole number`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

function follow(hash, path) {
  must(Array.isArray(path), 'a path is no list');
  for (const step of path) {
    must(Array.isArray(step) && step.length === 2 && isHash(step[1]), 'a step of a path cannot be read');
    const [side, text] = step, beside = Buffer.from(text, 'hex');
    must(side === 'left' || side === 'right', `a step goes to the ${side}`);
    hash = side === 'left' ? nodeHash(beside, hash) : nodeHash(hash, beside);
  }
  return hash;
}

/// Its entity, once its events are known to be one chain; `root` is that of the seal.
function checkHistory(history, root) {
  mustHaveMembers(history, ['events', 'path', 'seal_path'], 'a history');
  must(Array.isArray(history.events) && history.events.length > 0, 'a history has no events');
  const entity = history.events[0].entity;
  let previous = zeros;
  history.events.forEach((event, index) => {
    const name = `event ${index + 1} of ${entity}`;
    mustHaveMembers(event, [...hashed, 'hash'], name);
    must(event.format === 1 && event.entity === entity, `${name} is of another format or entity`);
    must(event.seq === index + 1, `${name} has the number ${event.seq}`);
    must(event.previous === previous, `${name} does not follow the event before`);
    previous = sha256(canonical(hashed.map((member) => event[member]))).toString('hex');
    must(event.hash === previous, `${name} does not have its hash`);
  });
  const leaf = leafHash(canonical([entity, history.events.length, previous]));
  const reached = follow(leafHash(follow(leaf, history.path)), history.seal_path);
  must(reached.toString('hex') === root, `${entity} does not lead to the root of the seal`);
  return entity;
}

/// Public keys by their ids.
function readKeys(pem) {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return new Map(blocks.map((block) => {
    const key = createPublicKey(block);
    must(key.asymmetricKeyType === 'ed25519', 'a key is not of Ed25519');
    const bytes = Buffer.from(key.export({format: 'jwk'}).x, 'base64url');
    return [sha256(bytes).toString('hex').slice(0, 16), key];
  }));
}

export function checkSeal(seal, pem) {
  mustHaveMembers(seal, sealed, 'the seal');
  must(seal.format === 1, 'the seal is of another format');
  const key = readKeys(pem).get(seal.key);
  must(key, `the key ${seal.key} is not trusted`);
  must(/^[0-9a-f]{128}$/.test(seal.signature), 'the signature cannot be read');
  const {signature, ...signed} = seal;
  must(verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, 'hex')), 'the signature is not valid');
}

/// Throws NotProven, saying what is wrong.
export function checkProof(proof, pem) {
  mustHaveMembers(proof, ['format', 'unit', 'histories', 'seal'], 'the proof');
  must(proof.format === 1, 'the proof is of another format');
  checkSeal(proof.seal, pem);
  must(Array.isArray(proof.histories) && proof.histories.length > 0, 'there are no histories');
  const entities = proof.histories.map((history) => checkHistory(history, proof.seal.root));
  must(entities[0] === `unit:${proof.unit}`, `the first history is that of ${entities[0]}`);
  must(entities.slice(1).every((entity) => entity.startsWith('drive:')), 'there is a history of something else');
  must(new Set(entities).size === entities.length, 'a history comes twice');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [proof, keys] = process.argv.slice(2);
  try {
    checkProof(JSON.parse(readFileSync(proof, 'utf8')), readFileSync(keys, 'utf8'));
    console.log(`${proof}: proven`);
  } catch (wrong) {
    console.error(`${proof}: ${wrong.message}`);
    process.exitCode = 1;
  }
}
