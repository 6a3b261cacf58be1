// Look-alikes: addresses that are not the known one but read like it.
import { skeleton } from './skeleton';

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
  if (left === right || Math.min(left.length, right.length) <= shortestNear) return undefined;
  return oneEdit(left, right) ? 'one-letter-off' : undefined;
}

/** Where the name of a domain is cut into three, by its length. */
const cuts = (length: number) => [Math.floor(length / 3), Math.floor((length * 2) / 3)] as const;

/**
 * Keys under which a known domain is found by `seenKeys`: its name with one of its three parts left out. One letter off
 * leaves two parts whole. None for names of five letters or fewer.
 */
export function nearKeys(domain: string): string[] {
  const label = mainLabel(domain.toLowerCase());
  return label.length > shortestNear ? partKeys(label, label.length) : [];
}

/** Keys of all known domains whose name may be one letter off; that one has such a key is no proof. */
export function seenKeys(domain: string): string[] {
  const label = mainLabel(domain.toLowerCase());
  if (label.length <= shortestNear) return [];
  const lengths = [-1, 0, 1].map(more => label.length + more).filter(length => length > shortestNear);
  // A swap over a cut spoils two parts; swapped back it is the name itself.
  const swapped = cuts(label.length).map(
    at => label.slice(0, at - 1) + label.charAt(at) + label.charAt(at - 1) + label.slice(at + 1),
  );
  return [
    ...lengths.flatMap(length => partKeys(label, length)),
    ...swapped.flatMap(text => partKeys(text, label.length).slice(0, 1)),
  ];
}

/** The parts of a name of `length` letters as `label` would have them, were the letter more or less in the third. */
function partKeys(label: string, length: number): string[] {
  const [first, second] = cuts(length);
  const more = label.length - length;
  return [
    `${length}<${label.slice(0, second)}`,
    `${length}=${label.slice(0, first)}|${label.slice(second + more)}`,
    `${length}>${label.slice(first + more)}`,
  ];
}

/** Names of so many letters are too often one letter apart by chance. */
const shortestNear = 5;

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
