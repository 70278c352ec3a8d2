// The example of docs/proof.md: the proof it shows is good, and the bytes and hashes it names come out.
//
//     node example.mjs PAGE.md
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {strict as assert} from 'node:assert';
import {canonical, checkProof} from './check.mjs';

const page = readFileSync(process.argv[2], 'utf8');
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(([, language, text]) => ({language, text: text.trimEnd()}));
const [proofText] = blocks.filter(({language}) => language === 'json').map(({text}) => text);
const [pem, ...bytes] = blocks.filter(({language}) => language === 'text').map(({text}) => text);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const proof = checkProof(Buffer.from(proofText), pem);
const first = proof.histories[0], [event] = first.events, last = first.events.at(-1);
const {signature, ...signed} = proof.seal;
const {hash, ...members} = event;
const expected = [canonical(Object.values(members)), canonical([last.entity, last.seq, last.hash]), canonical(signed)];
assert.deepEqual(bytes, expected);
for (const named of [hash, sha256(`\0${expected[1]}`), proof.seal.heads_root, sha256(expected[2])])
  assert.ok(page.includes(`\`${named}\``), `the page does not name ${named}`);

// An erased drive, and times that follow one another.
assert.equal(proof.histories[1].events.at(-1).stage_after, 'certified');
for (const {at, recorded_at} of proof.histories.flatMap(({events}) => events))
  assert.ok(at <= recorded_at && recorded_at <= proof.seal.sealed_at);
