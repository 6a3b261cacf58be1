// Databases as earlier versions left them open with today's code, whole and usable.
import { readdirSync, readFileSync } from 'node:fs';
import { indexedDB } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../lib/db/database';
import { isDerived, rebuildDerived } from '../../lib/db/rebuild';
import { contactSchema } from '../../lib/model/contact';
import { customFieldSchema } from '../../lib/model/custom-field';
import { distinctPairSchema } from '../../lib/model/distinct-pair';
import { eventSchema } from '../../lib/model/event';
import { followUpSchema } from '../../lib/model/follow-up';
import { forgottenSchema } from '../../lib/model/forgotten';
import { identitySchema } from '../../lib/model/identity';
import { journalEntrySchema } from '../../lib/model/journal';
import { rejectionSchema } from '../../lib/model/rejection';
import { replySchema } from '../../lib/model/reply';
import { savedViewSchema } from '../../lib/model/saved-view';
import { openOffice } from '../crm/office';
import { conversation, marta, onScreen, sender, show } from '../crm/people';
import { dump } from './memory';
import { type Sample, writeSample } from './samples/write';

/** What may change when rows are derived anew. */
const derived = ['search', 'domains', 'settings'];
const folder = `${import.meta.dirname}/samples`;
const samples = readdirSync(folder).filter(name => /^version-\d+\.json$/.test(name));

const schemas = {
  contacts: contactSchema,
  identities: identitySchema,
  events: eventSchema,
  followUps: followUpSchema,
  fields: customFieldSchema,
  replies: replySchema,
  rejections: rejectionSchema,
  distinct: distinctPairSchema,
  savedViews: savedViewSchema,
  forgotten: forgottenSchema,
  journal: journalEntrySchema,
};

/** Makes the database without our code, as a browser keeps it on disk. */
function restore(sample: Sample, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Dexie stores its version times ten.
    const request = indexedDB.open(name, sample.version * 10);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, indexes, rows } of sample.stores) {
        const created = request.result.createObjectStore(store, { keyPath });
        for (const { name: index, keyPath: path, multiEntry } of indexes)
          created.createIndex(index, path, { multiEntry });
        for (const row of rows) created.put(row);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

const read = (file: string): Sample => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));

async function restored(file: string): Promise<[Database, Sample]> {
  const sample = read(file);
  const name = `${file}-${crypto.randomUUID()}`;
  await restore(sample, name);
  return [openDatabase(name), sample];
}

describe('the samples', () => {
  it.runIf(process.env.REGULARS_WRITE_SAMPLE)('are written anew', () => writeSample());

  it('are one for every version', () => {
    const { verno } = openDatabase('never-opened');
    const expected = Array.from({ length: verno }, (_, index) => `version-${index + 1}.json`);
    expect(samples.toSorted()).toEqual(expected.toSorted());
  });
});

describe.each(samples)('%s', file => {
  it('has a row of every kind', () => {
    const counts = read(file).stores.map(store => [store.name, store.rows.length]);
    expect(counts.filter(([, count]) => count === 0)).toEqual([]);
  });

  it('opens with nothing lost, and every row fits today’s model', async () => {
    const [db, sample] = await restored(file);
    for (const { name, keyPath, rows } of sample.stores) {
      const kept = await db
        .table(name)
        .bulkGet(rows.map(row => (row as Record<string, string>)[keyPath] ?? 'x'));
      expect([name, kept]).toEqual([name, rows]);
    }
    for (const [name, schema] of Object.entries(schemas)) {
      for (const row of await db.table(name).toArray()) expect(schema.safeParse(row).error).toBeUndefined();
    }
  });

  it('has its derived rows brought up to date, once, whenever that is stopped', async () => {
    const [db, sample] = await restored(file);
    expect(await isDerived(db)).toBe(sample.version >= 2);
    const owned = await dump(db, derived);
    // As a background that is stopped after the first rows were written.
    await db.domains.orderBy('domain').limit(1).modify({ near: [] });
    await rebuildDerived(db);
    const after = await dump(db, ['settings']);
    expect(await isDerived(db)).toBe(true);
    expect(await dump(db, derived)).toBe(owned);
    await Promise.all([db.search.clear(), db.domains.clear()]);
    await rebuildDerived(db);
    expect(await dump(db, ['settings'])).toBe(after);
  });

  it('is worked with: recognises, shows, edits, takes back, brings back from the trash', async () => {
    const [db] = await restored(file);
    const office = await openOffice(db);
    await show(office, conversation([sender('M.', marta.value)]));
    const { card } = await onScreen(office);
    expect(card?.contact).toMatchObject({ name: { value: 'Marta Ruiz' }, title: { value: 'Owner' } });
    expect(card?.openIssues).toHaveLength(1);
    expect(card?.lastPromise?.text).toBe('A call on Friday.');
    expect(card?.followUps[0]?.text).toBe('Ask whether the sail came');
    const edit = await office.done(
      'contacts.save',
      { id: card?.contact.id, patch: { title: 'Admiral' } },
      undefined,
      'edit',
    );
    await office.get('journal.undo', { id: edit }, undefined, 'undo');
    const [gone] = await office.get<{ commandId: string }[]>('contacts.trash', {});
    await office.get('journal.undo', { id: gone?.commandId }, undefined, 'back');
    expect(
      await office.get('contacts.search', { query: '小龙', limit: 5 }, undefined, 'search'),
    ).toHaveLength(1);
  });
});
