// Writing people: no cell begins a formula, and what is written is read back the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKey } from '../../../lib/identity/keys';
import type { Contact } from '../../../lib/model/contact';
import { stages, styles } from '../../../lib/model/contact';
import type { CustomField } from '../../../lib/model/custom-field';
import { type Identity, identityKinds } from '../../../lib/model/identity';
import type { PersonDraft } from '../../../lib/model/person-draft';
import { guardLines, unguardCell, unguardLines } from '../../../lib/transfer/csv/guard';
import { inspectCsv } from '../../../lib/transfer/csv/read';
import { createRecordReader } from '../../../lib/transfer/csv/records';
import { csvOf, type PersonRow } from '../../../lib/transfer/csv/write';
import { file, readAll } from './files';

const source = { from: 'user', at: 1 } as const;
const marta: Contact = {
  id: 'c1',
  name: { value: 'Marta Ruiz', source },
  tags: [],
  preferences: [],
  fields: [],
  doNotContact: false,
  createdAt: Date.UTC(2024, 2, 12),
  updatedAt: 1,
  version: 1,
};
const identity = (kind: Identity['kind'], value: string, more: Partial<Identity> = {}): Identity => ({
  key: identityKey({ kind, value }) ?? `${kind}:none`,
  kind,
  value,
  contactId: 'c1',
  source,
  ...more,
});
const field = (id: string, name: string): CustomField => ({
  id,
  name,
  slug: `f_${id}`,
  kind: 'text',
  choices: [],
  order: 1,
});

async function written(people: PersonRow[], fields: CustomField[] = [], isRaw = false): Promise<string> {
  let text = '';
  for await (const portion of csvOf(people, { fields, isRaw })) text += portion;
  return text;
}
async function cellsOf(people: PersonRow[], fields: CustomField[] = []): Promise<string[][]> {
  const text = await written(people, fields);
  return createRecordReader(',')(text.slice(1), true).flatMap(row => ('cells' in row ? [row.cells] : []));
}

describe('a table of people', () => {
  const everything: PersonRow = {
    contact: {
      ...marta,
      callName: { value: 'Marta', source },
      company: { value: 'Norte, Café "1"', source },
      title: { value: 'Owner', source },
      stage: 'customer',
      style: 'close',
      timeZone: 'Europe/Madrid',
      tags: ['VIP, gold', 'Madrid'],
      doNotContact: true,
      preferences: [
        { id: 'p1', key: 'language', label: 'Language', value: 'es', source },
        { id: 'p2', label: 'Coffee', value: 'Black', source },
      ],
      fields: [
        { field: 'f1', value: 'Lever', source },
        { field: 'f2', value: 'hers', source },
      ],
      consent: { purpose: 'Asked at the counter', at: 5 },
    },
    identities: [
      ...[1, 2, 3, 4].map(number =>
        identity('email', `marta${number}@norte.example`, number === 4 ? { label: 'home' } : {}),
      ),
      identity('phone', '+34 600 555 014', { label: 'work' }),
      identity('linkedin', 'marta-ruiz', { accountId: 'ACoAA1' }),
      identity('linkedin', 'marta-ruiz', { accountId: 'ACoAA1', key: 'linkedin:#ACoAA1' }),
    ],
    notes: 'Likes it strong.\n- no sugar',
    followUp: { text: 'Call', dueAt: Date.UTC(2026, 11, 1) },
  };
  const fields = [field('f1', 'Machine'), field('f2', 'Email')];

  it('begins with a byte order mark, and its lines end as RFC 4180 says', async () => {
    const text = await written([{ contact: marta, identities: [] }]);
    expect(text).toMatch(/^\ufeffName,/);
    expect(text.split('\r\n')).toHaveLength(3);
  });
  it('is recognised and read back with everything', async () => {
    const table = file(await written([everything], fields));
    expect(await inspectCsv(table)).toMatchObject({ exporter: 'regulars', hasHeader: true });
    const [person] = await readAll(table);
    expect(person).toEqual({
      draft: {
        place: 2,
        id: 'c1',
        name: 'Marta Ruiz',
        callName: 'Marta',
        company: 'Norte, Café "1"',
        title: 'Owner',
        stage: 'customer',
        style: 'close',
        timeZone: 'Europe/Madrid',
        language: 'es',
        doNotContact: true,
        consent: 'Asked at the counter',
        consentAt: 5,
        tags: ['VIP, gold', 'Madrid'],
        notes: [{ text: 'Likes it strong.\n- no sugar' }],
        createdAt: marta.createdAt,
        identities: [
          { kind: 'email', value: 'marta1@norte.example' },
          { kind: 'email', value: 'marta2@norte.example' },
          { kind: 'email', value: 'marta3@norte.example' },
          { kind: 'email', value: 'marta4@norte.example', label: 'home' },
          { kind: 'phone', value: '+34 600 555 014', label: 'work' },
          { kind: 'linkedin', value: 'marta-ruiz', id: 'ACoAA1' },
        ],
        fields: [
          { name: 'Machine', value: 'Lever' },
          { name: 'Email', value: 'hers' },
          { name: 'Preferences', value: 'Coffee: Black' },
        ],
      },
      remarks: ['The follow-up “2026-12-01T00:00:00.000Z Call” is left out.'],
    });
  });
  it('is written while it is read', async () => {
    let asked = 0;
    function* people() {
      for (; asked < 100_000; asked++) yield { contact: marta, identities: [] };
    }
    await csvOf(people(), { fields: [] }).next();
    expect(asked).toBeLessThan(2000);
  });
});

