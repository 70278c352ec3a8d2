// Every way to change a proof that we could think of, each under its name: the checker must refuse them all.
//
//     node manipulations.mjs PROOF.json KEYS EARLIER.json OTHER.json SEALS
//
// EARLIER.json is a proof of the same unit under an earlier seal, OTHER.json one of another unit under the same seal,
// SEALS the folder of the seals with their leaves.
import {createHash, generateKeyPairSync, sign} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {canonical, checkProof, leafHash, nodeHash} from './check.mjs';
import {NotProven} from './read.mjs';

const [proofFile, keysFile, earlierFile, otherFile, sealsFolder] = process.argv.slice(2);
const text = readFileSync(proofFile, 'utf8'), keys = readFileSync(keysFile, 'utf8');
const earlier = JSON.parse(readFileSync(earlierFile)), another = JSON.parse(readFileSync(otherFile));
let refused = 0, failed = 0;

function refusesFile(name, bytes, trusted = keys, kept = []) {
  try {
    checkProof(Buffer.from(bytes), trusted, kept);
    console.error(`ACCEPTED: ${name}`);
    failed++;
  } catch (wrong) {
    if (wrong instanceof NotProven) return void refused++;
    console.error(`${name}: ${wrong.stack}`);
    failed++;
  }
}

/// `change` gets a proof of its own to change.
function refuses(name, change, trusted = keys) {
  const proof = JSON.parse(text);
  change(proof);
  refusesFile(name, JSON.stringify(proof), trusted);
}

/// The text itself is changed.
function refusesText(name, from, to) {
  if (!text.includes(from)) throw new Error(`${name}: the proof has no ${from}`);
  refusesFile(name, text.replace(from, to));
}

/// Something else of the same type.
function other(value) {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return /^[0-9a-f]{2,}$/.test(value) ? (value[0] === '0' ? '1' : '0') + value.slice(1) : `${value}x`;
  if (Array.isArray(value)) return [...value, 1];
  return {...value, more: 1};
}

function rehash(events) {
  let previous = '0'.repeat(64);
  events.forEach((event, index) => {
    event.seq = index + 1;
    event.previous = previous;
    const {hash, ...members} = event;
    previous = event.hash = createHash('sha256').update(canonical(Object.values(members))).digest('hex');
  });
}

function signAnew(proof) {
  const {publicKey, privateKey} = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(publicKey.export({format: 'jwk'}).x, 'base64url');
  proof.seal.key = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const {signature, ...signed} = proof.seal;
  proof.seal.signature = sign(null, Buffer.from(canonical(signed)), privateKey).toString('hex');
  return publicKey.export({type: 'spki', format: 'pem'});
}

const whole = JSON.parse(text);
checkProof(Buffer.from(text), keys);
checkProof(Buffer.from(JSON.stringify(whole, null, 2).replace('"unit"', '"\\u0075nit"')), keys);  // only values count
checkProof(Buffer.from(JSON.stringify(earlier)), keys);
checkProof(Buffer.from(JSON.stringify(another)), keys);

// The proof and its seal
for (const name of ['format', 'unit'])
  refuses(`the proof's ${name} is another`, (proof) => (proof[name] = other(proof[name])));
for (const name of Object.keys(whole)) refuses(`the proof has no ${name}`, (proof) => delete proof[name]);
refuses('the proof has one more member', (proof) => (proof.more = 1));
for (const name of Object.keys(whole.seal)) {
  refuses(`the seal's ${name} is another`, (proof) => (proof.seal[name] = other(proof.seal[name])));
  refuses(`the seal has no ${name}`, (proof) => delete proof.seal[name]);
}
refuses('the seal has one more member', (proof) => (proof.seal.more = 1));
refuses('the seal is of nobody', (proof) => (proof.seal.signature = '0'.repeat(128)));
refuses('the seal is signed by a stranger', (proof) => signAnew(proof));
refuses('the keys are another house\'s', () => {}, generateKeyPairSync('ed25519').publicKey.export({type: 'spki', format: 'pem'}));
refuses('there is no key', () => {}, '');

