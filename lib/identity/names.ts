// Names as people write them: comparing, cutting into search words, initials.
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const honorifics = new Set([
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
]);
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Folded words of a text: no case, no accents, no punctuation. */
export function nameWords(text: string): string[] {
  return fold(text.slice(0, 400)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Same words in any order ("Ruiz, Marta" is "Marta Ruiz"), without honorifics and parentheses. */
export function sameName(a: string, b: string): boolean {
  const words = (name: string) =>
    nameWords(name.replace(/\([^)]*\)/g, ' '))
      .filter(word => !honorifics.has(word))
      .sort()
      .join(' ');
  const left = words(a);
  return left !== '' && left === words(b);
}

/** What is looked for when these words are typed. */
export function queryWords(text: string): string[] {
  return [...new Set(nameWords(text))].slice(0, 8);
}

/** Every suffix of a run without blanks between words (CJK), so that a search may begin anywhere in it. */
const suffixes = (word: string) =>
  cjk.test(word)
    ? [...word].slice(0, 12).map((_letter, index, letters) => letters.slice(index).join(''))
    : [word];

/** All words a contact is found by, at most 60 of at most 40 characters. */
export function searchWords(contact: Contact, identities: Identity[]): string[] {
  const texts = [contact.name, contact.callName, contact.company, contact.title].map(
    value => value?.value ?? '',
  );
  const handles = identities.map(({ kind, value }) => (kind === 'phone' ? value.replace(/\D/g, '') : value));
  const words = [...texts, ...contact.tags, ...handles].flatMap(nameWords).flatMap(suffixes);
  return [...new Set(words.map(word => word.slice(0, 40)))].slice(0, 60);
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
