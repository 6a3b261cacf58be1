// Names as people write them: comparing, cutting into words, initials.

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
/** Titles before a name, folded. */
export const honorifics: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'herr',
  'frau',
  'sr',
  'sra',
  'don',
  'dona',
  'mme',
  'ing',
  'mx',
  'miss',
  'srta',
  'dna',
  'phd',
  'mba',
]);
/** Scripts that put no blanks between words. */
export const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Folded words of a text: no case, no accents, no punctuation. */
export function nameWords(text: string): string[] {
  return fold(text.slice(0, 400)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a name in one order, without honorifics and parentheses: equal for "Ruiz, Marta" and "Dr. Marta Ruiz". */
export const ownNameWords = (name: string): string =>
  nameWords(name.replace(/\([^)]*\)/g, ' '))
    .filter(word => !honorifics.has(word))
    .sort()
    .join(' ');

/** Same words in any order ("Ruiz, Marta" is "Marta Ruiz"), without honorifics and parentheses. */
export function sameName(a: string, b: string): boolean {
  const left = ownNameWords(a);
  return left !== '' && left === ownNameWords(b);
}

/** One or two letters that stand for a name; `?` for none. */
export function initials(name: string): string {
  const words = cleanDisplayName(name).match(/[\p{L}\p{N}]\p{M}*/gu)
    ? cleanDisplayName(name).split(/[\s,.-]+/u)
    : [];
  const letters = words.flatMap(word => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? []);
  const [first = '?', ...rest] = letters;
  if (cjk.test(first)) return first;
  return (first + (rest.at(-1) ?? '')).toLocaleUpperCase();
}

/** The name without bidi controls, zero-width characters, outer quotes and doubled blanks. */
export function cleanDisplayName(text: string): string {
  return text
    .slice(0, 300)
    .replace(/[\p{Cc}\p{Cf}]/gu, character =>
      character === '\u200d' || character === '\u200c' ? character : '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'“‘«])(.*)["'”’»]$/u, '$2')
    .trim();
}

/** True for a display name that is itself an address, which some senders use to look like somebody else. */
export function nameLooksLikeAddress(name: string): boolean {
  return /\S@[^\s@]+\.[^\s@]/.test(name.slice(0, 400));
}

/** The first word of a name, to call people by where nothing else is known. */
export function firstName(name: string): string {
  const clean = cleanDisplayName(name);
  const [, afterComma] = clean.split(/,\s*/);
  return (afterComma ?? clean).split(' ')[0] ?? clean;
}
