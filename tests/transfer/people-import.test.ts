// Importing people: what a dry run promises, the import does; nothing here is lost, doubled or changed unasked.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { erasePeople, forgottenAt, markForgotten } from '../../lib/db/erase';
import { listWideChanges } from '../../lib/db/wide-changes';
import type { ImportJob } from '../../lib/model/import-job';
import type { PersonDraft, ReadPerson } from '../../lib/model/person-draft';
import { dryRun } from '../../lib/transfer/import/dry-run';
import { type Decisions, runImport } from '../../lib/transfer/import/run-import';
import { takeImportBack } from '../../lib/transfer/import/take-back';
import { dump, freshDatabase } from '../db/memory';
import { email, file, person } from './people';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const live = () => new AbortController().signal;
const job = (id = 'job'): ImportJob => ({
  id,
  at: 1000,
  file: { name: 'people.csv', size: 1, modified: 1 },
  written: 0,
  state: 'running',
});
const plain: Decisions = { choice: 'mine', choices: {}, fields: [] };
const look = (people: ReadPerson[]) => dryRun(db, file(people), () => undefined, live());
const bring = (people: ReadPerson[], decisions: Partial<Decisions> = {}, id = 'job', signal = live()) =>
  runImport(db, job(id), file(people), { ...plain, ...decisions }, () => undefined, signal);
const everybody = async () => (await db.contacts.toArray()).map(({ name }) => name.value).sort();

const ana = { name: 'Ana Berg', company: 'Norte', identities: [email('ana@norte.example')] };

