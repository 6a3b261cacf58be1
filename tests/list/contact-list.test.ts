// The list beside a plain one that looks at everybody each time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWords } from '../../lib/identity/names';
import { queryReadings } from '../../lib/identity/search-words';
import { ContactList } from '../../lib/list/contact-list';
import type { Entry } from '../../lib/list/entry';
import type { ListQuery } from '../../lib/model/list-query';
import { crowd, makeEntry, now, query, stages, tags } from './people';

const day = 86_400_000;

function listOf(entries: Entry[]): ContactList {
  const list = new ContactList();
  list.reset(entries);
  return list;
}
const idsOf = (entries: Entry[]) => entries.map(({ id }) => id);

/** Whom a query shows, said as plainly as possible. */
function shows(entry: Entry, asked: ListQuery, company: string, words: string[]): boolean {
  const own = entry.words.split('\n').filter(Boolean);
  const last = entry.history.lastContact;
  const value = entry.fields.find(({ field }) => field === 'f')?.value;
  const number = (one: string) => Number(one.replace(',', '.'));
  return [
    words.every(word =>
      own.some(other => (/\p{sc=Han}/u.test(word) ? other.includes(word) : other.startsWith(word))),
    ),
    !asked.stages?.length || asked.stages.includes(entry.stage ?? 'none'),
    (asked.tags ?? []).every(tag => entry.tags.includes(tag)),
    !asked.sites?.length ||
      asked.sites.some(site => [...entry.channels, ...entry.history.sites].includes(site)),
    asked.company === undefined || company === asked.company,
    asked.lastContact?.within === undefined || (last ?? 0) >= now - asked.lastContact.within * day,
    asked.lastContact?.notWithin === undefined || (last ?? 0) < now - asked.lastContact.notWithin * day,
    asked.hasOpenIssue === undefined || entry.openIssues > 0 === asked.hasOpenIssue,
    asked.hasFollowUp === undefined || (entry.nextFollowUp !== undefined) === asked.hasFollowUp,
    asked.hasConsent === undefined || entry.hasConsent === asked.hasConsent,
    asked.doNotContact === undefined || entry.doNotContact === asked.doNotContact,
    (asked.fields ?? []).every(({ field, isSet, contains, anyOf, from, to }) => {
      const given = field === 'f' ? value : undefined;
      if (given === undefined) return isSet === false;
      const isNumeric = [given, from ?? '0', to ?? '0'].every(one => !Number.isNaN(number(one)));
      const [a, b, c] = isNumeric
        ? [number(from ?? '0'), number(given), number(to ?? '0')]
        : [from ?? '', given, to ?? ''];
      return (
        isSet !== false &&
        (!contains || given.toLowerCase().includes(contains)) &&
        (!anyOf || anyOf.includes(given)) &&
        (from === undefined || a <= b) &&
        (to === undefined || b <= c)
      );
    }),
  ].every(Boolean);
}

/** The words that count: the first reading that finds anybody, else the last. */
function wordsFor(list: ContactList, text = ''): string[] {
  const readings = queryReadings(text);
  const everybody = [...list.all()];
  return (
    readings.find(words => everybody.some(entry => shows(entry, {}, '', words))) ?? readings.at(-1) ?? []
  );
}

const expected = (list: ContactList, asked: ListQuery) =>
  [...list.all()].filter(entry => shows(entry, asked, list.companyKey(entry), wordsFor(list, asked.text)));

