// Reading vCards in tests: files made of lines, and who is found in them.
import type { PersonDraft, ReadPerson } from '../../../lib/model/person-draft';
import { readVcards } from '../../../lib/transfer/vcard/read';

/** A card of these lines, with CRLF. */
export const card = (version: '2.1' | '3.0' | '4.0', ...lines: string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

export async function everyone(...parts: BlobPart[]): Promise<ReadPerson[]> {
  const people: ReadPerson[] = [];
  for await (const person of readVcards(new Blob(parts))) people.push(person);
  return people;
}

/** The one person of a file, who must be there. */
export async function onePerson(...parts: BlobPart[]): Promise<{ draft: PersonDraft; remarks: string[] }> {
  const [person, ...others] = await everyone(...parts);
  if (!person || 'refused' in person || others.length > 0)
    throw new Error(JSON.stringify([person, ...others]).slice(0, 500));
  return person;
}

/** What is known of the person of a card of version 4.0 with a name and these lines. */
export const known = async (...lines: string[]) => onePerson(card('4.0', 'FN:Ana Prat', ...lines));

/** Each letter as one byte, so that files in other character sets can be written down. */
export const bytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));