describe('people of a file', () => {
  it('are new once, and the same when the file comes again', async () => {
    const people = [person(2, ana), person(3, { name: 'Bo', identities: [email('bo@x.example')] })];
    expect((await look(people)).counts).toMatchObject({ new: 2, same: 0 });
    expect(await everybody()).toEqual([]);
    expect((await bring(people)).counts).toMatchObject({ new: 2 });
    expect((await bring(people, {}, 'again')).counts).toMatchObject({ new: 0, same: 2 });
    expect(await everybody()).toEqual(['Ana Berg', 'Bo']);
  });

  it('of one name are told apart by their addresses, where they are new', async () => {
    const nora = (address: string) => ({ name: 'Nora', identities: [email(address)] });
    const { lines } = await look([person(2, nora('n@lind.example')), person(3, nora('n@roth.example'))]);
    expect(lines.map(({ added }) => added)).toEqual([['n@lind.example'], ['n@roth.example']]);
  });

  it('are found by everything they appear as, and keep what is here', async () => {
    await bring([person(2, ana)]);
    const more = person(2, {
      name: 'Ana B. Berg',
      title: 'Buyer',
      identities: [email('ANA@norte.example'), { kind: 'phone', value: '+34 600 111 222' }],
    });
    const { counts, lines } = await look([more]);
    expect(counts).toMatchObject({ conflict: 1 });
    expect(lines[0]?.differences).toEqual([{ what: 'Name', mine: 'Ana Berg', theirs: 'Ana B. Berg' }]);
    expect(lines[0]?.added).toEqual(['Title', '+34 600 11 12 22']);
    await bring([more], {}, 'more');
    const [contact] = await db.contacts.toArray();
    expect(contact?.name.value).toBe('Ana Berg');
    expect(contact?.title?.value).toBe('Buyer');
  });

  it('stay out where they were forgotten with a fingerprint, by address or by the id of an import', async () => {
    const nameOnly = { name: 'Cleo', company: 'Sur' };
    const people = [person(2, ana), person(3, nameOnly), person(4, { name: 'Bo' })];
    await bring(people);
    const ids = (await db.contacts.toArray()).flatMap(({ id, name }) => (name.value === 'Bo' ? [] : id));
    await markForgotten(db, ids, { keepsPrints: true, now: 1000 });
    await erasePeople(db, ids, forgottenAt);
    const report = await look(people);
    expect(report.counts).toMatchObject({ refused: 2, same: 1 });
    expect(report.lines.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('was forgotten'),
      expect.stringContaining('was forgotten'),
    ]);
    expect((await bring(people, {}, 'again')).counts).toMatchObject({ refused: 2, same: 1 });
    expect(await everybody()).toEqual(['Bo']);
  });

  it('do not get the address of somebody forgotten, when they are known by another', async () => {
    await bring([person(2, ana), person(3, { name: 'Bo', identities: [email('bo@x.example')] })]);
    const [gone = ''] = (await db.contacts.toArray()).flatMap(one => (one.name.value === 'Bo' ? one.id : []));
    await markForgotten(db, [gone], { keepsPrints: true, now: 1000 });
    await erasePeople(db, [gone], forgottenAt);
    const both = person(2, { ...ana, identities: [...ana.identities, email('bo@x.example')] });
    expect((await look([both])).lines[0]?.remarks).toEqual([
      expect.stringMatching(/^bo@x.example was forgotten/),
    ]);
    await bring([both], {}, 'both');
    expect(await everybody()).toEqual(['Ana Berg']);
    expect(await db.identities.toCollection().primaryKeys()).toEqual(['email:ana@norte.example']);
  });

  it('get the value of the file where that was chosen, for all or for one', async () => {
    const bo = { name: 'Bo', identities: [email('bo@x.example')] };
    await bring([person(2, ana), person(3, bo)]);
    const other = [person(2, { ...ana, company: 'Sur' }), person(3, { ...bo, name: 'Bosse' })];
    await bring(other, { choices: { 2: { Company: 'theirs' } } }, 'one');
    expect(await everybody()).toEqual(['Ana Berg', 'Bo']);
    const [companies] = [(await db.contacts.toArray()).flatMap(({ company }) => company?.value ?? [])];
    expect(companies).toEqual(['Sur']);
    await bring(other, { choice: 'theirs' }, 'all');
    expect(await everybody()).toEqual(['Ana Berg', 'Bosse']);
  });

  it('do not take what belongs to somebody else', async () => {
    await bring([person(2, ana), person(3, { name: 'Bo', identities: [email('bo@x.example')] })]);
    const both = person(2, { name: 'Bo', identities: [email('bo@x.example'), email('ana@norte.example')] });
    const { lines } = await look([both]);
    expect(lines[0]?.remarks).toEqual(['ana@norte.example belongs to Ana Berg and stays theirs.']);
    await bring([both], {}, 'both');
    expect((await db.identities.get('email:ana@norte.example'))?.contactId).toBe(
      (await db.contacts.toArray()).find(({ name }) => name.value === 'Ana Berg')?.id,
    );
  });

  it('who stand in the file twice are one person', async () => {
    const twice = [person(2, ana), person(700, { name: 'A. Berg', identities: ana.identities })];
    const far = [...twice, ...Array.from({ length: 300 }, (_, at) => person(at + 3, { name: `P${at}` }))];
    expect((await look(twice)).counts).toMatchObject({ new: 1, again: 1 });
    await bring([...far.slice(0, 1), ...far.slice(2), ...far.slice(1, 2)]);
    expect((await everybody()).filter(name => name.includes('Berg'))).toEqual(['Ana Berg']);
  });

  it('may be contacted again by no file', async () => {
    await bring([person(2, { ...ana, doNotContact: true })]);
    await bring([person(2, { ...ana, doNotContact: false })], { choice: 'theirs' }, 'again');
    expect((await db.contacts.toArray())[0]?.doNotContact).toBe(true);
  });

  it('agreed when the file says they did', async () => {
    await bring([person(2, { ...ana, consent: 'Newsletter', consentAt: 700, createdAt: 500 })]);
    expect((await db.contacts.toArray())[0]?.consent).toEqual({ purpose: 'Newsletter', at: 700 });
  });

  it('bring their notes once', async () => {
    const noted = person(2, { ...ana, notes: [{ text: 'Likes tea', at: 500 }] });
    await bring([noted]);
    expect((await bring([noted], {}, 'again')).counts).toMatchObject({ same: 1 });
    expect((await db.events.toArray()).map(({ text, at }) => [text, at])).toEqual([['Likes tea', 500]]);
  });

  it('without name and address are refused with the reason, and so is who waits in the trash', async () => {
    await bring([person(2, { ...ana, id: 'x-1' })]);
    await db.contacts.toCollection().modify({ deletedAt: 2000 });
    await db.identities.clear();
    const { lines } = await look([person(2, { ...ana, id: 'x-1' }), person(3, { title: 'Buyer' })]);
    expect(lines.map(({ reason }) => reason)).toEqual([
      'Ana Berg is in the trash. Restore them first.',
      'There is neither a name nor an address.',
    ]);
  });

  it('whose fields hold nothing but days give fields for days', async () => {
    const born = (place: number, value: string) =>
      person(place, {
        name: `P ${place}`,
        fields: [
          { name: 'Birthday', value },
          { name: 'Since', value },
        ],
      });
    const odd = person(4, { name: 'P 4', fields: [{ name: 'Since', value: 'last year' }] });
    const { newFields } = await look([born(2, '1986-03-04'), born(3, '--12-24'), odd]);
    expect(newFields).toEqual([
      { name: 'Birthday', kind: 'date', people: 2 },
      { name: 'Since', kind: 'text', people: 3 },
    ]);
    await bring([born(2, '1986-03-04')], { fields: newFields });
    expect((await db.fields.toArray()).map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ['Birthday', 'date'],
      ['Since', 'text'],
    ]);
  });

  it('have columns of their own as custom fields, where that was chosen', async () => {
    const people = [person(2, { ...ana, fields: [{ name: 'Machine', value: 'E61' }] })];
    expect((await look(people)).newFields).toEqual([{ name: 'Machine', kind: 'text', people: 1 }]);
    await bring(people, { fields: [{ name: 'Machine', kind: 'text' }] });
    const [field] = await db.fields.toArray();
    expect(field).toMatchObject({ name: 'Machine', slug: 'machine', kind: 'text' });
    expect((await db.contacts.toArray())[0]?.fields).toMatchObject([{ field: field?.id, value: 'E61' }]);
  });

  it('are found by search at once', async () => {
    await bring([person(2, ana)]);
    expect((await db.search.toArray())[0]?.words).toContain('norte');
    expect((await db.domains.toArray()).map(({ domain }) => domain)).toEqual(['norte.example']);
  });
});

