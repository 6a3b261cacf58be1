// A follow-up is something to do for a contact on a date.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

export const followUpSchema = z.strictObject({
  id: idSchema,
  contactId: idSchema,
  /** Whose it is, while that person is merged into the contact it stands with. */
  origin: idSchema.optional(),
  text: z.string().trim().min(1).max(300),
  dueAt: timeSchema,
  /** 0 while it waits, 1 when it is done (IndexedDB can't index booleans). */
  done: z.union([z.literal(0), z.literal(1)]),
  doneAt: timeSchema.optional(),
  notifiedAt: timeSchema.optional(),
  createdAt: timeSchema,
});
export type FollowUp = z.infer<typeof followUpSchema>;
