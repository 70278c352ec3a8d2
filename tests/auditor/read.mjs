// Reads JSON as docs/proof.md wants it read (rule 1): what two readers could understand differently is refused.
export class NotProven extends Error {}

export function must(holds, what) {
  if (!holds) throw new NotProven(what);
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new NotProven('the file is no UTF-8');
  }
}

/// Objects come back without a prototype, so that a member may have any name.
export function readStrictly(bytes) {
  const text = decode(bytes);
  let at = 0;

  const skip = () => { while (at < text.length && ' \t\r\n'.includes(text[at])) at++; };
  const take = (expected) => {
    skip();
    must(text.startsWith(expected, at), `${expected} is missing at ${at}`);
    at += expected.length;
  };
  const isNext = (character) => (skip(), text[at] === character);
  const match = (pattern) => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    must(found !== undefined, `nothing can be read at ${at}`);
    at += found.length;
    return found;
  };

  function string() {
    const found = JSON.parse(match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y));
    must(!/\p{Surrogate}/u.test(found), 'a text holds half a surrogate pair');
    return found;
  }

  function number() {
    const found = match(/-?[0-9][0-9.eE+-]*/y);
    must(/^(0|-?[1-9][0-9]*)$/.test(found) && Number.isSafeInteger(Number(found)), `${found} is no whole number in plain digits`);
    return Number(found);
  }

  function list() {
    const found = [];
    take('[');
    if (!isNext(']')) do found.push(value()); while (isNext(',') && ++at);
    take(']');
    return found;
  }

  function object() {
    const found = Object.create(null);
    take('{');
    if (!isNext('}')) {
      do {
        skip();
        const name = string();
        must(!(name in found), `the member ${name} comes twice`);
        take(':');
        found[name] = value();
      } while (isNext(',') && ++at);
    }
    take('}');
    return found;
  }

  function value() {
    skip();
    if (text[at] === '{') return object();
    if (text[at] === '[') return list();
    if (text[at] === '"') return string();
    if (/[-0-9]/.test(text[at] ?? '')) return number();
    return {true: true, false: false, null: null}[match(/true|false|null/y)];
  }

  const whole = value();
  skip();
  must(at === text.length, 'something stands after the end');
  return whole;
}