const drafts = fc.array(
  fc.record({
    name: fc.constantFrom('Ana', 'Bo', 'Chen Wei', 'د. سارة', undefined),
    company: fc.constantFrom('Norte', 'Sur', undefined),
    addresses: fc.array(fc.constantFrom('a@x.example', 'b@x.example', 'C@x.example'), { maxLength: 2 }),
    note: fc.constantFrom('tea', 'coffee', undefined),
    tag: fc.constantFrom('vip', undefined),
  }),
  { maxLength: 12 },
);
type Given = { name?: string; company?: string; addresses: string[]; note?: string; tag?: string };
const toPeople = (given: Given[]): ReadPerson[] =>
  given.map(({ name, company, addresses, note, tag }, at) => {
    const rest: Partial<PersonDraft> = { ...(name && { name }), ...(company && { company }) };
    return person(at + 1, {
      ...rest,
      identities: addresses.map(email),
      tags: tag ? [tag] : [],
      notes: note ? [{ text: note, at: 1 }] : [],
    });
  });

/** All rows but the journal and the job, which tell of the runs. */
const rows = () => dump(db, ['journal', 'imports']);

describe('an import', () => {
  it('changes nothing when it is done again, whoever’s values stay but the file’s', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, drafts, fc.constantFrom('mine', 'both'), async (before, given, choice) => {
        db = freshDatabase();
        await bring(toPeople(before as Given[]), {}, 'before');
        const people = toPeople(given as Given[]);
        await bring(people, { choice }, 'first');
        const once = await rows();
        await bring(people, { choice }, 'second');
        expect(await rows()).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  it('does what its dry run said', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, drafts, async (before, given) => {
        db = freshDatabase();
        await bring(toPeople(before as Given[]), {}, 'before');
        const people = toPeople(given as Given[]);
        const { counts } = await look(people);
        expect((await bring(people)).counts).toEqual(counts);
      }),
      { numRuns: 60 },
    );
  });

  it('that was stopped goes on to the same end', async () => {
    const people = Array.from({ length: 900 }, (_, at) =>
      person(at + 1, { name: `P${at % 700}`, identities: [email(`p${at % 700}@x.example`)] }),
    );
    await bring(people, {}, 'whole');
    const whole = await rows();
    db = freshDatabase();
    const stop = new AbortController();
    const stopping = runImport(db, job('whole'), file(people), plain, () => stop.abort(), stop.signal);
    expect(await stopping).toMatchObject({ isStopped: true, read: 250 });
    expect(await db.contacts.count()).toBe(250);
    expect(await db.imports.get('whole')).toMatchObject({ state: 'stopped', written: 250 });
    await bring(people, {}, 'whole');
    expect(await rows()).toBe(whole);
  });
});

