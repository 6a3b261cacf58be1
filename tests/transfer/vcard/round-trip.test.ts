// What is written as a vCard, and that it is read again as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKey } from '../../../lib/identity/keys';
import { type Contact, contactSchema, stages, styles } from '../../../lib/model/contact';
import type { CustomField } from '../../../lib/model/custom-field';
import type { Identity } from '../../../lib/model/identity';
import type { PersonDraft } from '../../../lib/model/person-draft';
import { type WrittenPerson, writeVcard } from '../../../lib/transfer/vcard/write';
import { everyone, onePerson } from './people';

const at = Date.UTC(2026, 10, 24, 12);
const source = { from: 'user' as const, at };
const named = (value: string) => ({ value, source });
const uuid = '8b574c60-fd7f-4e99-b584-c5db131ae687';
const bare: Contact = {
  id: uuid,
  name: named('Ana Prat'),
  tags: [],
  preferences: [],
  fields: [],
  doNotContact: false,
  createdAt: at,
  updatedAt: at,
  version: 1,
};
const person = (more: Partial<WrittenPerson> = {}): WrittenPerson => ({
  contact: bare,
  identities: [],
  notes: [],
  fields: [],
  ...more,
});
const row = (kind: Identity['kind'], value: string, more: Partial<Identity> = {}): Identity => {
  const key = identityKey({ kind, value });
  if (!key) throw new Error(`${kind} ${value} is nobody.`);
  return { key, kind, value, contactId: uuid, source, ...more };
};

describe('a written card', () => {
  it('is a vCard 4.0 of the standard’s properties, and ours for the rest', () => {
    const contact: Contact = {
      ...bare,
      callName: named('Ani'),
      company: named('Norte, Café; Bar'),
      title: named('Owner'),
      stage: 'customer',
      style: 'close',
      timeZone: 'Europe/Madrid',
      tags: ['Regular', 'a,b'],
      preferences: [
        { id: 'p1', key: 'language', label: 'Language', value: 'ca', source },
        { id: 'p2', key: 'tone', label: 'Tone', value: 'brief', source },
      ],
      fields: [
        { field: 'f1', value: '1980-03-21', source },
        { field: 'f2', value: 'La "Gaviota"', source },
        { field: 'gone', value: 'x', source },
      ],
      doNotContact: true,
      consent: { purpose: 'Newsletter', at },
    };
    const written = writeVcard({
      contact,
      identities: [
        row('email', 'ana@norte.example', { label: 'work' }),
        row('phone', '+34 600 555 014', { label: 'Kitchen' }),
        row('x', '@Ana', { accountId: '12' }),
        row('web', 'https://ana.example/'),
        row('mastodon', 'https://norte.social/@ana'),
      ],
      notes: [{ at, text: 'Likes it hot\nNo milk' }],
      fields: [
        { id: 'f1', name: 'Birthday' },
        { id: 'f2', name: 'Coffee: "machine"' },
      ],
    });
    expect(written.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      `UID:urn:uuid:${uuid}`,
      'CREATED:20261124T120000Z',
      'REV:20261124T120000Z',
      'FN:Ana Prat',
      'NICKNAME:Ani',
      'ORG:Norte\\, Café\\; Bar',
      'TITLE:Owner',
      'EMAIL;TYPE=work:ana@norte.example',
      'item2.TEL:+34 600 555 014',
      'item2.X-ABLabel:Kitchen',
      'SOCIALPROFILE;SERVICE-TYPE="X";X-ACCOUNT-ID="12";USERNAME="@Ana":https://x.com/ana',
      'URL:https://ana.example/',
      'SOCIALPROFILE;SERVICE-TYPE="Mastodon";VALUE=text:https://norte.social/@ana',
      'TZ:Europe/Madrid',
      'CATEGORIES:Regular,a\\,b',
      'NOTE;CREATED=20261124T120000Z:Likes it hot\\nNo milk',
      'X-REGULARS-STAGE:customer',
      'X-REGULARS-STYLE:close',
      'X-REGULARS-DO-NOT-CONTACT:true',
      'X-REGULARS-CONSENT;CREATED=20261124T120000Z:Newsletter',
      'LANG:ca',
      'X-REGULARS-PREFERENCE;X-NAME="Tone":brief',
      'BDAY:19800321',
      'X-REGULARS-FIELD;X-NAME="Coffee: ^\'machine^\'":La "Gaviota"',
      'END:VCARD',
      '',
    ]);
  });

  it('is folded at 75 octets, never within a character', async () => {
    for (let blanks = 0; blanks < 8; blanks++) {
      const name = `${'x'.repeat(blanks)}${'ñ山🦆'.repeat(20)}`;
      const written = writeVcard(person({ contact: { ...bare, name: named(name) } }));
      const sizes = written.split('\r\n').map(line => new TextEncoder().encode(line).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
      // 2 to 4 octets at most are not used where a character would not fit.
      expect(Math.max(...sizes)).toBeGreaterThan(71);
      expect(written.isWellFormed()).toBe(true);
      expect((await onePerson(written)).draft.name).toBe(name);
    }
  });

  it('holds nothing that ends it early', async () => {
    const attack = 'x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Eva\u2028;:"\\\n';
    const written = writeVcard(
      person({
        contact: {
          ...bare,
          name: named(attack),
          company: named(attack),
          tags: [attack],
          fields: [{ field: 'f', value: attack, source }],
        },
        identities: [row('email', 'ana@norte.example', { label: attack })],
        notes: [{ at, text: attack }],
        fields: [{ id: 'f', name: attack }],
      }),
    );
    expect(written.match(/^END:VCARD$/gm)).toHaveLength(1);
    expect(await everyone(written)).toHaveLength(1);
  });
});

