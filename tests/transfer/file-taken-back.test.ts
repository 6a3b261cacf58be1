// A file of Regulars that was brought in, or a backup that was restored, is taken back as a whole.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { carryOut, type Outcome, type Task } from '../../lib/transfer/work';
import { furnish } from '../crm/inputs';
import { type Office, openOffice } from '../crm/office';
import { addPerson, marta } from '../crm/people';
import { dump } from '../db/memory';
import { fileWith, imported, install, silent, source, stranger, uninstall } from './installation';

let db: Database;
let office: Office;
beforeEach(async () => {
  db = await install();
  office = await openOffice(db);
});
afterEach(() => uninstall(db));

async function run<Done extends string>(task: Task, done: Done): Promise<Extract<Outcome, { done: Done }>> {
  const outcome = await carryOut(task, silent);
  if (!('done' in outcome) || outcome.done !== done) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<Outcome, { done: Done }>;
}
const takeBack = async (batch: string) => (await run({ do: 'take-back', batch }, 'take-back')).took;

/** Everything but what says what was done. */
async function everything(): Promise<string> {
  return dump(db, ['journal', 'backups']);
}

/** What another installation would export, with everything that there is in it. */
async function fullFile(): Promise<string> {
  await furnish(office);
  const { text } = await run({ do: 'export' }, 'export');
  db.close();
  db = await install();
  office = await openOffice(db);
  return text;
}

const anna = { ...stranger, id: 'anna', name: { value: 'Anna Norden', source } };
const address = (key: string, contactId: string) => ({
  key: `email:${key}`,
  kind: 'email',
  value: key,
  contactId,
  source,
});
const two = fileWith({
  contacts: [stranger, anna],
  identities: [address('m@norte.example', 'evil'), address('a@norte.example', 'anna')],
  events: [{ id: 'e', contactId: 'anna', kind: 'note', at: 5, text: 'Hi', createdAt: 5 }],
});

describe('an import', () => {
  it('of everything there is, settings too, leaves what was here as it was', async () => {
    const text = await fullFile();
    await addPerson(office, 'Ana Berg', ['ana@berg.example']);
    const before = await everything();
    const { batch, added } = await imported(text, true);
    expect(added).toBeGreaterThan(5);
    expect(await everything()).not.toBe(before);
    expect((await takeBack(batch)).kept).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it('leaves whoever was worked with since, with everything that the file has of them', async () => {
    const { batch } = await imported(two);
    office.clock.now = Date.now() + 1000;
    await office.get('timeline.add', { contactId: 'anna', kind: 'note', text: 'Since then' });
    expect((await takeBack(batch)).kept).toEqual(['Anna Norden']);
    expect(await db.contacts.toCollection().primaryKeys()).toEqual(['anna']);
    expect(await db.identities.toCollection().primaryKeys()).toEqual(['email:a@norte.example']);
    expect((await db.events.toArray()).map(({ text }) => text).sort()).toEqual(['Hi', 'Since then']);
  });

  it('gives somebody who was here their values back, but for what was edited since', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Norte', title: 'Owner' });
    const here = await db.contacts.get(id);
    const named = (value: string) => ({ value, source });
    const there = {
      ...here,
      company: named('Sur'),
      title: named('Buyer'),
      version: 9,
      updatedAt: Date.now(),
    };
    const { batch } = await imported(fileWith({ contacts: [there] }));
    await office.get('contacts.save', { id, patch: { title: 'Head' } });
    await takeBack(batch);
    expect(await db.contacts.get(id)).toMatchObject({
      company: { value: 'Norte' },
      title: { value: 'Head' },
    });
  });
});

it('a restore leaves what was here as it was, where the backup was right too', async () => {
  const id = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Norte' });
  const { text } = await run({ do: 'export' }, 'export');
  await office.get('contacts.save', { id, patch: { company: 'Sur' } });
  await addPerson(office, 'Ana Berg', ['ana@berg.example']);
  const before = await everything();
  const file = new Blob([text]);
  const { batch } = await run({ do: 'restore', file, isFileRight: true, withSettings: true }, 'restore');
  expect((await db.contacts.get(id))?.company?.value).toBe('Norte');
  await takeBack(batch);
  expect(await everything()).toBe(before);
});
