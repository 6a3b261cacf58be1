// People who are hostile in every field: as a file of Regulars, as a table, and written by hand through the same calls as a person writes.
import { randomUUID } from 'node:crypto';
import { identityKey } from '../../../lib/identity/keys';
import type { Identity, SeenIdentity } from '../../../lib/model/identity';
import { payloads } from './payloads';

/** An address that is not the beginning of another. */
export const addressOf = (at: number) => `p${1000 + at}@hostile.example`;
/** The id of the person whose every field is the payload at this place. */
export const idOf = (at: number) => `hostile-${at}`;

/** As many fields and views as there may be; the names of the rest are people's. */
const named = payloads.slice(0, 195);
/** The kinds of field that a person of the file has a value in. */
const kinds = ['text', 'number', 'date', 'choice', 'link'] as const;

const hosts = (payload: string): SeenIdentity[] =>
  (['web', 'wordpress', 'mastodon', 'x', 'youtube', 'bluesky', 'linkedin'] as const).map(kind => ({
    kind,
    value: payload,
  }));

function identities(at: number, payload: string): Identity[] {
  const seen: SeenIdentity[] = [{ kind: 'email', value: addressOf(at) }, ...hosts(payload)];
  const owned = {
    contactId: idOf(at),
    label: payload,
    source: { from: 'page' as const, at: 1, url: payload },
  };
  return seen.flatMap(one => {
    const key = identityKey(one);
    return key ? [{ key, ...one, value: one.value.trim() || one.value, ...owned }] : [];
  });
}

function contact(at: number, payload: string) {
  const source = { from: 'page', at: 1, url: payload };
  const fact = { value: payload, source };
  return {
    id: idOf(at),
    name: fact,
    callName: fact,
    company: fact,
    title: fact,
    timeZone: payload,
    tags: [payload],
    preferences: [
      { id: `p${at}`, label: payload, value: payload, source },
      { id: `l${at}`, key: 'language', label: 'Language', value: payload, source },
      { id: `t${at}`, key: 'tone', label: 'Tone', value: payload, source },
    ],
    fields: kinds.map((_kind, place) => ({ field: `field-${place}`, value: payload, source })),
    doNotContact: at % 2 === 0,
    consent: { purpose: payload, at: 1 },
    createdAt: 1,
    updatedAt: 1,
    version: 0,
  };
}

const entry = (at: number, payload: string) => ({
  id: `event-${at}`,
  contactId: idOf(at),
  kind: at % 2 ? 'message' : 'issue',
  at: 1_760_000_000_000 + at,
  title: payload,
  text: payload,
  site: payload,
  conversation: payload,
  url: payload,
  openFor: idOf(at),
  createdAt: 1,
});

const reply = (at: number, payload: string) => ({
  id: `reply-${at}`,
  name: payload,
  tags: [payload],
  // Whatever begins a template is none here: a text that can't be read is refused.
  variants: [{ body: payload.replaceAll(/\{(?=[{%])/g, '{ ') }],
  order: at,
  uses: 0,
});

/** What a file of Regulars brings. */
export function hostileFile(): object {
  const rows = <Row>(make: (at: number, payload: string) => Row) =>
    payloads.map((text, at) => make(at, text));
  const fields = named.map((name, at) => ({
    id: `field-${at}`,
    slug: `f_${at}`,
    name,
    kind: kinds[at % kinds.length],
    choices: [name],
    order: at,
  }));
  const savedViews = named.map((name, at) => ({
    id: `view-${at}`,
    name,
    query: { text: name, tags: [name], company: name, fields: [{ field: 'field-0', contains: name }] },
    columns: [`field:field-${at}`],
    order: at,
  }));
  return {
    format: 'regulars',
    version: 1,
    exportedAt: 1,
    contacts: rows(contact),
    identities: payloads.flatMap((text, at) => identities(at, text)),
    events: rows(entry),
    followUps: rows((at, text) => ({
      ...about(at),
      id: `todo-${at}`,
      text,
      dueAt: 1,
      done: 0,
      createdAt: 1,
    })),
    fields,
    replies: rows(reply),
    rejections: [],
    savedViews,
  };
}

const about = (at: number) => ({ contactId: idOf(at) });
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table with a person for each payload, and columns that are called like some of them. */
export function hostileTable(): string {
  const own = payloads.filter(name => /[<{]/.test(name)).slice(0, 20);
  const head = [
    'Name',
    'Email',
    'Company',
    'Job title',
    'Nickname',
    'Tags',
    'Notes',
    'Website',
    'Phone',
    ...own,
  ];
  const rows = payloads.map((text, at) => [
    at % 4 ? text : `${text}.`,
    // Some have no address, others are in the file of Regulars.
    at % 10 === 9 ? text : at % 2 ? `t${at}@table.example` : addressOf(at),
    ...Array.from({ length: head.length - 2 }, () => text),
  ]);
  return [head, ...rows].map(row => row.map(quoted).join(',')).join('\r\n');
}

/** A table of prepared texts. */
export const hostileReplies = (): string =>
  [['Name', 'Text', 'Shortcut', 'Tags'], ...payloads.map(text => [text, text, text, text])]
    .map(row => row.map(quoted).join(','))
    .join('\r\n');

/** The calls of a person who writes the payload wherever there is a field. */
export function callsFor(at: number, payload: string): [name: string, input: object][] {
  const id = idOf(at);
  const preferences = [{ id: `q${at}`, label: payload, value: payload }];
  return [
    ['contacts.create', newcomer(at, payload)],
    ['contacts.save', { id, patch: { company: `${payload} & Co`, consent: payload, preferences } }],
    ['timeline.add', { contactId: id, kind: 'note', text: payload }],
    ['timeline.add', { contactId: id, kind: 'promise', text: payload }],
    ['followUps.add', { contactId: id, text: payload, dueAt: Date.now() + 1000 * at }],
  ];
}

/** Somebody new, as the form for somebody unknown sends them. */
const newcomer = (at: number, payload: string): object => ({
  patch: { name: payload, callName: payload, company: payload, title: payload, tags: [payload] },
  identities: [{ kind: 'email', value: `c${at}@created.example` }],
  from: 'page',
  url: `https://mail.google.com/${randomUUID()}`,
});
