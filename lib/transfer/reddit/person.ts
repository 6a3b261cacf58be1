// A Reddit account as a draft of a person: what both files have in common.
import type { PersonDraft, ReadPerson } from '../../model/person-draft';

const mostNotes = 50;
const longestNote = 4000;

type Note = PersonDraft['notes'][number];
type Account = {
  place: number;
  name: string;
  tags: string[];
  notes: Note[];
  fields: PersonDraft['fields'];
  remarks?: string[];
};

/** Names of accounts as Reddit allows them. */
export const isAccountName = (text: string): boolean => /^[A-Za-z0-9_-]{1,30}$/.test(text);

/** An address on Reddit or elsewhere as it can be opened; undefined for what is none. */
export function addressOf(link: string): string | undefined {
  if (link === '' || link.length > 1000) return undefined;
  const url = URL.parse(link, 'https://www.reddit.com');
  return url && ['https:', 'http:'].includes(url.protocol) ? url.href : undefined;
}

/** The draft, or why it is refused. */
export function toPerson({ place, name, tags, notes, fields, remarks = [] }: Account): ReadPerson {
  if (!isAccountName(name))
    return { place, refused: `“${name.slice(0, 40)}” is no name of an account on Reddit.` };
  const isLong = notes.some(({ text }) => text.length > longestNote);
  return {
    draft: {
      place,
      name,
      identities: [{ kind: 'reddit', value: name }],
      tags,
      notes: notes.slice(0, mostNotes).map(note => ({ ...note, text: note.text.slice(0, longestNote) })),
      fields,
    },
    remarks: [
      ...remarks,
      ...(notes.length > mostNotes ? [`Of ${notes.length} notes the newest ${mostNotes} are taken.`] : []),
      ...(isLong ? ['A note was cut to 4,000 characters.'] : []),
    ],
  };
}

/** Reads JSON. Throws a sentence for what is none or larger than `largest` characters. */
export function parseJson(text: string, largest: number): unknown {
  if (text.length > largest) throw new Error(`This file is larger than ${largest / 1024 / 1024} MB.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This file is not JSON.');
  }
}
