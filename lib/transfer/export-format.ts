// The JSON export: everything the user owns, in one documented, versioned object.
import { z } from 'zod';
import { identityKey } from '../identity/keys';
import { skeleton } from '../identity/look-alike';
import { contactSchema } from '../model/contact';
import { customFieldSchema } from '../model/custom-field';
import { eventSchema } from '../model/event';
import { followUpSchema } from '../model/follow-up';
import { identitySchema } from '../model/identity';
import { rejectionSchema } from '../model/rejection';
import { replySchema } from '../model/reply';
import { settingsSchema } from '../model/settings';
import { timeSchema } from '../model/source';
import { problemOf } from '../replies/template';

export const exportVersion = 1;

/** An identity's key and skeleton are made anew from its value, so that it can't be disguised as another. */
const soundIdentitySchema = identitySchema.transform((identity, { addIssue }) => {
  const { skeleton: _claimed, ...rest } = identity;
  if (identityKey(identity) !== identity.key) addIssue('The key is not that of the value.');
  return identity.kind === 'email' ? { ...rest, skeleton: skeleton(identity.value) } : rest;
});

/** A reply whose texts can all be read as templates: one that can't be is refused here, with its reason. */
const readableReplySchema = replySchema.superRefine((reply, { addIssue }) => {
  for (const [at, { body }] of reply.variants.entries()) {
    const problem = problemOf(body);
    if (problem) addIssue({ code: 'custom', message: problem, path: ['variants', at, 'body'] });
  }
});

/** The lists of an export, each with the schema of its rows; the names are those of the tables. */
export const listSchemas = {
  contacts: contactSchema,
  identities: soundIdentitySchema,
  events: eventSchema,
  followUps: followUpSchema,
  fields: customFieldSchema,
  replies: readableReplySchema,
  rejections: rejectionSchema,
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
});
export type Envelope = z.infer<typeof envelopeSchema>;

export type Rejected = { list: ListName; row: number; reason: string };
/** A row that fits, with its place in its list, counted from 1. */
export type Row = { row: number; data: object };
export type Parsed = { envelope: Envelope; rows: Record<ListName, Row[]>; rejected: Rejected[] };

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
  const rejected: Rejected[] = [];
  const read = (list: ListName): Row[] =>
    envelope.data[list].flatMap((given, index) => {
      const row = index + 1;
      const parsed = listSchemas[list].safeParse(given);
      if (parsed.success) return [{ row, data: parsed.data }];
      const [issue] = parsed.error.issues;
      rejected.push({ list, row, reason: `${issue?.path.join('.')}: ${issue?.message}` });
      return [];
    });
  const rows = Object.fromEntries(listNames.map(list => [list, read(list)])) as Parsed['rows'];
  return { envelope: envelope.data, rows, rejected };
}
