// The file of one person: everything Regulars holds about them, in a form that programs read. This schema documents it.
import { z } from 'zod';
import { contactSchema } from '../model/contact';
import { customFieldSchema } from '../model/custom-field';
import { distinctPairSchema } from '../model/distinct-pair';
import { eventSchema } from '../model/event';
import { followUpSchema } from '../model/follow-up';
import { identitySchema } from '../model/identity';
import { journaledTables } from '../model/journal';
import { rejectionSchema } from '../model/rejection';
import { timeSchema } from '../model/source';

/** A command and what it changed of them: the whole row before and after, either absent where there was none. */
const changeSchema = z.strictObject({
  at: timeSchema,
  /** The procedure, such as `contacts.save`. */
  name: z.string(),
  changes: z.array(
    z.strictObject({
      table: z.enum(journaledTables),
      key: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});

/** Times are milliseconds since 1970-01-01 UTC; every `source` says who gave a value, on which page, and when. */
export const personFileSchema = z.strictObject({
  format: z.literal('regulars-person'),
  version: z.literal(1),
  madeAt: timeSchema,
  contact: contactSchema,
  /** People who were merged into the contact, each with their own values. */
  merged: z.array(contactSchema).optional(),
  identities: z.array(identitySchema),
  events: z.array(eventSchema),
  followUps: z.array(followUpSchema),
  /** What the custom fields of `contact.fields` are called. */
  fields: z.array(customFieldSchema),
  /** Identities that the user said are not theirs. */
  rejections: z.array(rejectionSchema),
  /** Pairs with another contact, by id, that the user said are two people. */
  distinct: z.array(distinctPairSchema),
  /** A note that was typed and not yet saved. */
  draft: z.string().optional(),
  /** What they are found by, derived from the above. */
  searchWords: z.array(z.string()),
  /** What was changed in the last 90 days, the earliest first. */
  changes: z.array(changeSchema),
});
export type PersonFile = z.infer<typeof personFileSchema>;

/** The file's text. */
export const personJson = (file: PersonFile): string => `${JSON.stringify(file, null, 2)}\n`;
