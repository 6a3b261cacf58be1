// Both values kept in an import: mine is shown, the file's is another value that can be used, and goes with the import.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportJob } from '../../lib/model/import-job';
import type { MergedFrom } from '../../lib/model/merge';
import type { Card } from '../../lib/model/on-screen';
import type { PersonDraft, ReadPerson } from '../../lib/model/person-draft';
import { dryRun } from '../../lib/transfer/import/dry-run';
import { type Decisions, runImport } from '../../lib/transfer/import/run-import';
import { takeImportBack } from '../../lib/transfer/import/take-back';
import { type Office, openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { dump } from '../db/memory';
import { draft, email, file, person } from './people';

let office: Office;
let ana: string;
const address = email('ana@norte.example');

beforeEach(async () => {
  office = await openOffice();
  ana = await addPerson(office, 'Ana Berg', [address.value], { company: 'Norte', title: 'Buyer' });
  office.clock.now += 1000;
});

const live = () => new AbortController().signal;
const both: Decisions = { choice: 'both', choices: {}, fields: [] };
function bring(people: ReadPerson[], decisions: Partial<Decisions> = {}, id = 'job') {
  office.clock.now += 1000;
  const job: ImportJob = {
    id,
    at: office.clock.now,
    file: { name: 'people.csv', size: 1, modified: 1 },
    written: 0,
    state: 'running',
  };
  office.clock.now += 1000;
  return runImport(office.db, job, file(people), { ...both, ...decisions }, () => undefined, live());
}
const look = (people: ReadPerson[]) => dryRun(office.db, file(people), () => undefined, live());
const takeBack = (id = 'job') => takeImportBack(office.db, id, () => undefined);

const mergedFrom = (id = ana) => office.get<MergedFrom>('contacts.mergedFrom', { id });
const others = async (id = ana) =>
  (await mergedFrom(id)).alternatives.map(({ fact, text }) => `${fact}: ${text}`).toSorted();
const shown = async (id = ana) => {
  const { name, company, title } = (await office.get<Card>('contacts.get', { id })).contact;
  return [name.value, company?.value, title?.value];
};
const use = async (fact: string, text: string) => {
  const { alternatives } = await mergedFrom();
  const of = alternatives.find(one => one.fact === fact && one.text === text)?.of;
  await office.done('contacts.useValue', { id: ana, fact, of });
};
/** Everything but what tells of the runs. */
const rows = () => dump(office.db, ['journal', 'imports', 'recent']);

const other = (more: Partial<PersonDraft> = {}) =>
  person(2, { name: 'Ana B. Berg', company: 'Sur', title: 'Buyer', identities: [address], ...more });

describe('both values', () => {
  it('are kept: mine is shown, theirs can be used, and then mine can', async () => {
    expect((await bring([other()])).counts).toMatchObject({ conflict: 1 });
    expect(await shown()).toEqual(['Ana Berg', 'Norte', 'Buyer']);
    expect(await others()).toEqual(['company: Sur', 'name: Ana B. Berg']);
    await use('company', 'Sur');
    expect(await shown()).toEqual(['Ana Berg', 'Sur', 'Buyer']);
    await use('company', 'Norte');
    expect(await shown()).toEqual(['Ana Berg', 'Norte', 'Buyer']);
  });

  it('are kept of every kind of value', async () => {
    const fields = [{ name: 'Machine', value: 'E61' }];
    const full: Partial<PersonDraft> = {
      callName: 'Ana',
      stage: 'lead',
      style: 'close',
      timeZone: 'Europe/Madrid',
      consent: 'Newsletter',
      language: 'es',
      fields,
    };
    await bring([other(full)], { choice: 'mine', fields: [{ name: 'Machine', kind: 'text' }] }, 'first');
    const changed: Partial<PersonDraft> = {
      callName: 'Anita',
      stage: 'partner',
      style: 'light',
      timeZone: 'Europe/Oslo',
      consent: 'Offers',
      language: 'no',
      fields: [{ name: 'Machine', value: 'Lever' }],
    };
    const before = await office.db.contacts.get(ana);
    await bring([other({ ...changed, name: 'Ana Berg', company: 'Norte' })], {}, 'second');
    expect(await office.db.contacts.get(ana)).toEqual(before);
    const [field] = await office.db.fields.toArray();
    expect(await others()).toEqual(
      [
        'callName: Anita',
        'consent: Offers',
        `field:${field?.id}: Lever`,
        'preference:language: no',
        'stage: partner',
        'style: light',
        'timeZone: Europe/Oslo',
      ].toSorted(),
    );
  });

  it('are kept only where that was chosen', async () => {
    await bring([other()], { choice: 'mine', choices: { 2: { Company: 'both' } } });
    expect(await shown()).toEqual(['Ana Berg', 'Norte', 'Buyer']);
    expect(await others()).toEqual(['company: Sur']);
  });

  it('leave nobody new in lists and in search', async () => {
    await bring([other()]);
    const { total } = await office.get<{ total: number }>('contacts.list', { offset: 0, limit: 10 });
    expect(total).toBe(1);
    expect(await office.db.search.toCollection().primaryKeys()).toEqual([ana]);
  });

  it('are nothing to decide when the file comes again', async () => {
    await bring([other()]);
    const once = await rows();
    expect((await look([other()])).counts).toMatchObject({ conflict: 0, same: 1 });
    expect((await bring([other()], {}, 'again')).counts).toMatchObject({ same: 1 });
    expect(await rows()).toBe(once);
    await bring([other({ company: 'Este' })], {}, 'third');
    expect(await others()).toEqual(['company: Este', 'company: Sur', 'name: Ana B. Berg']);
  });

  it('are kept once of somebody who stands in the file twice', async () => {
    const bo = { name: 'Bo', identities: [email('bo@x.example')] };
    const people = [person(2, bo), person(3, { ...bo, name: 'Bosse' }), person(4, { ...bo, name: 'Bosse' })];
    await bring([other(), other(), ...people]);
    expect(await others()).toEqual(['company: Sur', 'name: Ana B. Berg']);
    const [added] = await office.db.contacts
      .filter(({ name, merged }) => !merged && name.value === 'Bo')
      .toArray();
    expect(await others(added?.id)).toEqual(['name: Bosse']);
    expect(await office.db.contacts.count()).toBe(4);
  });

  it('make nobody reachable who asked not to be contacted', async () => {
    await office.done('contacts.save', { id: ana, patch: { doNotContact: true } });
    await bring([other()]);
    const [kept] = (await mergedFrom()).people;
    expect(kept).toMatchObject({ name: 'Ana B. Berg', isKept: true });
    await office.done('contacts.takeApart', { id: kept?.id, theirs: [] });
    expect(await office.db.contacts.get(kept?.id ?? '')).toMatchObject({ doNotContact: true });
    expect(await shown()).toEqual(['Ana Berg', 'Norte', 'Buyer']);
  });

  it('are forgotten with the person', async () => {
    await bring([other()]);
    await office.get('contacts.forget', { id: ana, keepsPrint: false });
    expect(await office.db.contacts.count()).toBe(0);
  });
});

describe('taking the import back', () => {
  it('leaves everything as it was', async () => {
    const before = await rows();
    await bring([other({ tags: ['fair'] }), person(3, { name: 'Bo', identities: [email('bo@x.example')] })]);
    expect((await takeBack()).kept).toEqual([]);
    expect(await rows()).toBe(before);
  });

  it('leaves everything as it was, also where portions lie between somebody and their other value', async () => {
    const before = await rows();
    const crowd = Array.from({ length: 300 }, (_, at) => ({
      draft: draft(at + 10, { name: `P${at}`, identities: [email(`p${at}@x.example`)] }),
      remarks: [],
    }));
    const again = crowd.map(({ draft: { place, identities } }) =>
      person(place + 300, { name: `Pia ${place}`, identities }),
    );
    await bring([...crowd, ...again]);
    expect(await office.db.contacts.filter(({ merged }) => merged !== undefined).count()).toBe(300);
    expect((await takeBack()).kept).toEqual([]);
    expect(await rows()).toBe(before);
  });

  it('keeps the other values of which one is in use, and names the person', async () => {
    await bring([other({ tags: ['fair'] })]);
    await use('company', 'Sur');
    expect((await takeBack()).kept).toEqual(['Ana Berg']);
    expect(await shown()).toEqual(['Ana Berg', 'Sur', 'Buyer']);
    expect(await others()).toEqual(['company: Norte', 'name: Ana B. Berg']);
    expect((await office.db.contacts.get(ana))?.tags).toEqual([]);
  });

  it('keeps the other values of somebody new who stays', async () => {
    const bo = { name: 'Bo', identities: [email('bo@x.example')] };
    await bring([person(2, bo), person(3, { ...bo, name: 'Bosse' })]);
    const [added] = await office.db.contacts
      .filter(({ name, merged }) => !merged && name.value === 'Bo')
      .toArray();
    await office.done('contacts.save', { id: added?.id, patch: { title: 'Roaster' } });
    expect((await takeBack()).kept).toEqual(['Bo']);
    expect(await others(added?.id)).toEqual(['name: Bosse']);
  });
});
