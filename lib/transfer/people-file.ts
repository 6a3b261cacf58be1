// People as a file for other programs: a table or address cards, read from the database in portions.
import { type Database, openDatabase } from '../db/database';
import { listWaiting } from '../db/follow-ups';
import { listNotes } from '../db/timeline';
import { type Contact, isPresent } from '../model/contact';
import type { CustomField } from '../model/custom-field';
import type { TimelineEvent } from '../model/event';
import type { FollowUp } from '../model/follow-up';
import type { Identity } from '../model/identity';
import { csvOf } from './csv/write';
import { writeVcard } from './vcard/write';

/** `csv-raw`: a table whose cells a spreadsheet may take for formulas. */
export type PeopleFormat = 'csv' | 'csv-raw' | 'vcard';
/** `contacts`: only these people, in this order; absent: everybody, by name. */
export type PeopleTask = { do: 'export-people'; format: PeopleFormat; contacts?: string[] };
export type PeopleOutcome = { done: 'export-people'; file: Blob; people: number };

export const isPeopleTask = <Other extends { do: string }>(task: Other | PeopleTask): task is PeopleTask =>
  task.do === 'export-people';

/** So many people are read at once. */
const portionSize = 200;

type WholePerson = {
  contact: Contact;
  identities: Identity[];
  notes: TimelineEvent[];
  followUp?: FollowUp;
};

/** Writes people as a file; `tell` hears how many are read. Whoever is in the trash is left out. */
export async function exportPeople(
  { format, contacts }: PeopleTask,
  tell: (progress: { progress: number; of: number }) => void,
): Promise<PeopleOutcome> {
  const db = openDatabase();
  const ids = contacts ?? (await db.search.orderBy('sort').primaryKeys());
  const fields = await db.fields.toArray();
  let people = 0;
  const all = async function* () {
    for (let at = 0; at < ids.length; at += portionSize) {
      const portion = await wholePeople(db, ids.slice(at, at + portionSize));
      people += portion.length;
      yield* portion;
      tell({ progress: Math.min(at + portionSize, ids.length), of: ids.length });
    }
  };
  const parts: string[] = [];
  for await (const part of format === 'vcard' ? cards(all(), fields) : table(all(), fields, format))
    parts.push(part);
  const type = format === 'vcard' ? 'text/vcard' : 'text/csv';
  return { done: 'export-people', file: new Blob(parts, { type }), people };
}

async function wholePeople(db: Database, ids: string[]): Promise<WholePerson[]> {
  const contacts = await db.contacts.bulkGet(ids);
  const identities = await db.identities.where('contactId').anyOf(ids).toArray();
  const byContact = Map.groupBy(identities, ({ contactId }) => contactId);
  const people = contacts.flatMap(async contact => {
    if (!contact || !isPresent(contact)) return [];
    const [notes, [followUp]] = await Promise.all([listNotes(db, contact.id), listWaiting(db, contact.id)]);
    return { contact, identities: byContact.get(contact.id) ?? [], notes, ...(followUp && { followUp }) };
  });
  return (await Promise.all(people)).flat();
}

function table(people: AsyncIterable<WholePerson>, fields: CustomField[], format: PeopleFormat) {
  const rows = async function* () {
    for await (const { notes, ...person } of people)
      yield { ...person, notes: notes.map(({ text = '' }) => text).join('\n\n') };
  };
  return csvOf(rows(), { fields, isRaw: format === 'csv-raw' });
}

async function* cards(people: AsyncIterable<WholePerson>, fields: CustomField[]) {
  for await (const person of people) yield writeVcard({ ...person, fields });
}