// Histories
refuses('there are no histories', (proof) => (proof.histories = []));
refuses('the unit has no history', (proof) => proof.histories.shift());
refuses('a history comes twice', (proof) => proof.histories.push(proof.histories.at(-1)));
refuses('the histories stand in another order', (proof) => proof.histories.reverse());
whole.histories.forEach(({events, path}, h) => {
  const at = (proof) => proof.histories[h];
  const who = events[0].entity;
  events.forEach((event, e) => {
    for (const name of Object.keys(event)) {
      refuses(`event ${e + 1} of ${who} has another ${name}`, (proof) => (at(proof).events[e][name] = other(event[name])));
      refuses(`event ${e + 1} of ${who} has another ${name}, and all hashes follow`, (proof) => {
        at(proof).events[e][name] = other(event[name]);
        if (!['hash', 'previous', 'seq'].includes(name)) rehash(at(proof).events);
      });
      refuses(`event ${e + 1} of ${who} has no ${name}`, (proof) => delete at(proof).events[e][name]);
    }
    refuses(`event ${e + 1} of ${who} is dropped`, (proof) => at(proof).events.splice(e, 1));
    refuses(`event ${e + 1} of ${who} is dropped, and all hashes follow`, (proof) => {
      at(proof).events.splice(e, 1);
      rehash(at(proof).events);
    });
    refuses(`event ${e + 1} of ${who} comes twice`, (proof) => at(proof).events.splice(e, 0, at(proof).events[e]));
    refuses(`event ${e + 1} of ${who} has one more member`, (proof) => (at(proof).events[e].more = 1));
    for (const name of Object.keys(event.data))
      refuses(`event ${e + 1} of ${who} has another ${name} in its data`, (proof) => (at(proof).events[e].data[name] = other(event.data[name])));
  });
  refuses(`the events of ${who} stand in another order`, (proof) => at(proof).events.reverse().push({}));
  refuses(`an event is added to ${who}`, (proof) => {
    at(proof).events.push({...at(proof).events.at(-1), kind: 'note'});
    rehash(at(proof).events);
  });
  path.forEach((step, s) => {
    const name = `step ${s + 1} of the path of ${who}`;
    refuses(`${name} has another hash`, (proof) => (at(proof).path[s][1] = other(step[1])));
    refuses(`${name} has its hash in upper case`, (proof) => (at(proof).path[s][1] = `${step[1].slice(0, 63)}f`.toUpperCase()));
    refuses(`${name} has more behind its hash`, (proof) => (at(proof).path[s][1] += 'zz'));
    refuses(`${name} has a third element`, (proof) => at(proof).path[s].push('x'));
    refuses(`${name} goes to the other side`, (proof) => (at(proof).path[s][0] = step[0] === 'left' ? 'right' : 'left'));
    refuses(`${name} goes nowhere`, (proof) => (at(proof).path[s][0] = 'up'));
    refuses(`${name} shouts`, (proof) => (at(proof).path[s][0] = step[0].toUpperCase()));
    refuses(`${name} is dropped`, (proof) => at(proof).path.splice(s, 1));
    refuses(`${name} comes twice`, (proof) => at(proof).path.splice(s, 0, step));
  });
  refuses(`the path of ${who} has one step more`, (proof) => at(proof).path.push(['left', '0'.repeat(64)]));
  refuses(`${who} has no path`, (proof) => delete at(proof).path);
  refuses(`the history of ${who} has one more member`, (proof) => (at(proof).more = 1));
  refuses(`the history of ${who} is cut short`, (proof) => at(proof).events.pop());
  if (h > 0) refuses(`${who} is left out`, (proof) => proof.histories.splice(h, 1));
});

// The past as the present
refuses('a stale history of the unit', (proof) => (proof.histories[0] = earlier.histories[0]));
refuses('stale histories under the newest seal', (proof) => (proof.histories = earlier.histories));
refuses('the newest histories under a stale seal', (proof) => (proof.seal = earlier.seal));

/// The RFC's split, its root, and the path of a leaf.
function halves(hashes) {
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return [hashes.slice(0, k), hashes.slice(k)];
}
const rootOf = (hashes) => hashes.length === 1 ? hashes[0] : nodeHash(...halves(hashes).map(rootOf));
function pathIn(hashes, at) {
  if (hashes.length === 1) return [];
  const [left, right] = halves(hashes);
  return at < left.length ? [...pathIn(left, at), ['right', rootOf(right).toString('hex')]]
    : [...pathIn(right, at - left.length), ['left', rootOf(left).toString('hex')]];
}

