// The desk over a real database: what it answers follows every change, as if it had just been opened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk, type Found, type Told } from '../../lib/list/desk';
import type { ListQuery } from '../../lib/model/list-query';
import { type Office, openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { doWork, workWithUndo } from '../db/random-work';
import { query } from './people';

const locks = {
  request: async (_name: string, _options: unknown, work: (lock: null) => unknown) => {
    await Promise.resolve();
    return work(null);
  },
} as Pick<LockManager, 'request'>;

/** A desk that has read everything. */
async function openDesk(office: Office, told: Told[] = []): Promise<Desk> {
  const desk = new Desk(
    office.db,
    one => told.push(one),
    () => office.clock.now,
    locks,
  );
  await desk.refresh();
  return desk;
}

const everybody = (desk: Desk, asked: ListQuery = {}) => desk.find(asked, 0, 1000);

describe('the desk', () => {
  it('follows any sequence of commands', async () => {
    await fc.assert(
      fc.asyncProperty(
        workWithUndo,
        workWithUndo,
        fc.array(query, { maxLength: 4 }),
        async (earlier, later, queries) => {
          const office = await openOffice();
          await doWork(office, earlier, 'yesterday');
          const desk = await openDesk(office);
          for (const asked of queries) everybody(desk, asked);
          await doWork(office, later);
          await desk.refresh();
          const anew = await openDesk(office);
          for (const asked of [{}, ...queries])
            expect(everybody(desk, asked)).toEqual(everybody(anew, asked));
          expect(desk.companies('', 0, 100)).toEqual(anew.companies('', 0, 100));
          await office.db.delete();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lists companies of one name in one order, whoever was changed last', async () => {
    const office = await openOffice();
    const ada = await addPerson(office, 'Ada', [], { company: 'Norte Boats' });
    const bea = await addPerson(office, 'Bea', ['bea@norte-boats.example']);
    const desk = await openDesk(office);
    const keys = () => desk.companies('', 0, 9).companies.map(({ key }) => key);
    const before = keys();
    for (const id of [bea, ada]) {
      await office.get('contacts.save', { id, patch: { tags: ['VIP', id.slice(0, 4)] } });
      await desk.refresh();
      expect(keys()).toEqual(before);
    }
    expect(before).toHaveLength(2);
  });

  it('says how far it has read: people first, then their history', async () => {
    const office = await openOffice();
    const id = await addPerson(office, 'Marta Ruiz', ['marta@norte.example']);
    await office.get('timeline.add', { contactId: id, kind: 'note', text: 'Prefers mornings' });
    const stages: string[] = [];
    const desk: Desk = new Desk(office.db, () => stages.push(desk.find({}, 0, 1).stage), Date.now, locks);
    expect(everybody(desk)).toMatchObject({ total: 0, stage: 'nothing' });
    await desk.refresh();
    expect(stages.slice(0, 3)).toEqual(['nothing', 'people', 'whole']);
    expect(everybody(desk, { text: 'morning' }).rows).toHaveLength(1);
  });

  it('shows whom the list begins with, and how many there are, before everybody is read', async () => {
    const office = await openOffice();
    for (const name of ['Zoë', 'Ángel', 'Bea', 'Ada']) await addPerson(office, name, []);
    const shown: Found[] = [];
    const desk: Desk = new Desk(office.db, () => shown.push(everybody(desk)), Date.now, locks);
    await desk.refresh();
    const [first, people] = shown;
    expect(first).toMatchObject({ stage: 'nothing', total: 4, everybody: 4 });
    expect(first?.rows.map(({ name }) => name)).toEqual(['Ada', 'Ángel', 'Bea', 'Zoë']);
    expect(people).toEqual({ ...first, stage: 'people' });
  });

  it('shows nobody of whom only a part would be found while everybody is read', async () => {
    const office = await openOffice();
    await addPerson(office, 'Ada', []);
    const shown: Found[] = [];
    const desk: Desk = new Desk(
      office.db,
      () => shown.push(everybody(desk, { text: 'ada' })),
      Date.now,
      locks,
    );
    await desk.refresh();
    expect(shown.map(({ total }) => total).slice(0, 2)).toEqual([0, 1]);
  });

  it('aims at nobody before everybody is read', async () => {
    const office = await openOffice();
    for (const name of ['Ada', 'Bea', 'Cid']) await addPerson(office, name, []);
    const desk = new Desk(office.db, () => undefined, Date.now, locks);
    const target = { query: {}, except: [] };
    const early = [desk.targeted(target), desk.ids({}, 0, 10), desk.previewExport(target)] as const;
    const [targeted, ids, preview] = await Promise.all(early);
    expect([targeted.length, ids.length, preview.people]).toEqual([3, 3, 3]);
  });

  it('gives parts of a list with the place of a person in it', async () => {
    const office = await openOffice();
    for (const name of ['Ada', 'Bea', 'Cid', 'Dan']) await addPerson(office, name, []);
    const desk = await openDesk(office);
    const cid = desk.find({}, 2, 1).rows[0];
    expect(desk.find({}, 1, 2, cid?.id)).toMatchObject({
      total: 4,
      place: 2,
      rows: [{ name: 'Bea' }, { name: 'Cid' }],
    });
    expect(desk.find({ text: 'ada' }, 0, 5, cid?.id)).toMatchObject({ total: 1, everybody: 4, place: -1 });
    expect(desk.names(await desk.ids({}, 1, 3))).toEqual(
      Object.fromEntries(desk.find({}, 1, 2).rows.map(({ id, name }) => [id, name])),
    );
  });

  it('previews a bulk change, carries it out for whom it showed, and knows the outcome', async () => {
    const office = await openOffice();
    await addPerson(office, 'Ada', [], { tags: ['VIP'] });
    const bea = await addPerson(office, 'Bea', []);
    await addPerson(office, 'Cid', [], { tags: Array.from({ length: 50 }, (_item, at) => `t${at}`) });
    const dan = await addPerson(office, 'Dan', []);
    await office.get('followUps.add', { contactId: bea, text: 'Call', dueAt: 5 });
    const told: Told[] = [];
    const desk = await openDesk(office, told);
    const target = { query: {}, except: [dan] };
    const change = { do: 'addTag', tag: 'VIP' } as const;
    expect(await desk.preview(target, change)).toEqual({
      people: 3,
      changed: 1,
      same: 1,
      full: 1,
      names: ['Bea'],
      withFollowUp: 1,
      withIssue: 0,
    });
    expect(await desk.change(target, change)).toMatchObject({ changed: 1, isWhole: true });
    expect(told).toContainEqual({ told: 'progress', done: 3, of: 3 });
    expect(everybody(desk, { tags: ['VIP'] }).rows.map(({ name }) => name)).toEqual(['Ada', 'Bea']);
    await desk.change({ ids: [dan] }, { do: 'delete' });
    expect(everybody(desk).total).toBe(3);
  });

  it('refuses a second bulk change while one is carried out, and stops between portions', async () => {
    const office = await openOffice();
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) ids.push(await addPerson(office, `Person ${at}`, []));
    const desk = await openDesk(office);
    const first = desk.change({ ids }, { do: 'setStage', stage: 'lead' });
    const second = desk.change({ ids }, { do: 'delete' });
    desk.stop();
    await expect(second).rejects.toThrow('Another change');
    expect(await first).toMatchObject({ changed: 0, isWhole: false });
    expect(everybody(desk, { stages: ['lead'] }).total).toBe(0);
  });

  it('gives what happened with the people of a company, the newest first', async () => {
    const office = await openOffice();
    const norte = { company: 'Norte Boats' };
    const marta = await addPerson(office, 'Marta', [], norte);
    const jonas = await addPerson(office, 'Jonas', [], norte);
    const other = await addPerson(office, 'Zoë', [], { company: 'Feldweg' });
    for (const [at, contactId] of [marta, jonas, other, marta].entries())
      await office.get('timeline.add', { contactId, kind: 'call', text: `Call ${at}`, at: at + 1 });
    const desk = await openDesk(office);
    const [company] = desk.companies('norte', 0, 5).companies;
    expect(company).toMatchObject({ name: 'Norte Boats', people: 2, lastContact: 4 });
    const events = await desk.events(company?.key ?? '', 2);
    expect(events.map(({ text }) => text)).toEqual(['Call 3', 'Call 1']);
    expect(desk.company(company?.key ?? '').people.map(({ name }) => name)).toEqual(['Jonas', 'Marta']);
  });

  it('knows what waits today: issues of people who are here, the longest open first, and milestones', async () => {
    const office = await openOffice();
    const field = { id: 'f-born', slug: 'born', name: 'Birthday', kind: 'date', choices: [], order: 0 };
    await office.get('fields.save', { field });
    const ada = await addPerson(office, 'Ada', [], { fields: [{ field: 'f-born', value: '1990-03-04' }] });
    const bea = await addPerson(office, 'Bea', [], { company: 'Norte' });
    const gone = await addPerson(office, 'Gone', [], { fields: [{ field: 'f-born', value: '1990-03-04' }] });
    const issue = (contactId: string, text: string, at: number) =>
      office.get<{ result: { id: string } }>('timeline.add', { contactId, kind: 'issue', text, at });
    await issue(ada, 'Late', 3);
    await issue(bea, 'Torn', 2);
    const solved = await issue(bea, 'Solved', 1);
    await issue(gone, 'Nobody’s', 1);
    await office.get('timeline.close', { id: solved.result.id, open: false });
    await office.get('timeline.add', { contactId: ada, kind: 'promise', text: 'A call' });
    await office.get('contacts.delete', { id: gone });
    const desk = await openDesk(office);
    const today = await desk.today({ issues: 1, milestones: 5 });
    expect(today.issues.total).toBe(2);
    expect(today.issues.first).toMatchObject([
      { event: { text: 'Torn' }, contact: { name: 'Bea', company: 'Norte' } },
    ]);
    expect(today.milestones.first).toMatchObject([{ contact: { name: 'Ada' }, field: 'f-born', years: 36 }]);
    await office.get('fields.remove', { id: 'f-born' });
    expect((await desk.today({ issues: 0, milestones: 5 })).milestones.total).toBe(0);
  });
});