/** What begins a formula in one of the spreadsheets, or hides it. */
const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\0=1',
  '\0',
  '\t',
  '\r',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  '﹦1',
  '﹢1',
  '﹣1',
  '﹫x',
  ' =1',
  '\u00a0=1',
  '\ufeff=1',
  '\u200b=1',
  '\n=1',
  "'=1",
  "''=1",
  "=cmd|'/c calc'!A0",
  'x;=1+1',
  'x,=1+1',
  'x\n=1',
  'x\t@y',
  'x|-1',
  '";=1',
  '"\n=1',
];
/** A cell as a spreadsheet sees it that cuts at another sign and knows no quotation marks, and as it should be. */
const beginsFormula = (cell: string) => /^[\s\p{Cf}\0"]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\0]/u.test(cell);

describe('safe against formulas', () => {
  it.each(formulas)('%j', async formula => {
    const contact = {
      ...marta,
      name: { value: formula, source },
      company: { value: formula, source },
      tags: [formula],
      fields: [{ field: 'f1', value: formula, source }],
    };
    const rows = await cellsOf(
      [{ contact, identities: [], notes: formula }],
      [field('f1', formula.slice(0, 60))],
    );
    for (const cell of rows.flat()) {
      expect(cell).not.toMatch(/^[\t\r\0]/);
      for (const part of cell.split(/[;,|\t\r\n]/)) expect(beginsFormula(part)).toBe(false);
    }
  });
  it('leaves everything else as it is', () => {
    for (const text of ['Marta Ruiz', "O'Hara", "'quoted'", 'a-b', 'a = b', 'ana@norte.example', '3 - 4', ''])
      expect(guardLines(text)).toBe(text);
  });
  it('is taken off exactly', () => {
    const sign = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '\t',
      '\r',
      '\n',
      '\0',
      ' ',
      ';',
      ',',
      '|',
      '＝',
      '\u200b',
      'a',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(sign).map(signs => signs.join('')),
    );
    fc.assert(
      fc.property(text, value => {
        expect(unguardLines(guardLines(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });
  it('is taken off in tables of others where it guards something, and only there', () => {
    expect(["'=1", "'+34 600", "'-x", "''=1", "'Tis", "O'Hara", "a;'-b"].map(unguardCell)).toEqual([
      '=1',
      '+34 600',
      '-x',
      "'=1",
      "'Tis",
      "O'Hara",
      "a;'-b",
    ]);
  });
  it('is not applied where the user wants texts as they are', async () => {
    const people = [
      {
        contact: { ...marta, name: { value: "'=1+1", source } },
        identities: [identity('phone', '+34 600 555 014')],
      },
    ];
    const text = await written(people, [], true);
    expect(text).toContain(',+34 600 555 014,');
    expect(await readAll(file(text))).toMatchObject([
      { draft: { name: "'=1+1", identities: [{ value: '+34 600 555 014' }] } },
    ]);
  });
  it('takes time in proportion to the text', () => {
    for (const unit of ["'", ' ', '\0', ';', "';'", '\u200b', ';\u200b']) {
      const start = performance.now();
      unguardLines(guardLines(unit.repeat(100_000)));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

/**
 * Equality. Texts are equal without control characters and outer blanks, halves of characters count as U+FFFD; those of one
 * line (name, call name, company, title, consent, tags, labels) with each run of blanks as one; sources and
 * versions aren't written. Identities are equal by their keys, in this order: e-mail, phone, profiles. A follow-up is
 * written and not read.
 */
const text = (value: string) =>
  value
    .toWellFormed()
    .trim()
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .trim();
const line = (value: string) => text(value).replace(/\s+/g, ' ').trim();

const words = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({ unit: 'grapheme', maxLength: Math.floor(maxLength / 12) || 1 }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '+34',
        '"',
        'a;b',
        'a, b',
        'שלום',
        '\u202eevil',
        '👩‍👩‍👧',
        'x\ny',
        ' ',
        '\ufeff',
        '\0',
        '- a\n- b',
        'Field: x',
        'Name',
      ),
    )
    .filter(value => value.length <= maxLength);
/** With at least one letter, as the model asks of what may not be blank. */
const named = (maxLength: number) => words(maxLength - 1).map(value => `${value}x`);
const person: fc.Arbitrary<PersonRow> = fc
  .record({
    name: named(60),
    callName: words(40),
    company: words(60),
    title: words(60),
    consent: words(60),
    notes: words(200),
    stage: fc.option(fc.constantFrom(...stages), { nil: undefined }),
    style: fc.option(fc.constantFrom(...styles), { nil: undefined }),
    tags: fc.array(named(20), { maxLength: 4 }),
    fields: fc.tuple(words(80), words(80)),
    doNotContact: fc.boolean(),
    createdAt: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
    mails: fc.array(fc.tuple(fc.emailAddress(), words(20)), { maxLength: 6 }),
    phones: fc.array(fc.tuple(fc.integer({ min: 600000000, max: 699999999 }), words(20)), { maxLength: 5 }),
    profiles: fc.array(
      fc.tuple(
        fc.constantFrom(...identityKinds.slice(2)),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.option(fc.stringMatching(/^[\w:-]{1,20}$/), { nil: undefined }),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ mails, phones, profiles, notes, ...rest }) => {
    const seen = [
      ...mails.map(([value, label]) => ({ kind: 'email' as const, value, label })),
      ...phones.map(([value, label]) => ({ kind: 'phone' as const, value: `+34 ${value}`, label })),
      ...profiles.map(([kind, value, accountId]) => ({ kind, value, accountId })),
    ];
    const known = new Map(
      seen.flatMap(one => {
        const key = identityKey(one);
        return key
          ? [
              [
                key,
                { ...identity(one.kind, one.value.trim()), ...one, value: one.value.trim(), key },
              ] as const,
            ]
          : [];
      }),
    );
    return {
      contact: {
        ...marta,
        ...rest,
        name: { value: rest.name, source },
        callName: { value: rest.callName, source },
        company: { value: rest.company, source },
        title: { value: rest.title, source },
        consent: { purpose: rest.consent, at: rest.createdAt + 1 },
        fields: rest.fields.map((value, index) => ({ field: `f${index}`, value, source })),
      },
      identities: [...known.values()],
      notes,
    };
  });

/** The draft that a person is read back as. */
function expected({ contact, identities, notes = '' }: PersonRow, fields: CustomField[]) {
  const single = {
    name: contact.name.value,
    callName: contact.callName?.value,
    company: contact.company?.value,
    title: contact.title?.value,
    consent: contact.consent?.purpose,
  };
  const lines = Object.entries(single)
    .map(([key, value]) => [key, line(value ?? '')] as const)
    .filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(lines),
    ...(contact.stage && { stage: contact.stage }),
    ...(contact.style && { style: contact.style }),
    ...(contact.consent && line(contact.consent.purpose) !== '' && { consentAt: contact.consent.at }),
    ...(contact.doNotContact && { doNotContact: true }),
    id: contact.id,
    createdAt: contact.createdAt,
    tags: [...new Set(contact.tags.map(line))].filter(tag => tag !== ''),
    notes: text(notes) === '' ? [] : [{ text: text(notes) }],
    fields: contact.fields.flatMap(({ value }, index) =>
      text(value) === '' ? [] : [{ name: fields[index]?.name, value: text(value) }],
    ),
    identities: identities.map(({ key, kind, label }) => ({
      key,
      ...((kind === 'email' || kind === 'phone') && line(label ?? '') !== '' && { label: line(label ?? '') }),
    })),
  };
}
const asRead = ({ place: _place, identities, ...draft }: PersonDraft) => ({
  ...draft,
  identities: identities.map(({ label, ...seen }) => ({ key: identityKey(seen), ...(label && { label }) })),
});

describe('what is written and read again', () => {
  it.each([false, true])('is equal, whatever it says (raw: %s)', async isRaw => {
    const fields = [field('f0', 'Machine'), field('f1', 'Phone 2')];
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async people => {
        const drafts = await readAll(file(await written(people, fields, isRaw)));
        expect(drafts.map(one => ('draft' in one ? asRead(one.draft) : one))).toEqual(
          people.map(one => expected(one, fields)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
