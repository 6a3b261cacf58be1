// People that are written as a table or as address cards come back as they were, without whoever is in the trash.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import type { PeopleFormat } from '../../lib/transfer/people-file';
import { carryOut } from '../../lib/transfer/work';
import { install, silent, uninstall } from './installation';

let db: Database;
beforeEach(async () => {
  db = await install();
});
afterEach(() => uninstall(db));

const people = [
  'Name,Email,Email 2,Phone,Company,Title,Tags,Notes,LinkedIn,Shirt',
  'Ana Berg,ana@norte.example,ana@home.example,+34 600 111 222,Norte,Buyer,"VIP, Wholesale","Two lines',
  'of a note",https://www.linkedin.com/in/ana-berg,L',
  '"=cmd|\' /C calc\'!A0",formula@x.example,,,"=1+1",,,,,',
  'نورة القحطاني,noura@qahwa.example,,,قهوة,,,,,',
  'Gone,gone@x.example,,,,,,,,',
].join('\r\n');

async function bring(content: string): Promise<void> {
  const file = new Blob([content]);
  const looked = await carryOut({ do: 'inspect', files: [file] }, silent);
  if (!('done' in looked) || looked.done !== 'inspect') throw new Error(JSON.stringify(looked));
  const { source } = looked.found;
  const job = { id: crypto.randomUUID(), at: 5000, file: { name: 'x', size: 1, modified: 1 }, written: 0 };
  const decisions = {
    choice: 'mine' as const,
    choices: {},
    fields: [{ name: 'Shirt', kind: 'text' as const }],
  };
  const task = {
    do: 'bring' as const,
    files: [file],
    source,
    decisions,
    job: { ...job, state: 'running' as const },
  };
  const brought = await carryOut(task, silent);
  if ('failed' in brought) throw new Error(brought.failed);
}

async function written(format: PeopleFormat, contacts?: string[]): Promise<string> {
  const outcome = await carryOut({ do: 'export-people', format, ...(contacts && { contacts }) }, silent);
  if (!('done' in outcome) || outcome.done !== 'export-people') throw new Error(JSON.stringify(outcome));
  // Without the mark at the beginning, which a decoder takes off.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await outcome.file.arrayBuffer());
}

/** What another program can know of everybody, by name. */
async function everybody() {
  const fields = new Map((await db.fields.toArray()).map(({ id, name }) => [id, name]));
  const contacts = await db.contacts.filter(({ deletedAt }) => deletedAt === undefined).toArray();
  const all = contacts.map(async contact => ({
    name: contact.name.value,
    company: contact.company?.value,
    title: contact.title?.value,
    tags: contact.tags,
    fields: contact.fields.map(({ field, value }) => [fields.get(field), value]),
    identities: await db.identities.where('contactId').equals(contact.id).primaryKeys(),
    notes: (await db.events.filter(({ contactId }) => contactId === contact.id).toArray()).map(
      ({ text }) => text,
    ),
  }));
  return (await Promise.all(all)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

it.each(['csv', 'csv-raw', 'vcard'] as const)('are the same after %s', async format => {
  await bring(people);
  const gone = (await db.contacts.toArray()).find(({ name }) => name.value === 'Gone');
  await db.contacts.update(gone?.id ?? '', { deletedAt: 1 });
  await db.search.delete(gone?.id ?? '');
  const before = await everybody();
  expect(before.map(({ name }) => name)).toEqual(["=cmd|' /C calc'!A0", 'Ana Berg', 'نورة القحطاني']);
  expect(before[1]?.identities).toHaveLength(4);
  const file = await written(format);
  db.close();
  db = await install();
  await bring(file);
  expect(await everybody()).toEqual(before);
});

it('are only those who were asked for', async () => {
  await bring(people);
  const [first] = await db.contacts.toArray();
  const cards = (await written('vcard', [first?.id ?? ''])).match(/BEGIN:VCARD/g);
  expect(cards).toHaveLength(1);
});

it('compute nothing in a spreadsheet unless asked to be as they are', async () => {
  await bring(people);
  expect(await written('csv')).toContain("'=1+1");
  const raw = await written('csv-raw');
  expect(raw).toContain(',=1+1');
  expect(raw).not.toContain("'=1+1");
});