it('an import that goes on with other content of the file loses nobody', async () => {
  const people = Array.from({ length: 600 }, (_, at) =>
    person(at + 1, { name: `P${at}`, identities: [email(`p${at}@x.example`)] }),
  );
  const stop = new AbortController();
  await runImport(db, job(), file(people.slice(300)), plain, () => stop.abort(), stop.signal);
  expect(await db.contacts.count()).toBe(250);
  await bring(people);
  expect(await db.contacts.count()).toBe(600);
});

describe('reading goes on while a portion is written, and', () => {
  const many = Array.from({ length: 600 }, (_, at) =>
    person(at + 1, { name: `P${at}`, identities: [email(`p${at}@x.example`)] }),
  );

  it('an error in the file is told after everything before it is written', async () => {
    async function* broken() {
      yield* many.slice(0, 300);
      throw new Error('This file is not what it was.');
    }
    const running = runImport(db, job(), broken(), plain, () => undefined, live());
    await expect(running).rejects.toThrow('This file is not what it was.');
    expect(await db.contacts.count()).toBe(250);
    expect(await db.imports.get('job')).toMatchObject({ written: 250 });
  });

  it('the file is let go where writing fails', async () => {
    let isClosed = false;
    async function* open() {
      try {
        yield* many;
      } finally {
        isClosed = true;
      }
    }
    db.search.hook('creating', () => {
      throw new Error('The disk is full.');
    });
    const running = runImport(db, job(), open(), plain, () => undefined, live());
    await expect(running).rejects.toThrow('The disk is full.');
    expect(isClosed).toBe(true);
    expect(await db.contacts.count()).toBe(0);
  });
});

const takeBack = (id: string) => takeImportBack(db, id, () => undefined);

describe('an import that came to its end', () => {
  it('can be found and taken back at any later time, until it is', async () => {
    await bring([person(2, ana), person(3, { name: 'Bo' })]);
    expect(await listWideChanges(db)).toEqual([
      { kind: 'import', batch: 'job', at: 1000, people: 2, file: 'people.csv' },
    ]);
    await takeBack('job');
    expect(await listWideChanges(db)).toEqual([]);
    expect(await everybody()).toEqual([]);
  });
});

describe('taking an import back', () => {
  it('leaves everything as it was before, whatever the file brought', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, drafts, fc.constantFrom('theirs', 'both'), async (before, given, choice) => {
        db = freshDatabase();
        await bring(toPeople(before as Given[]), {}, 'before');
        const earlier = await rows();
        const chosen = { choice, fields: [{ name: 'Machine', kind: 'text' as const }] };
        await bring(toPeople(given as Given[]), chosen, 'import');
        await takeBack('import');
        expect(await rows()).toBe(earlier);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps whoever was edited or written about since, with everything, and names them', async () => {
    const cleo = { name: 'Cleo', identities: [email('c@x.example')] };
    const bo = { name: 'Bo', identities: [email('b@x.example')] };
    await bring([person(2, ana), person(3, bo), person(4, cleo)]);
    const [first] = await db.contacts.filter(({ name }) => name.value === 'Ana Berg').toArray();
    const [second] = await db.contacts.filter(({ name }) => name.value === 'Bo').toArray();
    await db.contacts.update(first?.id ?? '', { version: 9, tags: ['vip'] });
    const note = { contactId: second?.id ?? '', kind: 'note' as const, at: 1, createdAt: 1 };
    await db.events.add({ id: 'n-1', text: 'Called', ...note });
    expect((await takeBack('job')).kept.toSorted()).toEqual(['Ana Berg', 'Bo']);
    expect(await everybody()).toEqual(['Ana Berg', 'Bo']);
    expect((await db.identities.toCollection().primaryKeys()).toSorted()).toEqual([
      'email:ana@norte.example',
      'email:b@x.example',
    ]);
    expect(await db.imports.count()).toBe(0);
  });

  it('keeps values of known people that were edited since, and gives back the others', async () => {
    await bring([person(2, ana)]);
    const more = person(2, { ...ana, title: 'Buyer', tags: ['fair'] });
    await bring([more], {}, 'more');
    const [contact] = await db.contacts.toArray();
    const edited = { value: 'Chief', source: { from: 'user' as const, at: 5 } };
    await db.contacts.update(contact?.id ?? '', { title: edited });
    await takeBack('more');
    expect(await db.contacts.get(contact?.id ?? '')).toMatchObject({ title: { value: 'Chief' }, tags: [] });
  });
});
