// Bulk changes and their undo: one batch, taken back as a whole, also after edits, and also when it was stopped.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchInfo, batchPortion, changePeople } from '../../lib/db/batch';
import { rebuildDerived } from '../../lib/db/rebuild';
import type { BatchUndo } from '../../lib/db/undo-batch';
import { type BulkChange, changedContact } from '../../lib/list/bulk-change';
import { carryOutBulk } from '../../lib/list/bulk-work';
import type { WideChange } from '../../lib/model/wide-change';
import { monday, type Office, openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { dump } from './memory';
import { doWork, work } from './random-work';

const data = (office: Office) => dump(office.db, ['journal']);
/** Locks where there is no browser. */
const locks = {
  request: async (_name: string, _options: unknown, work: (lock: null) => unknown) => work(null),
} as Pick<LockManager, 'request'>;
const calm: Parameters<typeof carryOutBulk>[4] = {
  signal: new AbortController().signal,
  tell: () => undefined,
};

const bulk = (office: Office, ids: string[], change: BulkChange, batch = 'b1', watch = calm) =>
  carryOutBulk(office.db, ids, change, batch, watch, locks);

/** Takes a batch back as the full page does; gives what was kept and the portions it took. */
async function undo(office: Office, batch: string): Promise<{ kept: string[]; portions: number }> {
  const kept: string[] = [];
  let portions = 0;
  for (let before: string | undefined, isLast = false; !isLast; ) {
    const { result }: { result: BatchUndo } = await office.get('journal.undoBatch', { batch, before });
    kept.push(...result.kept);
    portions++;
    before = result.next;
    isLast = before === undefined;
  }
  return { kept, portions };
}

/** As many people as asked for, written directly. */
async function crowd(office: Office, count: number): Promise<string[]> {
  const source = { from: 'user', at: 1 } as const;
  const ids = Array.from({ length: count }, (_item, at) => `p${String(at).padStart(4, '0')}`);
  await office.db.contacts.bulkAdd(
    ids.map((id, at) => ({
      id,
      name: { value: `Person ${at}`, source },
      tags: at % 3 === 0 ? ['VIP'] : [],
      preferences: [],
      fields: [],
      doNotContact: false,
      createdAt: 1,
      updatedAt: 1,
      version: 0,
    })),
  );
  await office.db.identities.bulkAdd(
    ids.map(id => ({
      key: `email:${id}@${id}.example`,
      kind: 'email' as const,
      value: `${id}@${id}.example`,
      contactId: id,
      source,
    })),
  );
  await rebuildDerived(office.db);
  return ids;
}

const anyChange: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ do: fc.constant('addTag' as const), tag: fc.constantFrom('sails', 'vip', 'new') }),
  fc.record({ do: fc.constant('removeTag' as const), tag: fc.constantFrom('sails', 'vip') }),
  fc.record({ do: fc.constant('setStage' as const), stage: fc.constantFrom('lead', 'former', undefined) }),
  fc.record({ do: fc.constant('delete' as const) }),
);

describe('a bulk change', () => {
  it('of several portions changes everybody once, and one undo gives all of them back', async () => {
    const office = await openOffice();
    const ids = await crowd(office, batchPortion * 2 + 50);
    const before = await data(office);
    const outcome = await bulk(office, ids, { do: 'addTag', tag: 'VIP' });
    expect(outcome).toEqual({ batch: 'b1', changed: 300, isWhole: true });
    expect(
      (await office.db.contacts.toArray()).every(
        ({ tags }) => tags.filter(tag => tag === 'VIP').length === 1,
      ),
    ).toBe(true);
    const { kept, portions } = await undo(office, 'b1');
    expect([kept, portions > 1]).toEqual([[], true]);
    expect(await data(office)).toBe(before);
  });

  it('is undone by whom it is repeated for, and can be done again', async () => {
    const office = await openOffice();
    const ids = await crowd(office, 3);
    await bulk(office, ids, { do: 'setStage', stage: 'lead' });
    await undo(office, 'b1');
    await bulk(office, ids, { do: 'setStage', stage: 'lead' }, 'b2');
    expect((await office.db.contacts.toArray()).map(({ stage }) => stage)).toEqual(['lead', 'lead', 'lead']);
  });

  it('leaves search words and known domains as they would be built anew, and is taken back without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(work, anyChange, async (steps, change) => {
        const office = await openOffice();
        await doWork(office, steps);
        const ids = await office.db.contacts.toCollection().primaryKeys();
        const before = await data(office);
        const { changed } = await bulk(office, ids, change);
        const derived = await data(office);
        await rebuildDerived(office.db);
        expect(await data(office)).toBe(derived);
        if (changed > 0) expect((await undo(office, 'b1')).kept).toEqual([]);
        expect(await data(office)).toBe(before);
        await office.db.delete();
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what was edited since, and names it', async () => {
    const office = await openOffice();
    const [marta = '', jonas = '', lena = ''] = await Promise.all(
      ['Marta', 'Jonas', 'Lena'].map(name => addPerson(office, name, [])),
    );
    await bulk(office, [marta, jonas, lena], { do: 'setStage', stage: 'lead' });
    await office.get('contacts.save', { id: marta, patch: { stage: 'customer' } });
    await office.get('contacts.save', { id: jonas, patch: { company: 'Feldweg' } });
    expect((await undo(office, 'b1')).kept).toEqual([`contacts/${marta}/stage`]);
    const [one, two, three] = await office.db.contacts.bulkGet([marta, jonas, lena]);
    expect([one?.stage, two?.stage, two?.company?.value, three?.stage]).toEqual([
      'customer',
      undefined,
      'Feldweg',
      undefined,
    ]);
  });

  it('that was stopped is one batch as far as it came', async () => {
    const office = await openOffice();
    const ids = await crowd(office, batchPortion * 3);
    const before = await data(office);
    const stop = new AbortController();
    const told: number[] = [];
    const watch = {
      signal: stop.signal,
      tell: (done: number) => {
        told.push(done);
        stop.abort();
      },
    };
    const outcome = await bulk(office, ids, { do: 'addTag', tag: 'new' }, 'b1', watch);
    expect([outcome, told]).toEqual([{ batch: 'b1', changed: batchPortion, isWhole: false }, [batchPortion]]);
    await undo(office, 'b1');
    expect(await data(office)).toBe(before);
  });

  it('puts people into the trash, from which each can come back alone', async () => {
    const office = await openOffice();
    const ids = await crowd(office, 5);
    await bulk(office, ids, { do: 'delete' });
    const trash = await office.get<{ contact: { id: string }; commandId: string }[]>('contacts.trash', {});
    expect(trash).toHaveLength(5);
    await office.get('journal.undo', { id: trash.find(item => item.contact.id === ids[2])?.commandId });
    expect((await office.db.contacts.toArray()).filter(one => !one.deletedAt).map(({ id }) => id)).toEqual([
      ids[2],
    ]);
    expect(await office.db.domains.toCollection().primaryKeys()).toEqual([`${ids[2]}.example`]);
    await undo(office, 'b1');
    expect(await office.db.search.count()).toBe(5);
  });

  it('leaves out who is gone, and who is in the trash already', async () => {
    const office = await openOffice();
    const [here = '', trashed = ''] = await crowd(office, 2);
    await office.get('contacts.delete', { id: trashed });
    const { changed } = await bulk(office, [here, trashed, 'nobody'], { do: 'addTag', tag: 'new' });
    expect(changed).toBe(1);
  });
});