for (const file of readdirSync(sealsFolder).filter((name) => name.endsWith('.leaves'))) {
  const leaves = readFileSync(`${sealsFolder}/${file}`, 'utf8').split('\n').slice(0, -1);
  whole.histories.forEach(({events}, h) => {
    const at = leaves.findIndex((leaf) => JSON.parse(leaf)[0] === events[0].entity);
    if (at < 0) return;
    refuses(`the history of ${events[0].entity} as the leaves of ${file} have it`, (proof) => {
      proof.histories[h] = {events: events.slice(0, JSON.parse(leaves[at])[1]), path: pathIn(leaves.map(leafHash), at)};
    });
  });
}

// Another unit's
refuses('another unit\'s erased drive in place of its own', (proof) => (proof.histories[1] = another.histories[1]));
refuses('another unit\'s drive beside its own', (proof) => proof.histories.push(another.histories[1]));
refuses('another unit as a second history', (proof) => proof.histories.push(another.histories[0]));
refuses('another unit\'s histories under this code', (proof) => (proof.histories = another.histories));
refuses('no drive at all', (proof) => (proof.histories.length = 1));

// The text
const shown = JSON.stringify(whole.histories[0].events[0].stage_after);
refusesText('a member of an event that comes twice', `"stage_after":${shown}`, `"stage_after":"wiped","stage_after":${shown}`);
refusesText('a member of the file that comes twice', '"histories":', '"histories":[],"histories":');
refusesText('a member of the seal that comes twice', '"sealed_at":', '"sealed_at":1,"sealed_at":');
refusesText('a member that comes twice within data', '"data":{', '"data":{"basis":"sold",');
refusesText('a member beside those that are hashed', '"data":{', '"erased":true,"data":{');
refusesText('a number with an exponent', '"kind_version":1', '"kind_version":1e0');
refusesText('a number with decimals', '"seq":1,', '"seq":1.00000000000000000001,');
refusesText('a number with a zero before it', '"seq":1,', '"seq":01,');
refusesText('a number as text', '"seq":1,', '"seq":"1",');
refusesText('a number too large to be one', '"seq":1,', '"seq":9007199254740993,');
refusesText('half a surrogate pair', '"station":"', '"station":"\\ud800');
refusesText('a member __proto__ in data', '"data":{', '"data":{"__proto__":{"x":1},');
refusesFile('something after the end', `${text}{}`);
refusesFile('a byte order mark', `\ufeff${text}`);
refusesFile('bytes that are no UTF-8', Buffer.concat([Buffer.from(text.slice(0, 40)), Buffer.of(0xff), Buffer.from(text.slice(40))]));
refusesFile('half a file', text.slice(0, text.length / 2));
refusesFile('nothing', '');

// Seals that a house would not make, signed by it; and one it made twice
function houseSigns(change) {
  const proof = JSON.parse(text);
  change(proof.seal);
  const trusted = signAnew(proof);
  return [JSON.stringify(proof), trusted];
}
const [signedAnew, itsKey] = houseSigns(() => {});
checkProof(Buffer.from(signedAnew), itsKey);
refusesFile('a seal from before its events', ...houseSigns((seal) => (seal.sealed_at = whole.histories[0].events.at(-1).recorded_at - 1)));
refusesFile('a seal without heads', ...houseSigns((seal) => (seal.heads = 0)));
refusesFile('a seal that lacks heads', ...houseSigns((seal) => seal.heads--));
refusesFile('a seal that covers less than nothing', ...houseSigns((seal) => (seal.after_place = seal.last_place + 1)));
refusesFile('a seal with the number 0', ...houseSigns((seal) => (seal.number = 0)));
const twice = JSON.parse(text).seal;
twice.events++;
checkProof(Buffer.from(text), keys, [JSON.stringify(whole.seal), JSON.stringify(earlier.seal)].map((seal) => Buffer.from(seal)));
refusesFile('a seal of which another was kept', text, keys, [Buffer.from(JSON.stringify(twice))]);

// Keys
const [, block] = keys.match(/-----BEGIN PUBLIC KEY-----\n([^-]*)/);
refusesFile('a key with one byte more', text, keys.replace(block, Buffer.concat([Buffer.from(block, 'base64'), Buffer.of(0)]).toString('base64') + '\n'));
refusesFile('a key that only says it is the one', text,
  `# key ${whole.seal.key}, signs now\n${generateKeyPairSync('ed25519').publicKey.export({type: 'spki', format: 'pem'})}`);
refusesFile('a key of another kind', text,
  keys + generateKeyPairSync('ec', {namedCurve: 'P-256'}).publicKey.export({type: 'spki', format: 'pem'}));

console.log(`${refused} manipulations refused, ${failed} not`);
process.exitCode = failed > 0 || refused < 300 ? 1 : 0;