describe('a list', () => {
  it('shows whom a look at everybody finds, for any query', () => {
    fc.assert(
      fc.property(crowd, fc.array(query, { minLength: 1, maxLength: 4 }), (entries, queries) => {
        const list = listOf(entries);
        for (const asked of queries)
          expect(idsOf(list.find(asked, now)).toSorted()).toEqual(idsOf(expected(list, asked)).toSorted());
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same however it was typed', () => {
    fc.assert(
      fc.property(
        crowd,
        fc.constantFrom('marta ru', 'norte boats', '600 555', 'mornings', 'ab小', 'jonas@'),
        (entries, text) => {
          const list = listOf(entries);
          for (let end = 1; end <= text.length; end++) {
            const asked = { text: text.slice(0, end) };
            expect(idsOf(list.find(asked, now))).toEqual(idsOf(listOf(entries).find(asked, now)));
          }
        },
      ),
    );
  });

  it('is in order after any changes, as if it had been read anew', () => {
    fc.assert(
      fc.property(crowd, crowd, fc.array(query, { minLength: 1, maxLength: 3 }), (before, after, queries) => {
        const list = listOf(before);
        for (const asked of queries) list.find(asked, now);
        const gone = before.slice(0, 2).map(({ id }) => id);
        const changed = after.filter(({ id }) => !gone.includes(id));
        list.update(changed, gone);
        const anew = listOf([...list.all()].toReversed());
        for (const asked of queries)
          expect(idsOf(list.find(asked, now))).toEqual(idsOf(anew.find(asked, now)));
      }),
      { numRuns: 300 },
    );
  });

  it('puts who has no value last, up and down', () => {
    const people = [
      makeEntry('none', { name: 'Ada' }),
      makeEntry('old', {
        name: 'Bea',
        events: [{ kind: 'message', at: now - 9 * day, site: 'x', text: '' }],
      }),
      makeEntry('new', { name: 'Cid', events: [{ kind: 'call', at: now - day, site: undefined, text: '' }] }),
    ];
    const by = (isDescending: boolean) =>
      idsOf(listOf(people).find({ sort: { by: 'lastContact', isDescending } }, now));
    expect(by(true)).toEqual(['new', 'old', 'none']);
    expect(by(false)).toEqual(['old', 'new', 'none']);
  });

  it('sorts names without regard to case and accents', () => {
    const people = ['Zoë', 'Ángel', 'andrea', 'Åse', 'Azra'].map((name, place) =>
      makeEntry(`${place}`, { name }),
    );
    expect(
      listOf(people)
        .find({}, now)
        .map(({ name }) => name),
    ).toEqual(['andrea', 'Ángel', 'Åse', 'Azra', 'Zoë']);
  });
});

describe('what a list is searched for', () => {
  const marta = makeEntry('marta', {
    name: 'Marta Ruíz',
    company: 'Norte Boats',
    address: 'm.ruiz@norte-boats.example',
    phone: '+34600555014',
    tags: ['VIP'],
    events: [
      { kind: 'note', at: now, site: undefined, text: `${'Long letters. '.repeat(60)}Allergic to varnish` },
      { kind: 'message', at: now, site: 'gmail', text: 'Confidential offer' },
    ],
  });
  it.each([
    'ruiz',
    'RUÍ',
    'norte',
    'm.ruiz@norte',
    'vip',
    'varnish',
    'allergic mar',
    '600 555 014',
    '+34 600',
  ])('finds her by “%s”', text => expect(listOf([marta]).find({ text }, now)).toEqual([marta]));
  it.each(['uiz', 'boatss', 'confidential'])('does not find her by “%s”', text =>
    expect(listOf([marta]).find({ text }, now)).toEqual([]),
  );
});

describe('counts', () => {
  it('of a value say how many people choosing it would show', () => {
    fc.assert(
      fc.property(crowd, query, (entries, asked) => {
        const list = listOf(entries);
        const facets = list.facets(asked, now);
        const count = (counts: { value: string; count: number }[], value: string) =>
          counts.find(one => one.value === value)?.count ?? 0;
        const size = (more: ListQuery) => list.find({ ...asked, ...more }, now).length;
        for (const stage of [...stages, 'none' as const])
          expect(count(facets.stages, stage)).toBe(size({ stages: [stage] }));
        for (const site of ['gmail', 'x', 'email', 'phone'])
          expect(count(facets.sites, site)).toBe(size({ sites: [site] }));
        for (const tag of tags)
          expect(count(facets.tags, tag)).toBe(size({ tags: [...(asked.tags ?? []), tag] }));
        expect(facets.flags.openIssue.yes).toBe(size({ hasOpenIssue: true }));
        expect(facets.flags.followUp.no).toBe(size({ hasFollowUp: false }));
        expect(facets.flags.consent.yes).toBe(size({ hasConsent: true }));
        expect(facets.flags.doNotContact.no).toBe(size({ doNotContact: false }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('counts of a field’s values', () => {
  it('say how many people choosing one would show beside the other filters', () => {
    fc.assert(
      fc.property(crowd, query, (entries, asked) => {
        const list = listOf(entries);
        const counts = new Map(list.values(asked, 'f', now).map(({ value, count }) => [value, count]));
        const others = asked.fields?.filter(({ field }) => field !== 'f') ?? [];
        for (const value of ['12', '3,5', 'Gaviota', '2026-03-01']) {
          const chosen = [...others, { field: 'f', anyOf: [value] }];
          expect(counts.get(value) ?? 0).toBe(list.find({ ...asked, fields: chosen }, now).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('companies', () => {
  it('hold everybody of whom one is known, once', () => {
    fc.assert(
      fc.property(crowd, entries => {
        const list = listOf(entries);
        const known = entries.filter(({ company, domain }) => company || domain);
        const companies = list.companies();
        expect(companies.reduce((sum, { people }) => sum + people, 0)).toBe(known.length);
        for (const { key, people } of companies)
          expect(list.find({ company: key }, now)).toHaveLength(people);
      }),
    );
  });

  it('are one whatever the spelling, and take in who has only an address there', () => {
    const list = listOf([
      makeEntry('1', { company: 'Norte Boats', address: 'marta@norte-boats.example' }),
      makeEntry('2', { company: 'NORTE boats' }),
      makeEntry('3', { company: 'Norte Boats' }),
      makeEntry('4', { address: 'info@norte-boats.example' }),
      makeEntry('5', { address: 'zoe@gmail.com' }),
      makeEntry('6', { address: 'jonas@mail.feldweg.example' }),
    ]);
    expect(list.companies().map(({ key, name, people }) => ({ key, name, people }))).toEqual([
      { key: 'norte boats', name: 'Norte Boats', people: 4 },
      { key: '@feldweg.example', name: 'Feldweg', people: 1 },
    ]);
  });

  it('do not take in a domain that several of them use', () => {
    const list = listOf([
      makeEntry('1', { company: 'Norte Boats', address: 'a@harbour.example' }),
      makeEntry('2', { company: 'Feldweg', address: 'b@harbour.example' }),
      makeEntry('3', { address: 'c@harbour.example' }),
    ]);
    expect(list.companies().map(({ key }) => key)).toEqual(['feldweg', '@harbour.example', 'norte boats']);
  });
});

it('cuts long notes into whole words', () => {
  const text = `${'x'.repeat(298)} whole`;
  const entry = makeEntry('1', { events: [{ kind: 'note', at: now, site: undefined, text: text as never }] });
  expect(nameWords(entry.words)).toContain('whole');
});
