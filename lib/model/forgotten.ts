// A fingerprint of somebody who was forgotten: enough to know them again in a file, not enough to read who they were.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

export const forgottenSchema = z.strictObject({
  /** SHA-256 in hex of this installation's salt and one key of theirs; see `lib/db/forgotten`. */
  print: z.string().regex(/^[0-9a-f]{64}$/),
  /** A random id, the same for all prints of one person, who are allowed again together. */
  person: idSchema,
  at: timeSchema,
});
export type Forgotten = z.infer<typeof forgottenSchema>;
