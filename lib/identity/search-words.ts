// Search: the words a contact is found by, and what a typed query looks for.
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import { cjk, nameWords } from './names';
import { joinPhoneDigits, phoneDigits } from './phone';

/** What is looked for when these words are typed. */
export function queryWords(text: string): string[] {
  return [...new Set(nameWords(text))].slice(0, 8);
}

/** Both ways to read a query with digits, first as part of a phone number, then word by word. */
export function queryReadings(text: string): string[][] {
  const [joined, apart] = [queryWords(joinPhoneDigits(text)), queryWords(text)];
  return joined.join(' ') === apart.join(' ') ? [apart] : [joined, apart];
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
  // Nobody types the hash of a picture; its beginning would be found by chance.
  const typed = identities.filter(({ kind }) => kind !== 'gravatar');
  const handles = typed.flatMap(({ kind, value }) => (kind === 'phone' ? phoneDigits(value) : [value]));
  const words = [...texts, ...contact.tags, ...handles].flatMap(nameWords).flatMap(suffixes);
  return [...new Set(words.map(word => word.slice(0, 40)))].slice(0, 60);
}
