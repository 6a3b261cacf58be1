// A journal entry is one command that changed something: what it was called and every row before and after.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

/** Tables whose rows the user owns; everything else is derived from them or from the browser. */
export const journaledTables = [
  'contacts',
  'identities',
  'events',
  'followUps',
  'fields',
  'replies',
  'rejections',
  'distinct',
  'savedViews',
  'settings',
] as const;
export type JournaledTable = (typeof journaledTables)[number];

const changeSchema = z.strictObject({
  table: z.enum(journaledTables),
  key: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const journalEntrySchema = z.strictObject({
  /** Made by the client, so that a repeated call is recognised. */
  id: idSchema,
  at: timeSchema,
  /** The procedure, such as `contacts.save`. */
  name: z.string(),
  contactIds: z.array(idSchema),
  changes: z.array(changeSchema),
  /** What the command answered, given again to a repeated call. */
  result: z.unknown().optional(),
  /** The same for all entries of one bulk change, which are taken back together; their ids sort as they were written. */
  batch: idSchema.optional(),
  undoneBy: idSchema.optional(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** Whether a row's image is a contact in the trash. */
export const isTrashed = (image: unknown): boolean =>
  typeof image === 'object' && image !== null && 'deletedAt' in image && image.deletedAt !== undefined;
