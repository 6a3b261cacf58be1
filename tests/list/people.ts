// Invented people for the tests of the list, at random.
import fc from 'fast-check';
import { type Entry, entryOf } from '../../lib/list/entry';
import { Histories } from '../../lib/list/history';
import type { Contact } from '../../lib/model/contact';
import type { EventKind } from '../../lib/model/event';
import type { ListQuery } from '../../lib/model/list-query';

export const now = Date.UTC(2026, 5, 1);
const day = 86_400_000;
const source = { from: 'user', at: 1 } as const;

const names = ['Marta Ruiz', 'MARTA Ruíz', 'Jonas Feld', '李小龙', 'Zoë Ångström', 'نور الحداد', 'o', '600'];
const companies = ['Norte Boats', 'norte  boats', 'Feldweg GmbH', '北方船', '!!'];
const addresses = [
  'marta@norte-boats.example',
  'jonas@mail.feldweg.example',
  'zoe@gmail.com',
  'x@пример.example',
];
export const tags = ['sails', 'VIP', 'late'];
export const stages = ['lead', 'customer', 'partner', 'former'] as const;

const event = fc.record({
  kind: fc.constantFrom<EventKind[]>('message', 'comment', 'note', 'call', 'issue', 'promise', 'capture'),
  at: fc.integer({ min: 0, max: 60 }).map(days => now - days * day),
  site: fc.constantFrom<(string | undefined)[]>('gmail', 'x', undefined),
  text: fc.constantFrom<string[]>('Prefers mornings', 'Called about sails', '她喜欢早上', ''),
});

const person = fc.record({
  name: fc.constantFrom(...names),
  company: fc.constantFrom(...companies, undefined),
  address: fc.constantFrom(...addresses, undefined),
  phone: fc.constantFrom('+34600555014', undefined),
  stage: fc.constantFrom(...stages, undefined),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  field: fc.constantFrom<(string | undefined)[]>('12', '3,5', '2026-03-01', 'Gaviota', undefined),
  consent: fc.boolean(),
  doNotContact: fc.boolean(),
  openIssues: fc.nat({ max: 2 }),
  followUp: fc.constantFrom(now + day, now - day, undefined),
  createdAt: fc.nat({ max: 3 }),
  events: fc.array(event, { maxLength: 3 }),
});
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

/** The entry of an invented person. */
export function makeEntry(id: string, made: Partial<Person>): Entry {
  const { name = 'Nobody', company, address, phone, stage, field, followUp, events = [] } = made;
  const contact: Contact = {
    id,
    name: { value: name, source },
    ...(company && { company: { value: company, source } }),
    ...(stage && { stage }),
    tags: made.tags ?? [],
    preferences: [],
    fields: field ? [{ field: 'f', value: field, source }] : [],
    doNotContact: made.doNotContact ?? false,
    ...(made.consent && { consent: { purpose: 'Orders', at: 1 } }),
    createdAt: made.createdAt ?? 1,
    updatedAt: 1,
    version: 0,
  };
  const identities = [
    ...(address
      ? [{ key: `email:${address}`, kind: 'email' as const, value: address, contactId: id, source }]
      : []),
    ...(phone
      ? [{ key: `phone:${phone}`, kind: 'phone' as const, value: phone, contactId: id, source }]
      : []),
  ];
  const histories = new Histories();
  for (const [place, one] of events.entries())
    histories.add({ id: `${id}-${place}`, contactId: id, createdAt: 1, ...one });
  const waiting = {
    openIssues: made.openIssues ?? 0,
    ...(followUp !== undefined && { nextFollowUp: followUp }),
  };
  return entryOf({ contact, identities, ...waiting }, histories.of(id));
}

/** Up to thirty people, with their ids. */
export const crowd = fc
  .array(person, { maxLength: 30 })
  .map(people => people.map((made, place) => makeEntry(`c${place}`, made)));

const flag = fc.option(fc.boolean(), { nil: undefined });
const text = fc.constantFrom(
  'marta',
  'mar',
  'MÁR',
  'm',
  'ruiz marta',
  'norte',
  'jonas@mail',
  'mornings',
  'sails',
  '小',
  '早',
  '600',
  '600 555',
  '  ',
  '--',
  'zz',
);

/** Any query. */
export const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    text,
    stages: fc.uniqueArray(fc.constantFrom(...stages, 'none' as const), { maxLength: 2 }),
    tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 2 }),
    sites: fc.uniqueArray(fc.constantFrom('gmail', 'x', 'email', 'phone'), { maxLength: 2 }),
    company: fc.constantFrom('norte boats', 'feldweg gmbh', '@norte-boats.example', '!!'),
    lastContact: fc.record(
      { within: fc.nat({ max: 40 }), notWithin: fc.nat({ max: 40 }) },
      { requiredKeys: [] },
    ),
    hasOpenIssue: flag,
    hasFollowUp: flag,
    hasConsent: flag,
    doNotContact: flag,
    fields: fc.constantFrom(
      [{ field: 'f', isSet: true }],
      [{ field: 'f', isSet: false }],
      [{ field: 'f', contains: 'gavi' }],
      [{ field: 'f', from: '3', to: '12' }],
      [{ field: 'f', from: '2026-01-01', to: '2026-12-31' }],
      [{ field: 'f', anyOf: ['Gaviota'] }],
      [{ field: 'other', contains: 'x' }],
    ),
    sort: fc.record({
      by: fc.constantFrom('name', 'company', 'stage', 'lastContact', 'nextFollowUp', 'created'),
      isDescending: fc.boolean(),
    }),
  },
  { requiredKeys: [] },
);
