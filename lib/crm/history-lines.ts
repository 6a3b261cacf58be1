// What a journal entry changed about one person, value by value, in words that the card uses too.
import { sameData } from '../db/changes';
import { identityKindNames } from '../identity/kinds';
import { type Contact, contactSchema } from '../model/contact';
import { eventSchema, type TimelineEvent } from '../model/event';
import { type FollowUp, followUpSchema } from '../model/follow-up';
import { type Identity, identitySchema } from '../model/identity';
import type { Change, JournalEntry, JournaledTable } from '../model/journal';
import { stageNames, styleNames } from '../privacy/words';

/** One value; without `before` it is new, without `after` it is gone. */
export type HistoryLine = { what: string; before?: string; after?: string };

/** The lines of an entry for a contact. `fieldName` gives the name of a custom field. */
export function historyLines(
  { changes }: Pick<JournalEntry, 'changes'>,
  contactId: string,
  fieldName: (id: string) => string,
): HistoryLine[] {
  return changes
    .filter(change => isAbout(change, contactId))
    .flatMap(change => (change.table === 'contacts' ? contactLines(change, fieldName) : rowLines(change)));
}

function isAbout({ table, key, before, after }: Change, contactId: string): boolean {
  if (table === 'contacts') return key === contactId;
  return [before, after].some(
    image =>
      typeof image === 'object' && image !== null && 'contactId' in image && image.contactId === contactId,
  );
}

function line(what: string, before: string | undefined, after: string | undefined): HistoryLine[] {
  if ((before ?? '') === (after ?? '')) return [];
  return [{ what, ...(before && { before }), ...(after && { after }) }];
}

const wordings: Record<string, (contact: Contact) => string | undefined> = {
  Name: ({ name }) => name.value,
  Called: ({ callName }) => callName?.value,
  Company: ({ company }) => company?.value,
  Title: ({ title }) => title?.value,
  Stage: ({ stage }) => stage && stageNames[stage],
  Relationship: ({ style }) => style && styleNames[style],
  'Time zone': ({ timeZone }) => timeZone,
  'They agreed to': ({ consent }) => consent?.purpose,
  'Do not contact': ({ doNotContact }) => (doNotContact ? 'yes' : undefined),
  'In the trash': ({ deletedAt }) => (deletedAt === undefined ? undefined : 'yes'),
};

function contactLines({ before, after }: Change, fieldName: (id: string) => string): HistoryLine[] {
  const [old, next] = [before, after].map(image => contactSchema.safeParse(image).data);
  const plain = Object.entries(wordings).flatMap(([what, of]) =>
    line(what, old && of(old), next && of(next)),
  );
  const tags = (contact: Contact | undefined) => new Map(contact?.tags.map(tag => [tag, tag]));
  const preferences = (contact: Contact | undefined) =>
    new Map(contact?.preferences.map(({ label, value }) => [label, value]));
  const fields = (contact: Contact | undefined) =>
    new Map(contact?.fields.map(({ field, value }) => [fieldName(field), value]));
  return [
    ...plain,
    ...listLines(tags(old), tags(next), () => 'Tag'),
    ...listLines(preferences(old), preferences(next), label => label),
    ...listLines(fields(old), fields(next), name => name),
  ];
}

function listLines(
  old: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  what: (key: string) => string,
): HistoryLine[] {
  const keys = new Set([...old.keys(), ...next.keys()]);
  return [...keys].flatMap(key => line(what(key), old.get(key), next.get(key)));
}

const eventWords: Partial<Record<TimelineEvent['kind'], string>> = {
  message: 'Message',
  comment: 'Comment',
  note: 'Note',
  call: 'Call',
  meeting: 'Meeting',
  promise: 'Promise',
  issue: 'Issue',
};

const described: Partial<Record<JournaledTable, (image: unknown) => HistoryLine | undefined>> = {
  identities: image => identityLine(identitySchema.safeParse(image).data),
  events: image => eventLine(eventSchema.safeParse(image).data),
  followUps: image => followUpLine(followUpSchema.safeParse(image).data),
};

// The id of an account stands beside its handle, and is not shown as another identity.
const identityLine = (row: Identity | undefined) =>
  row && !row.key.includes(':#')
    ? { what: identityKindNames[row.kind], after: `${row.value}${row.verifiedAt ? ' (verified)' : ''}` }
    : undefined;
const eventLine = (row: TimelineEvent | undefined) =>
  row && { what: eventWords[row.kind] ?? 'Entry', after: row.text ?? row.title ?? stateOf(row) };
const stateOf = ({ closedAt }: TimelineEvent) => (closedAt ? 'closed' : 'no text');
const followUpLine = (row: FollowUp | undefined) =>
  row && { what: 'Follow-up', after: row.done ? `${row.text} (done)` : row.text };

function rowLines({ table, before, after }: Change): HistoryLine[] {
  const [old, next] = [before, after].map(image => described[table]?.(image));
  const what = next?.what ?? old?.what;
  if (!what || sameData(old, next)) return [];
  return line(what, old?.after, next?.after);
}
