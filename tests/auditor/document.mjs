// A signed document: its bytes, its key and its signature. Written from docs/certificate.md alone.
import {createHash, createPublicKey, verify} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {canonical} from './check.mjs';
import {must, NotProven, readStrictly} from './read.mjs';

export const isText = (value) => typeof value === 'string' && value !== '';
export const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
export const isUuid = (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value ?? '');
export const isSha256 = (value) => /^[0-9a-f]{64}$/.test(value ?? '');
/// In milliseconds; it is no certificate's time when it cannot be read.
export function moment(value, name) {
  must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value ?? '') && !Number.isNaN(Date.parse(value)), `${name} is no time`);
  return Date.parse(value);
}
export const fingerprint = (document) => createHash('sha256').update(canonical(document)).digest('hex');

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

export function checkSignature(document, keys) {
  const {signature, ...bare} = document;
  must(/^[0-9a-f]{128}$/.test(signature ?? ''), 'it is not signed');
  const key = keys.get(document.key);
  must(key, `its key ${document.key} is not trusted`);
  must(verify(null, Buffer.from(canonical(bare)), key, Buffer.from(signature, 'hex')), 'it was changed after it was signed');
}

/// Reads DOCUMENT KEYS [MORE…] from the command line; says "good", or why not and ends with status 1. Status 2: nothing was
/// checked, since a file is missing.
export function run(check) {
  const [file, keys, ...more] = process.argv.slice(2);
  const missing = [file, keys, ...more].find((name) => !name || !existsSync(name));
  if (missing !== undefined || !keys) {
    console.error(missing ? `there is no file ${missing}` : 'which document, and which keys? DOCUMENT.json KEYS.pem');
    process.exitCode = 2;
    return;
  }
  try {
    const document = readStrictly(readFileSync(file)), trusted = trustedKeys(keys);
    checkSignature(document, trusted);
    check(document, more.map((other) => readStrictly(readFileSync(other))));
    console.log('good');
  } catch (fault) {
    if (!(fault instanceof NotProven)) throw fault;
    console.log(`not good: ${fault.message}`);
    process.exitCode = 1;
  }
}
