// Look-alikes: addresses that are not the known one but read like it (the idea of UTS 39's skeletons).

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
const letterOf = new Map(
  confusables.flatMap(([letter, twins]) => [...twins].map(twin => [twin, letter] as const)),
);

/** Two texts that look the same have the same skeleton; it is for comparing only, never shown. */
export function skeleton(text: string): string {
  const plain = decodePunycode(text)
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase();
  const letters = Array.from(plain, letter => (letter === '@' ? '@' : (letterOf.get(letter) ?? letter))).join(
    '',
  );
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

/** Puts the letters of `xn--` labels back (RFC 3492), so that they can be compared with what they imitate. */
function decodePunycode(text: string): string {
  return text.replace(/xn--[a-z0-9-]+/gi, label => decodeLabel(label.slice(4).toLowerCase()) ?? label);
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

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The label people read: the longest one before the last. */
const mainLabel = (domain: string) =>
  domain
    .split('.')
    .slice(0, -1)
    .reduce((longest, label) => (label.length > longest.length ? label : longest), '');

/**
 * How `seen` imitates the domain of `known`, undefined when it does not. Equal domains never do, nor do domains
 * that differ only behind the name (`norte.de`, `norte.com`), nor names of five letters or fewer by one letter.
 */
export function looksLike(
  seen: string,
  known: string,
): 'same-skeleton' | 'one-letter-off' | 'extra-label' | undefined {
  const [a, b] = [domainOf(seen), domainOf(known)];
  if (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return undefined;
  if (skeleton(a) === skeleton(b)) return 'same-skeleton';
  if (`${a}.`.startsWith(`${b}.`)) return 'extra-label';
  const [left, right] = [mainLabel(a), mainLabel(b)];
  if (left === right || Math.min(left.length, right.length) <= 5) return undefined;
  return oneEdit(left, right) ? 'one-letter-off' : undefined;
}

/** True when one insertion, deletion, replacement or swap of neighbours makes `a` into `b`. */
function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)];
  if (middleA.length <= 1 && middleB.length <= 1) return true;
  return (
    middleA.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0] && middleB.length === 2
  );
}

export type Part = { text: string; differs: boolean };

/** Both addresses cut where they differ, so that the difference can be underlined. */
export function differences(known: string, seen: string): { known: Part[]; seen: Part[] } {
  const [a, b] = [[...known], [...seen]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const cut = (letters: string[]): Part[] =>
    [
      { text: letters.slice(0, start).join(''), differs: false },
      { text: letters.slice(start, letters.length - end).join(''), differs: true },
      { text: letters.slice(letters.length - end).join(''), differs: false },
    ].filter(part => part.text !== '');
  return { known: cut(a), seen: cut(b) };
}