/** Control characters that a vCard can't hold are left out, line ends are line feeds, halves of characters U+FFFD. */
const kept = (text: string) =>
  [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').toWellFormed()]
    .filter(character => character >= ' ' || character === '\n' || character === '\t')
    .filter(character => character !== '\u007f')
    .join('');
/** Of one line: line ends, tabs and C1 controls are blanks. */
const keptLine = (text: string) =>
  kept(text)
    .replace(/[\n\t\u0080-\u009f]+/g, ' ')
    .trim();

const exotic = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\u0000', '\r', '\n', '\u001b', '\u007f', '\u0085', '\u2028', '\ud800', 'a', ' '),
  }),
  fc.string({
    unit: fc.constantFrom(
      ',',
      ';',
      ':',
      '\\',
      'n',
      '"',
      '^',
      "'",
      '=',
      '\n',
      ' ',
      'é',
      '🦆',
      '山',
      '\u202e',
      '\u200d',
    ),
  }),
);
const text = (max: number) =>
  exotic
    .map(one => one.slice(0, max).toWellFormed().slice(0, max))
    .map(one => one.replace(/[\ud800-\udbff]$/, ''));
const line = (max: number) => text(max).filter(one => keptLine(one) !== '');
const anyTime = fc.integer({ min: 0, max: 4_000_000_000 }).map(seconds => seconds * 1000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const identities = fc.uniqueArray(
  fc.oneof(
    fc.nat(999).map(n => row('email', `Ana+${n}@norte.example`)),
    fc.nat(999).map(n => row('email', `d'añ-${n}@bücher.example`)),
    fc.integer({ min: 100, max: 999 }).map(n => row('phone', `+34 600 555 ${n}`)),
    fc.nat(999).map(n => row('x', `@Ana${n}`)),
    fc.nat(999).map(n => row('x', `ana${n}`, { accountId: `id;"${n}` })),
    fc.nat(999).map((n): Identity => ({ ...row('x', `${n}`), key: `x:#${n}`, accountId: `${n}` })),
    fc.nat(999).map(n => row('bluesky', `ana${n}.bsky.social`, { accountId: `did:plc:${n}` })),
    fc.nat(999).map(
      (n): Identity => ({
        ...row('bluesky', `did:plc:${n}`),
        key: `bluesky:#did:plc:${n}`,
        accountId: `did:plc:${n}`,
      }),
    ),
    fc.nat(999).map(n => row('youtube', `c/Añá${n}`)),
    fc.nat(999).map(n => row('linkedin', `anya-прат-${n}`)),
    fc.nat(999).map(n => row('mastodon', `https://norte.social/@ana${n}`)),
    fc.nat(999).map(n => row('wordpress', `blog.norte.example/ana,${n}`)),
    fc.nat(999).map(n => row('gravatar', n.toString(16).padStart(64, 'a'))),
    fc.nat(999).map(n => row('web', `https://norte.example/${n};a=1,2?b=\\n#c`)),
    fc.nat(999).map(n => row('web', `norte.example/${n}`)),
    fc.nat(999).map(n => row('web', `https://github.com/ana${n}`)),
  ),
  { selector: ({ key }) => key, maxLength: 8 },
);
const labels = fc.array(maybe(fc.oneof(fc.constantFrom('home', 'work', 'Home', 'fax', 'cell'), line(60))), {
  minLength: 8,
  maxLength: 8,
});
const plainNames = fc.constantFrom('Birthday', 'Anniversary', 'Role', 'Address');
const days = fc.constantFrom('1980-03-21', '--02-03', '---02-03', '1980', '19800321');

const written: fc.Arbitrary<WrittenPerson> = fc
  .record({
    contact: fc.record({
      id: fc.oneof(fc.uuid(), fc.stringMatching(/^[\w.:-]{1,64}$/)),
      name: line(200),
      callName: maybe(line(80)),
      company: maybe(line(200)),
      title: maybe(line(200)),
      stage: maybe(fc.constantFrom(...stages)),
      style: maybe(fc.constantFrom(...styles)),
      timeZone: maybe(
        fc.constantFrom('Europe/Madrid', 'Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires'),
      ),
      tags: fc.uniqueArray(line(40), { maxLength: 6, selector: keptLine }),
      doNotContact: fc.boolean(),
      consent: maybe(fc.record({ purpose: text(300), at: anyTime })),
      createdAt: anyTime,
    }),
    preferences: fc.array(
      fc.record({
        label: line(60),
        value: text(300),
        language: fc.constantFrom(undefined, undefined, 'es', 'pt-BR', 'not a tag'),
      }),
      { maxLength: 4 },
    ),
    values: fc.uniqueArray(
      fc.record({ name: fc.oneof(line(60), plainNames), value: fc.oneof(text(2000), days) }),
      { selector: ({ name }) => keptLine(name), maxLength: 8 },
    ),
    notes: fc.array(fc.record({ at: anyTime, text: text(4000) }), { maxLength: 5 }),
    identities,
    labels,
  })
  .map(({ contact, preferences, values, notes, identities: rows, labels: given }) => ({
    contact: contactSchema.parse({
      ...bare,
      ...contact,
      name: named(contact.name),
      callName: contact.callName && named(contact.callName),
      company: contact.company && named(contact.company),
      title: contact.title && named(contact.title),
      preferences: preferences.map(({ label, value, language }, index) => ({
        id: `p${index}`,
        label,
        value: language ?? value,
        ...(language && { key: 'language' }),
        source,
      })),
      fields: values.map(({ value }, index) => ({ field: `f${index}`, value, source })),
    }),
    identities: rows.filter(isShown).map((one, index) => ({ ...one, label: given[index] })),
    notes,
    fields: values.map(({ name }, index): Pick<CustomField, 'id' | 'name'> => ({ id: `f${index}`, name })),
  }));

/** An account has a row for its handle and one for its id; the handle says both. */
const isShown = (one: Identity, _at: number, all: readonly Identity[]) =>
  !one.key.includes(':#') ||
  all.every(other => other.key === one.key || other.kind !== one.kind || other.accountId !== one.accountId);

/** What is to be read again, by what the writer says that it keeps. */
function expected({ contact, identities: rows, notes, fields }: WrittenPerson): PersonDraft {
  const language = contact.preferences.find(({ key }) => key === 'language');
  const isTag = language !== undefined && language.value !== 'not a tag';
  const others = contact.preferences.filter(preference => !isTag || preference !== language);
  const values = [
    ...others.map(({ label, value }) => ({ name: keptLine(label), value: kept(value) })),
    ...contact.fields.map(({ value }, index) => ({
      name: keptLine(fields[index]?.name ?? ''),
      value: kept(value),
    })),
  ].filter(({ value }) => value !== '');
  const draft: PersonDraft = {
    place: 1,
    id: contact.id,
    name: keptLine(contact.name.value),
    createdAt: contact.createdAt,
    tags: contact.tags.map(keptLine),
    identities: rows.map(({ kind, value, accountId, label }) => ({
      kind,
      value,
      ...(accountId && { id: accountId }),
      ...(label && { label: keptLine(label) }),
    })),
    notes: notes
      .map(note => ({ at: note.at, text: kept(note.text ?? '') }))
      .filter(note => note.text.trim() !== ''),
    fields: values.filter(
      (one, index) =>
        index === values.findIndex(({ name, value }) => name === one.name && value === one.value),
    ),
  };
  if (contact.callName) draft.callName = keptLine(contact.callName.value);
  if (contact.company) draft.company = keptLine(contact.company.value);
  if (contact.title) draft.title = keptLine(contact.title.value);
  if (contact.stage) draft.stage = contact.stage;
  if (contact.style) draft.style = contact.style;
  if (contact.timeZone) draft.timeZone = contact.timeZone;
  if (language && isTag) draft.language = language.value;
  if (contact.doNotContact) draft.doNotContact = true;
  if (contact.consent && kept(contact.consent.purpose)) {
    draft.consent = kept(contact.consent.purpose);
    draft.consentAt = contact.consent.at;
  }
  return draft;
}

describe('what is written', () => {
  it('is read again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(written, async one => {
        expect(await everyone(writeVcard(one))).toEqual([{ draft: expected(one), remarks: [] }]);
      }),
      { numRuns: 200 },
    );
  });

  it('says an account once, which has a row for its handle and one for its id', async () => {
    const handle = row('bluesky', 'ana.bsky.social', { accountId: 'did:plc:1' });
    const id: Identity = { ...handle, value: 'did:plc:1', key: 'bluesky:#did:plc:1' };
    for (const rows of [
      [handle, id],
      [id, handle],
    ]) {
      const { draft } = await onePerson(writeVcard(person({ identities: rows })));
      expect(draft.identities).toEqual([{ kind: 'bluesky', value: 'ana.bsky.social', id: 'did:plc:1' }]);
    }
  });

  it('keeps people apart, however many are in a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 5 }), async people => {
        const read = await everyone(...people.map(writeVcard));
        expect(read).toEqual(
          people.map((one, index) => ({ draft: { ...expected(one), place: index + 1 }, remarks: [] })),
        );
      }),
      { numRuns: 30 },
    );
  });
});
