// Skeletons: what a text looks like, whatever characters it is made of (the idea of UTS 39).

/** Characters that pass for a Latin letter, grouped by the letter. */
const confusables: [string, string][] = [
  ['a', 'аαɑ@'],
  ['b', 'Ьь'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еєҽ'],
  ['g', 'ɡ'],
  ['h', 'һ'],
  ['l', 'іıⅰ|1iӏłΙ'],
  ['j', 'јϳ'],
  ['k', 'κк'],
  ['m', 'мⅿ'],
  ['n', 'пη'],
  ['o', 'оο0օσ'],
  ['p', 'рρ'],
  ['q', 'ԛ'],
  ['s', 'ѕ5'],
  ['t', 'т'],
  ['u', 'υս'],
  ['v', 'ѵν'],
  ['w', 'ԝω'],
  ['x', 'хχ'],
  ['y', 'уγ'],
  ['z', '2'],
];
/** The Latin letter that a character passes for. */
export const letterOf: ReadonlyMap<string, string> = new Map(
  confusables.flatMap(([letter, twins]) => [...twins].map(twin => [twin, letter] as const)),
);

/** Marks, format characters, and letters without a shape: the fillers of Hangul and the blank of Braille. */
export const invisible = /[\p{M}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Two texts that look the same have the same skeleton; it is for comparing only, never shown. Never throws. */
export function skeleton(text: string): string {
  const plain = decodePunycode(text).normalize('NFKD').replace(invisible, '').toLowerCase();
  const letters = Array.from(plain, letter => (letter === '@' ? '@' : (letterOf.get(letter) ?? letter))).join(
    '',
  );
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

/** A label of a domain has 63 letters (RFC 1035), and no number in punycode is larger than this (RFC 3492, 6.4). */
const [longestLabel, largestDelta] = [63, 0x7fffffff];

/** Puts the letters of `xn--` labels back (RFC 3492), so that they can be compared with what they imitate. */
function decodePunycode(text: string): string {
  return text.replace(/xn--[a-z0-9-]+/gi, label =>
    label.length > longestLabel ? label : (decodeLabel(label.slice(4).toLowerCase()) ?? label),
  );
}

function decodeLabel(input: string): string | undefined {
  const split = input.lastIndexOf('-');
  const output = split > 0 ? [...input.slice(0, split)] : [];
  let [n, i, bias] = [128, 0, 72];
  for (let position = split > 0 ? split + 1 : 0; position < input.length; ) {
    const read = readDelta(input, position, bias);
    if (!read) return undefined;
    const points = output.length + 1;
    bias = adapt(read.delta, points, i === 0);
    i += read.delta;
    n += Math.floor(i / points);
    i %= points;
    if (n > 0x10ffff) return undefined;
    output.splice(i++, 0, String.fromCodePoint(n));
    position = read.next;
  }
  return output.join('');
}

/** One number of variable length and where the next begins; undefined when a character is no digit. */
function readDelta(input: string, from: number, bias: number): { delta: number; next: number } | undefined {
  let [delta, weight, position] = [0, 1, from];
  for (let k = 36; ; k += 36) {
    const code = input.charCodeAt(position++);
    const digit = code >= 97 ? code - 97 : code - 22;
    if (!(digit >= 0 && digit < 36)) return undefined;
    delta += digit * weight;
    if (delta > largestDelta) return undefined;
    const threshold = Math.min(Math.max(k - bias, 1), 26);
    if (digit < threshold) return { delta, next: position };
    weight *= 36 - threshold;
  }
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
