// Search as you type: whoever has a word beginning with each typed one, however common the words are.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { searchContacts } from '../../lib/db/contacts';
import type { Database } from '../../lib/db/database';
import { queryWords } from '../../lib/identity/names';
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
