// Search as you type: whoever has a word beginning with each typed one, however common the words are.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { rebuildDerived } from '../../lib/db/rebuild';
import { findPeople, searchContacts } from '../../lib/db/search';
import { queryWords } from '../../lib/identity/search-words';
import type { Contact } from '../../lib/model/contact';
import { freshDatabase } from './memory';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const source = { from: 'user', at: 1 } as const;
const person = (id: string, name: string): Contact => ({
  id,
  name: { value: name, source },
  tags: [],
  preferences: [],
  fields: [],
  doNotContact: false,
  createdAt: 1,
  updatedAt: 1,
  version: 0,
});

async function add(people: { id: string; name: string; words: string[] }[]): Promise<void> {
  await db.contacts.bulkPut(people.map(({ id, name }) => person(id, name)));
  await db.search.bulkPut(people.map(({ id, name, words }) => ({ contactId: id, words, sort: name })));
}

const found = async (query: string, limit = 20) =>
  (await searchContacts(db, queryWords(query), limit)).map(contact => contact.id).sort();

const word = fc.stringMatching(/^[ab]{1,4}$/);

describe('search', () => {
  it('finds exactly who has a word beginning with each typed word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), { maxLength: 25 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        async (people, typed) => {
          await Promise.all([db.contacts.clear(), db.search.clear()]);
          await add(people.map((words, at) => ({ id: `p${at}`, name: words.join(' '), words })));
          const wanted = people.flatMap((words, at) =>
            typed.every(start => words.some(whole => whole.startsWith(start))) ? [`p${at}`] : [],
          );
          expect(await found(typed.join(' '), 100)).toEqual(wanted.sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds the one with a rare word among thousands who share the common one', async () => {
    const crowd = Array.from({ length: 4500 }, (_, at) => ({
      id: `c${String(at).padStart(4, '0')}`,
      name: `Company ${at}`,
      words: ['company', String(at)],
    }));
    await add(crowd);
    expect(await found('company 4321')).toEqual(['c4321']);
    expect(await found('4321 company')).toEqual(['c4321']);
    expect(await found('company 44', 200)).toHaveLength(111);
    expect(await found('company c', 5)).toHaveLength(5);
  });
});

describe('a phone number', () => {
  const numbers = [
    { kind: 'phone', value: '+34 600 11 12 22', key: 'phone:+34600111222' },
    { kind: 'phone', value: '+49 176 12345678', key: 'phone:+4917612345678' },
    { kind: 'phone', value: '+1 212 555 0100', key: 'phone:+12125550100' },
  ] as const;
  const names = ['Marta Ruiz', 'Jonas Feld', 'Hal Brook'];

  it.each([
    ['600', 'Marta Ruiz'],
    ['600 11', 'Marta Ruiz'],
    ['600 111 222', 'Marta Ruiz'],
    ['600-11-12', 'Marta Ruiz'],
    ['+34 600', 'Marta Ruiz'],
    ['+34600111222', 'Marta Ruiz'],
    ['0034 600 11', 'Marta Ruiz'],
    ['34600', 'Marta Ruiz'],
    ['marta 600', 'Marta Ruiz'],
    ['0176 123', 'Jonas Feld'],
    ['0176/12345678', 'Jonas Feld'],
    ['176 1234', 'Jonas Feld'],
    ['+49 (0)176 1234', 'Jonas Feld'],
    ['(212) 555', 'Hal Brook'],
    ['212-555-0100', 'Hal Brook'],
  ])('is found by its beginning, national or international: %s', async (query, name) => {
    const people = names.map((text, at) => person(`p${at}`, text));
    const identities = numbers.map((number, at) => ({ ...number, contactId: `p${at}`, source }));
    await db.contacts.bulkPut(people);
    await db.identities.bulkPut(identities);
    await rebuildDerived(db);
    expect((await findPeople(db, query, 20)).map(contact => contact.name)).toEqual([name]);
  });

  it('does not hide people with the same digits as words of their own', async () => {
    await add([{ id: 'p1', name: 'Berth 12 34', words: ['berth', '12', '34'] }]);
    expect((await findPeople(db, '12 34', 20)).map(contact => contact.id)).toEqual(['p1']);
  });
});
