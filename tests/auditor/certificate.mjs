// Checks a certificate of erasure. Written from docs/certificate.md alone; it shares nothing with Remise.
//
//     node certificate.mjs CERTIFICATE.json KEYS
//
// KEYS holds the public keys that are trusted. Ends with status 0 when the certificate is good, 1 when it is not, 2 when a file is missing.
import {isCount, isSha256, isText, isUuid, moment, run} from './document.mjs';
import {must} from './read.mjs';

const sanitizing = ['ata_sanitize_overwrite', 'ata_sanitize_block', 'ata_sanitize_crypto', 'nvme_sanitize_block', 'nvme_sanitize_crypto'];
const overwriting = ['overwrite_zero', 'overwrite_random'];
const methods = [...sanitizing, ...overwriting, 'ata_security_erase', 'nvme_format'];

function checkPasses({passes, method, level}, drive) {
  must(Array.isArray(passes) && passes.length > 0, 'nothing was done to the drive');
  for (const pass of passes) {
    must(methods.includes(pass.method), `${pass.method} is no method`);
    must(['done', 'refused', 'failed', 'timeout', 'stopped'].includes(pass.result), `a pass has ended as ${pass.result}`);
    must(moment(pass.ended_at, 'a pass') >= moment(pass.started_at, 'a pass'), 'a pass ended before it began');
    must(isCount(pass.bytes) && isCount(pass.errors), 'a pass does not count');
  }
  const done = passes.filter(({result}) => result === 'done');
  must(done.length > 0, 'no pass ended well');
  must(done.at(-1).method === method, 'the method is not that of the last pass that ended well');
  must(passes.at(-1).result === 'done', 'the last pass did not end well');
  if (level === 'purge') must(done.some((pass) => sanitizing.includes(pass.method)), 'nothing was done that purges');
  must(done.some((pass) => sanitizing.includes(pass.method) || (overwriting.includes(pass.method) && pass.bytes >= drive.bytes)),
    'not every sector was written');
}

function checkVerification(verification, {passes, level}, drive) {
  const {started_at: started, ended_at: ended, method, mismatches, unreadable, bytes_read: read, places, expected} = verification ?? {};
  const begun = moment(started, 'the reading');
  must(moment(ended, 'the reading') >= begun, 'the reading ended before it began');
  for (const pass of passes) must(begun >= moment(pass.ended_at, 'a pass'), 'it was read before the last write');
  must(mismatches === 0 && unreadable === 0, 'the reading has found something');
  must(isText(expected) && isCount(read) && isCount(places), 'the reading does not say what it read');
  if (method === 'full_read' || read >= drive.bytes) must(read >= drive.bytes, 'not enough was read');
  else must(method === 'sampled' && level === 'purge' && places >= 2000 && read * 20 >= drive.bytes, 'the samples are too few');
}

/// Another person has had all of it read again.
function checkVerifier(verifier, {wiper, erasure, drive}) {
  must(isText(verifier.actor) && isText(verifier.place), 'it says not who checked, or not where');
  must(verifier.actor !== wiper.actor, 'the wiper has checked alone');
  moment(verifier.at, 'verifier.at');
  must(verifier.verification?.method === 'full_read', 'the second reading is not of all of it');
  checkVerification(verifier.verification, erasure, drive);
  must(isUuid(verifier.evidence?.report) && isSha256(verifier.evidence?.sha256), 'the second check names no evidence');
}

run((certificate) => {
  must(certificate.format === 'remise-certificate-1', 'it is no certificate');
  const {drive = {}, machine = {}, erasure = {}, verification, wiper = {}, evidence = {}} = certificate;
  moment(certificate.issued_at, 'issued_at');
  moment(certificate.certified_at, 'certified_at');
  must(certificate.replaces === undefined || isSha256(certificate.replaces), 'replaces names no certificate');
  must(isText(drive.code) && isText(drive.serial), 'it names no drive');
  must(isCount(drive.bytes) && drive.bytes > 0, 'the drive has no size');
  must(['hdd', 'ssd', 'nvme', 'emmc', 'other'].includes(drive.medium), 'the drive is of no known medium');
  must(drive.bad_sectors === 0, 'it has bad sectors');
  must(isText(machine.unit), 'it names no machine');
  must(['clear', 'purge'].includes(erasure.level), 'it reached no level');
  must(erasure.level === 'purge' || isUuid(erasure.policy), 'no rule of the site accepts this level');
  must(isText(erasure.tool), 'it names no tool');
  must(erasure.hidden === undefined || ['none', 'removed'].includes(erasure.hidden?.state), 'the drive hides sectors');
  checkPasses(erasure, drive);
  checkVerification(verification, erasure, drive);
  must(isText(wiper.actor) && isText(wiper.place), 'it says not who erased, or not where');
  moment(wiper.at, 'wiper.at');
  if (certificate.verifier !== undefined) checkVerifier(certificate.verifier, certificate);
  must(isUuid(evidence.report) && isSha256(evidence.sha256), 'it names no evidence');
});