describe('the undo of a batch', () => {
  it('goes on where it was stopped', async () => {
    const office = await openOffice();
    const ids = await crowd(office, batchPortion * 2);
    const before = await data(office);
    await bulk(office, ids, { do: 'addTag', tag: 'new' });
    const { result } = await office.get<{ result: BatchUndo }>('journal.undoBatch', { batch: 'b1' });
    expect([result.undone, result.left]).toEqual([150, batchPortion * 2 - 150]);
    // The page was closed: nobody knows how far it came.
    await undo(office, 'b1');
    expect(await data(office)).toBe(before);
  });

  it('repeated call by call changes nothing more', async () => {
    const office = await openOffice();
    await bulk(office, await crowd(office, 4), { do: 'addTag', tag: 'new' });
    const first = await office.get('journal.undoBatch', { batch: 'b1' }, undefined, 'same');
    const after = await dump(office.db);
    expect(await office.get('journal.undoBatch', { batch: 'b1' }, undefined, 'same')).toEqual(first);
    expect(await office.get('journal.undoBatch', { batch: 'b1' })).toMatchObject({
      result: { undone: 0, left: 0 },
    });
    expect(await dump(office.db)).toBe(after);
  });

  it('takes back what changed the same row twice', async () => {
    const office = await openOffice();
    const [id = ''] = await crowd(office, 1);
    const before = await data(office);
    const info = (portion: number): BatchInfo => ({ batch: 'b1', name: 'x', at: monday, portion });
    for (const [portion, tag] of ['one', 'two', 'three'].entries())
      await changePeople(office.db, info(portion), [id], contact =>
        changedContact(contact, { do: 'addTag', tag }, monday),
      );
    expect((await undo(office, 'b1')).kept).toEqual([]);
    expect(await data(office)).toBe(before);
  });

  it('says that it knows no such change', async () => {
    const office = await openOffice();
    expect(await office.ask('journal.undoBatch', { batch: 'never' })).toMatchObject({
      ok: false,
      message: 'This change is no longer in the journal.',
    });
  });
});

describe('what can still be taken back', () => {
  const wide = (office: Office) => office.get<WideChange[]>('journal.wide', {});

  it('lists each bulk change once, the latest first, with how many people and which tag', async () => {
    const office = await openOffice();
    const ids = await crowd(office, 3);
    await bulk(office, ids, { do: 'addTag', tag: 'Fair' }, 'tagged');
    await bulk(office, ids.slice(0, 2), { do: 'delete' }, 'gone');
    const listed = (await wide(office)).map(({ at: _at, ...rest }) => rest);
    expect(listed).toContainEqual({ kind: 'addTag', batch: 'tagged', people: 3, tag: 'Fair' });
    expect(listed).toContainEqual({ kind: 'delete', batch: 'gone', people: 2 });
    expect(listed).toHaveLength(2);
  });

  it('lists no change that was taken back, and nothing while one is carried out', async () => {
    const office = await openOffice();
    const ids = [await addPerson(office, 'Ana', [])];
    await bulk(office, ids, { do: 'addTag', tag: 'Fair' }, 'tagged');
    office.bulk.running = true;
    expect(await wide(office)).toEqual([]);
    office.bulk.running = false;
    expect(await wide(office)).toHaveLength(1);
    await undo(office, 'tagged');
    expect(await wide(office)).toEqual([]);
  });
});
