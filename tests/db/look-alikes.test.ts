// The look-up of look-alikes by index gives what comparing with every known domain gives.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { domainRows } from '../../lib/db/derived';
import { imitatedDomain } from '../../lib/db/look-alikes';
import { distrustDerived } from '../../lib/db/rebuild';
import { looksLike } from '../../lib/identity/look-alike';
import { freshDatabase } from './memory';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

async function know(domains: string[]): Promise<void> {
  await db.domains.clear();
  const identities = domains.map((domain, at) => ({
    key: `email:p${at}@${domain}`,
    kind: 'email' as const,
    value: `p${at}@${domain}`,
    contactId: `c${at}`,
    source: { from: 'user' as const, at: 1 },
  }));
  await db.domains.bulkPut(domainRows(identities));
}

const order = ['same-skeleton', 'extra-label', 'one-letter-off'];
/** Every known domain compared, the most alike first. */
const compared = (seen: string, known: string[]) =>
  known
    .map(domain => ({ domain, rank: order.indexOf(looksLike(`x@${seen}`, `x@${domain}`) ?? '') }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.domain < b.domain ? -1 : 1))[0]?.domain;

const label = fc.stringMatching(/^[a-c]{5,9}$/);
const ending = fc.constantFrom('example', 'test', 'co.test');
const domain = fc.tuple(label, ending).map(parts => parts.join('.'));

/** A domain changed as somebody would who wants it to be taken for the known one. */
const change = fc.tuple(
  fc.constantFrom('drop', 'add', 'replace', 'swap', 'behind', 'before', 'zero'),
  fc.nat(),
  label,
);
function changed(name: string, [how, place, other]: [string, number, string]): string {
  const [main = '', ...rest] = name.split('.');
  const at = place % main.length;
  const [head, letter = '', tail] = [main.slice(0, at), main[at], main.slice(at + 1)];
  const made: Record<string, string> = {
    drop: head + tail,
    add: `${head}b${letter}${tail}`,
    replace: `${head}c${tail}`,
    swap: head + (tail[0] ?? '') + letter + tail.slice(1),
    zero: main.replace('cl', 'd').replace('a', 'а'),
  };
  const rebuilt = [made[how] ?? main, ...rest].join('.');
  if (how === 'behind') return `${rebuilt}.${other}.test`;
  return how === 'before' ? `${other}.${rebuilt}` : rebuilt;
}

describe('the domain that a strange one imitates', () => {
  it('is the one that comparing with all of them finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(domain, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 }),
        async (known, attempts) => {
          await know(known);
          for (const [which, how] of attempts) {
            const raw = changed(known[which % known.length] ?? '', how);
            const seen = new URL(`http://${raw}`).hostname;
            if (known.includes(seen)) continue;
            expect([seen, await imitatedDomain(db, seen)]).toEqual([seen, compared(seen, known)]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is found before the index is filled too', async () => {
    await know(['cascada.example', 'montana.example']);
    await db.domains.toCollection().modify(row => {
      row.near = [];
    });
    expect(await imitatedDomain(db, 'montanna.test')).toBeUndefined();
    await distrustDerived(db);
    expect(await imitatedDomain(db, 'montanna.test')).toBe('montana.example');
  });

  it('is looked up without reading all that are known', async () => {
    const letters = 'abcdefghij';
    const known = Array.from(
      { length: 3000 },
      (_, at) =>
        `${[...String(at).padStart(4, '0')].map(digit => letters[Number(digit)]?.repeat(3)).join('')}.example`,
    );
    await know(known);
    let read = 0;
    db.use({
      stack: 'dbcore',
      name: 'count',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name);
          return {
            ...table,
            query: async request => {
              const answer = await table.query(request);
              read += answer.result.length;
              return answer;
            },
          };
        },
      }),
    });
    db.close();
    await db.open();
    expect(await imitatedDomain(db, 'aaabbbcccdd.test')).toBe('aaabbbcccddd.example');
    expect(read).toBeLessThan(20);
  });
});
