// Writes the sample database of the newest schema version; run once for each new version, never for an old one.
import { writeFileSync } from 'node:fs';
import type { Database } from '../../../lib/db/database';
import { distinctPair } from '../../../lib/model/distinct-pair';
import { furnish } from '../../crm/inputs';
import { type Office, openOffice, senders } from '../../crm/office';
import { addPerson, conversation, marta, sender, show } from '../../crm/people';

export type Sample = {
  version: number;
  stores: {
    name: string;
    keyPath: string;
    indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[];
    rows: unknown[];
  }[];
};

/** Every kind of row, with everything a row can have. */
async function fill(office: Office): Promise<void> {
  const { contact } = await furnish(office);
  await office.get('settings.save', { history: 'automatic', welcomed: true });
  await office.get('fields.save', {
    field: { id: 'f-boat', slug: 'boat', name: 'Boat', kind: 'text', choices: [], order: 1 },
  });
  await office.get('contacts.save', {
    id: contact,
    patch: {
      callName: 'Marta',
      title: 'Owner',
      stage: 'customer',
      style: 'close',
      timeZone: 'Europe/Madrid',
      tags: ['sails'],
      preferences: [{ id: 'p1', key: 'language', label: 'Language', value: 'es' }],
      fields: [{ field: 'f-boat', value: 'Gaviota' }],
      consent: 'Orders',
    },
  });
  await office.get('contacts.verify', { id: contact, key: `email:${marta.value}`, isTheirs: true });
  await show(office, conversation([sender('Marta Ruiz', marta.value)]));
  await office.get('timeline.add', { contactId: contact, kind: 'promise', text: 'A call on Friday.' });
  await office.get('contacts.notThisPerson', {
    id: contact,
    identities: [{ kind: 'email', value: 'marta@elsewhere.example' }],
  });
  const forgotten = await addPerson(office, 'Nadie', ['nadie@norte-boats.example']);
  await office.get('contacts.forget', { id: forgotten, keepsPrint: true });
  const gone = await addPerson(office, '李小龙', ['li@xn--e1afmkfd.example']);
  await office.get('contacts.delete', { id: gone });
  await office.db.distinct.put(distinctPair(contact, gone, 1));
  const view = {
    id: 'v-1',
    name: 'Sailors',
    query: { tags: ['sails'] },
    columns: ['company' as const],
    order: 1,
  };
  await office.db.savedViews.put(view);
  await office.db.backups.put({
    id: 'b-1',
    at: 1,
    name: 'regulars-backup-19700101T000000001Z-before.json.gz.age',
    kind: 'before',
    reason: 'an import',
    size: 1,
    fileHash: 'a'.repeat(64),
    sums: { counts: { contacts: 1 }, checksum: 'b'.repeat(64) },
    encrypted: true,
    where: 'folder',
    verifiedAt: 2,
    mark: 'call-1 1',
    removedAt: 3,
  });
  const file = { name: 'people.csv', size: 1, modified: 1 };
  await office.db.imports.put({ id: 'i-1', at: 1, file, written: 1, state: 'stopped' });
  const edit = await office.done('contacts.save', { id: contact, patch: { title: 'Captain' } });
  await office.get('journal.undo', { id: edit }, senders.frame);
}

const asSample = async (db: Database): Promise<Sample> => ({
  version: db.verno,
  stores: await Promise.all(
    db.tables.map(async ({ name, schema }) => ({
      name,
      keyPath: String(schema.primKey.keyPath),
      indexes: schema.indexes.map(({ name: index, keyPath, multi }) => ({
        name: index,
        keyPath: keyPath ?? '',
        multiEntry: multi === true,
      })),
      rows: await db.table(name).toArray(),
    })),
  ),
});

/** Writes `version-N.json` beside this file; the formatter brings it into the house's form. */
export async function writeSample(): Promise<void> {
  const office = await openOffice();
  await fill(office);
  const sample = await asSample(office.db);
  const file = `${import.meta.dirname}/version-${sample.version}.json`;
  writeFileSync(file, `${JSON.stringify(sample, null, 1)}\n`);
}
