// A rejection remembers that the user said: this identity is not that contact.
import { z } from 'zod';
import { identityKeySchema } from './identity';
import { idSchema, timeSchema } from './source';

export const rejectionSchema = z.strictObject({
  /** `identityKey|contactId`. */
  id: z.string().max(480),
  key: identityKeySchema,
  contactId: idSchema,
  at: timeSchema,
});
export type Rejection = z.infer<typeof rejectionSchema>;

/** The primary key of a rejection. */
export const rejectionId = (key: string, contactId: string) => `${key}|${contactId}`;
