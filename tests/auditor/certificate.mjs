// Checks a certificate of erasure. Written from docs/certificate.md alone; it shares nothing with Remise.
//
//     node certificate.mjs CERTIFICATE.json KEYS
//
// KEYS holds the public keys that are trusted. Ends with status 0 when the certificate is good, 1 when it is not.
import {createHash, createPublicKey, verify} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {canonical} from './check.mjs';
import {must, NotProven, readStrictly} from './read.mjs';

/// By id: the first 16 hexadecimal digits of the SHA-256 of a key's 32 bytes.
function trustedKeys(file) {
  const keys = new Map();
  const pems = readFileSync(file, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  for (const pem of pems) {
    const key = createPublicKey(pem);
    const bytes = Buffer.from(key.export({format: 'jwk'}).x, 'base64url');
    keys.set(createHash('sha256').update(bytes).digest('hex').slice(0, 16), key);
  }
  return keys;
}

function check(certificate, keys) {
  must(certificate.format === 'remise-certificate-1', 'it is no certificate');
  const {signature, ...bare} = certificate;
  must(/^[0-9a-f]{128}$/.test(signature ?? ''), 'it is not signed');
  const key = keys.get(certificate.key);
  must(key, `its key ${certificate.key} is not trusted`);
  must(verify(null, Buffer.from(canonical(bare)), key, Buffer.from(signature, 'hex')), 'it was changed after it was signed');
  const {verification, erasure, drive} = certificate;
  must(drive.serial, 'it names no drive');
  for (const pass of erasure.passes)
    must(Date.parse(verification.started_at) >= Date.parse(pass.ended_at), 'it was read before the last write');
  must(verification.mismatches === 0 && verification.unreadable === 0, 'the reading has found something');
  must(drive.bad_sectors === 0, 'it has bad sectors');
  must(verification.method === 'sampled' ? erasure.level === 'purge' : verification.bytes_read >= drive.bytes, 'not enough was read');
}

try {
  const [certificate, keys] = process.argv.slice(2);
  check(readStrictly(readFileSync(certificate)), trustedKeys(keys));
  console.log('good');
} catch (fault) {
  if (!(fault instanceof NotProven)) throw fault;
  console.log(`not good: ${fault.message}`);
  process.exitCode = 1;
}
