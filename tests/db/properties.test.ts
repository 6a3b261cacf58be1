// What holds after any sequence of commands: all can be taken back, and what is derived is never out of date.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownerOf, standsFor } from '../../lib/db/merged';
import { rebuildDerived } from '../../lib/db/rebuild';
import { type Office, openOffice } from '../crm/office';
import { dump } from './memory';
import { doWork, work, workWithUndo } from './random-work';

const data = (office: Office) => dump(office.db, ['journal']);

async function expectConsistent(office: Office): Promise<void> {
  const { db } = office;
  const before = await dump(db);
  await rebuildDerived(db);
  expect(await dump(db)).toBe(before);
  const contacts = new Set(await db.contacts.toCollection().primaryKeys());
  for (const table of [db.identities, db.events, db.followUps, db.rejections]) {
    for (const row of await table.toArray()) expect(contacts).toContain(row.contactId);
  }
  for (const table of [db.identities, db.events, db.followUps]) {
    for (const row of await table.toArray()) {
      expect((await standsFor(db, ownerOf(row)))?.id).toBe(row.contactId);
      expect(row.origin).not.toBe(row.contactId);
    }
  }
  for (const pair of await db.distinct.toArray())
    for (const id of [pair.first, pair.second]) expect(contacts).toContain(id);
  for (const { merged } of await db.contacts.toArray()) if (merged) expect(contacts).toContain(merged.into);
}

describe('any sequence of commands', () => {
  it('taken back in reverse leaves what was there before', async () => {
    await fc.assert(
      fc.asyncProperty(work, work, async (earlier, later) => {
        const office = await openOffice();
        await doWork(office, earlier, 'yesterday');
        const before = await data(office);
        const done = await doWork(office, later);
        for (const id of done.toReversed()) {
          const { result } = await office.get<{ result: { kept: string[] } }>('journal.undo', { id });
          expect(result.kept).toEqual([]);
        }
        expect(await data(office)).toBe(before);
        await office.db.delete();
      }),
      { numRuns: 25 },
    );
  });

  it('leaves search words, known domains and owners as they would be built anew', async () => {
    await fc.assert(
      fc.asyncProperty(workWithUndo, async steps => {
        const office = await openOffice();
        await doWork(office, steps);
        await expectConsistent(office);
        await office.db.delete();
      }),
      { numRuns: 40 },
    );
  });

  it('repeated call by call changes nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(work, async steps => {
        const office = await openOffice();
        const done = await doWork(office, steps);
        const before = await dump(office.db);
        for (const id of done) {
          const entry = await office.db.journal.get(id);
          await office.ask(entry?.name ?? '', inputs[entry?.name ?? ''], undefined, id);
        }
        expect(await dump(office.db)).toBe(before);
        await office.db.delete();
      }),
      { numRuns: 15 },
    );
  });
});

/** Any good input will do: a repeated id is answered from the journal. */
const inputs: Record<string, unknown> = {
  'contacts.create': { patch: { name: 'Other' }, identities: [], from: 'user' },
  'contacts.save': { id: 'x', patch: { name: 'Other' } },
  'contacts.link': { id: 'x', identities: [{ kind: 'x', value: '@other' }] },
  'contacts.notThisPerson': { id: 'x', identities: [{ kind: 'x', value: '@other' }] },
  'contacts.delete': { id: 'x' },
  'contacts.merge': { winner: 'x', loser: 'y', choices: [] },
  'contacts.takeApart': { id: 'x', theirs: [] },
  'contacts.notSame': { ids: ['x', 'y'] },
  'timeline.add': { contactId: 'x', kind: 'note', text: 'Other' },
  'timeline.close': { id: 'x', open: true },
  'timeline.remove': { id: 'x' },
  'followUps.add': { contactId: 'x', text: 'Other', dueAt: 1 },
  'followUps.done': { id: 'x' },
  'settings.save': { theme: 'auto' },
};
