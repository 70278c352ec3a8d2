// Checks a summary of machines. Written from docs/certificate.md alone; it shares nothing with Remise.
//
//     node summary.mjs SUMMARY.json KEYS [CERTIFICATE.json…]
//
// The certificates, which certificate.mjs checks, must be those that the summary names.
import {fingerprint, isSha256, isText, moment, run} from './document.mjs';
import {must} from './read.mjs';

const answered = ({status}) => status === 'certified' || status === 'destroyed';
const vouchedFor = ({status}) => status === 'attested' || status === 'released';

function checkMachine({unit, data, drives}) {
  must(isText(unit) && Array.isArray(drives), 'a machine cannot be read');
  for (const {drive, status, certificate, level} of drives) {
    must(isText(drive) && isText(status), `a drive of ${unit} cannot be read`);
    must((status === 'certified') === isSha256(certificate), `${drive} is certified without certificate, or not and has one`);
    must(status !== 'certified' || ['clear', 'purge'].includes(level), `${drive} is certified at no level`);
  }
  if (['no_drive', 'no_data'].includes(data)) must(drives.length === 0, `${unit} has drives after all`);
  else if (data === 'done') must(drives.length > 0 && drives.every(answered), `${unit} is said to be done, and is not`);
  else if (data === 'attested') must(drives.some(vouchedFor) && drives.every((drive) => answered(drive) || vouchedFor(drive)), `${unit} is still open`);
  else must(data === 'open' || data === 'unknown', `of ${unit} is said ${data}`);
}

run(({format, made_at: made, of, counts, machines}, certificates) => {
  must(format === 'remise-summary-1', 'it is no summary');
  moment(made, 'made_at');
  must(isText(of?.unit) || isText(of?.lot) || isText(of?.donor), 'it does not say of what');
  must(Array.isArray(machines), 'it has no machines');
  machines.forEach(checkMachine);
  const drives = [...new Map(machines.flatMap((machine) => machine.drives).map((drive) => [drive.drive, drive])).values()];
  const count = (wanted) => drives.filter(({status}) => status === wanted).length;
  const counted = {
    machines: machines.length, machines_open: machines.filter(({data}) => data === 'open' || data === 'unknown').length,
    drives: drives.length, certified: count('certified'), destroyed: count('destroyed'), attested: drives.filter(vouchedFor).length,
    open: drives.filter((drive) => !answered(drive) && !vouchedFor(drive)).length,
  };
  for (const [name, value] of Object.entries(counted)) must(counts?.[name] === value, `there are ${value} ${name}, not ${counts?.[name]}`);
  for (const certificate of certificates)
    must(drives.some((drive) => drive.drive === certificate.drive?.code && drive.certificate === fingerprint(certificate)),
      `it does not name the certificate of ${certificate.drive?.code}`);
});
