// Every way to change a proof that we could think of, each under its name: the checker must refuse them all.
//
//     node manipulations.mjs PROOF.json KEYS.pem
import {createHash, generateKeyPairSync, sign} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {canonical, checkProof, NotProven} from './check.mjs';

const [proofFile, keysFile] = process.argv.slice(2);
const text = readFileSync(proofFile, 'utf8'), keys = readFileSync(keysFile, 'utf8');
let refused = 0, failed = 0;

/// `change` gets a proof of its own to change.
function refuses(name, change, trusted = keys) {
  const proof = JSON.parse(text);
  change(proof);
  try {
    checkProof(proof, trusted);
    console.error(`ACCEPTED: ${name}`);
    failed++;
  } catch (wrong) {
    if (wrong instanceof NotProven) return void refused++;
    console.error(`${name}: ${wrong.stack}`);
    failed++;
  }
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
checkProof(whole, keys);

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
whole.histories.forEach(({events, path, seal_path}, h) => {
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
  for (const [name, steps] of [['path', path], ['seal_path', seal_path]]) {
    steps.forEach((step, s) => {
      refuses(`step ${s + 1} of the ${name} of ${who} has another hash`, (proof) => (at(proof)[name][s][1] = other(step[1])));
      refuses(`step ${s + 1} of the ${name} of ${who} goes to the other side`,
        (proof) => (at(proof)[name][s][0] = step[0] === 'left' ? 'right' : 'left'));
      refuses(`step ${s + 1} of the ${name} of ${who} goes nowhere`, (proof) => (at(proof)[name][s][0] = 'up'));
      refuses(`step ${s + 1} of the ${name} of ${who} is dropped`, (proof) => at(proof)[name].splice(s, 1));
    });
    refuses(`the ${name} of ${who} has one step more`, (proof) => at(proof)[name].push(['left', '0'.repeat(64)]));
    refuses(`${who} has no ${name}`, (proof) => delete at(proof)[name]);
  }
  refuses(`the paths of ${who} are the other way round`, (proof) => {
    [at(proof).path, at(proof).seal_path] = [at(proof).seal_path, at(proof).path];
  });
});

console.log(`${refused} manipulations refused, ${failed} not`);
process.exitCode = failed > 0 || refused < 100 ? 1 : 0;
