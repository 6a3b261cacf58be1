// The JSON export: everything the user owns, in one documented, versioned object.
import { z } from 'zod';
import { domainRows, searchRow } from '../db/derived';
import { accountKey } from '../identity/accounts';
import { identityKey } from '../identity/keys';
import { skeleton } from '../identity/skeleton';
import { contactSchema } from '../model/contact';
import { customFieldSchema } from '../model/custom-field';
import { distinctPair, distinctPairSchema } from '../model/distinct-pair';
import { eventSchema } from '../model/event';
import { followUpSchema } from '../model/follow-up';
import { identitySchema } from '../model/identity';
import { rejectionSchema } from '../model/rejection';
import { replySchema } from '../model/reply';
import { savedViewSchema } from '../model/saved-view';
import { settingsSchema } from '../model/settings';
import { timeSchema } from '../model/source';
import { problemOf } from '../replies/template';

export const exportVersion = 1;

/** The largest file that is read, in bytes; 100,000 people with ten events each take about 90 MB. */
export const largestFile = 200 * 1024 * 1024;

/** The most rows of each list. */
export const mostRows: Record<string, number> = {
  fields: 200,
  contacts: 250_000,
  identities: 1_000_000,
  events: 2_000_000,
  followUps: 500_000,
  replies: 5_000,
  rejections: 500_000,
  distinct: 500_000,
  savedViews: 200,
};

/** What is derived from a row after the import is derived once before: what can't be is refused with its reason. */
const derivableContactSchema = contactSchema.refine(
  contact => searchRow(contact, []).contactId === contact.id,
  'Nothing can be found by this.',
);

/** An event is open for the person it belongs to or for nobody, never on somebody else's card. */
const ownEventSchema = eventSchema.transform(({ openFor, ...event }) =>
  openFor === event.contactId ? { ...event, openFor } : event,
);

/** An identity's key and skeleton are made anew from its value, so that it can't be disguised as another. */
const soundIdentitySchema = identitySchema.transform((identity, { addIssue }) => {
  const { skeleton: _claimed, ...rest } = identity;
  const { kind, value, accountId } = identity;
  const isItsOwn = [identityKey(identity), accountKey({ kind, id: accountId })].includes(identity.key);
  if (!isItsOwn || !value) addIssue('The key is not that of the value.');
  domainRows([identity]);
  return identity.kind === 'email' ? { ...rest, skeleton: skeleton(identity.value) } : rest;
});

/** A pair is named by both of its people, the first by the characters of their ids first: one pair has one row. */
const soundPairSchema = distinctPairSchema.refine(
  ({ id, first, second }) => first < second && id === distinctPair(first, second, 0).id,
  'The id is not that of this pair.',
);

/** A reply whose texts can all be read as templates: one that can't be is refused here, with its reason. */
const readableReplySchema = replySchema.superRefine((reply, { addIssue }) => {
  for (const [at, { body }] of reply.variants.entries()) {
    const problem = problemOf(body);
    if (problem) addIssue({ code: 'custom', message: problem, path: ['variants', at, 'body'] });
  }
});

/**
 * The lists of an export, each with the schema of its rows, in the order in which they are imported; the names are
 * those of the tables.
 */
export const listSchemas = {
  fields: customFieldSchema,
  contacts: derivableContactSchema,
  identities: soundIdentitySchema,
  events: ownEventSchema,
  followUps: followUpSchema,
  replies: readableReplySchema,
  rejections: rejectionSchema,
  distinct: soundPairSchema,
  savedViews: savedViewSchema,
};
export type ListName = keyof typeof listSchemas;
export const listNames = Object.keys(listSchemas) as ListName[];

/** The outer form; rows are parsed one by one, so that one bad row is named and the rest is not lost. */
export const envelopeSchema = z.object({
  format: z.literal('regulars'),
  version: z.literal(exportVersion),
  exportedAt: timeSchema,
  settings: settingsSchema.optional(),
  contacts: z.array(z.unknown()),
  identities: z.array(z.unknown()),
  events: z.array(z.unknown()),
  followUps: z.array(z.unknown()),
  fields: z.array(z.unknown()),
  replies: z.array(z.unknown()),
  rejections: z.array(z.unknown()).default([]),
  distinct: z.array(z.unknown()).default([]),
  savedViews: z.array(z.unknown()).default([]),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** A remark on a row, with its place in its list counted from 1. */
export type Remark = { list: ListName; row: number; reason: string };
/** Rows that fit, each with its place in its list, counted from 1. */
export type Rows = { [List in ListName]: { row: number; data: z.infer<(typeof listSchemas)[List]> }[] };
export type Parsed = { envelope: Envelope; rows: Rows; rejected: Remark[] };

/** Reads the text of an export. Throws a sentence when it is none; rows that do not fit are listed, not dropped. */
export function parseExport(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('This file is not JSON.');
  }
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) throw new Error('This file is not an export of Regulars, or of a newer version.');
  const tooLong = listNames.find(list => envelope.data[list].length > (mostRows[list] ?? 0));
  if (tooLong) throw new Error(`This file has more than ${mostRows[tooLong]} rows of ${tooLong}. Split it.`);
  const rejected: Remark[] = [];
  const lists = listNames.map(list => [list, readRows(list, envelope.data[list], rejected)]);
  return { envelope: envelope.data, rows: Object.fromEntries(lists) as Rows, rejected };
}

/** The rows that fit; the others are put on `rejected`. A row that breaks what reads it is one that does not fit. */
export function readRows(
  list: ListName,
  given: unknown[],
  rejected: Remark[],
  parse: (row: unknown) => z.ZodSafeParseResult<object> = row => listSchemas[list].safeParse(row),
): { row: number; data: object }[] {
  return given.flatMap((item, index) => {
    const row = index + 1;
    try {
      const parsed = parse(item);
      if (parsed.success) return [{ row, data: parsed.data }];
      const [issue] = parsed.error.issues;
      rejected.push({ list, row, reason: `${issue?.path.join('.')}: ${issue?.message}` });
    } catch {
      rejected.push({ list, row, reason: 'This row can’t be read.' });
    }
    return [];
  });
}
