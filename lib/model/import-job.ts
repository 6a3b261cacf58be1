// An import that is under way: what was decided, and how far it came, so that a stopped one can go on or be taken back.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

export const importJobSchema = z.strictObject({
  /** Also the batch of its journal entries. */
  id: idSchema,
  at: timeSchema,
  file: z.strictObject({ name: z.string().max(300), size: z.number(), modified: z.number() }),
  /** People of the file whose portions are written. */
  written: z.number().int().nonnegative(),
  /** What the columns of a table were, for the next table with this header; the mapping is checked when it is used. */
  columns: z.strictObject({ headerKey: z.string(), mapping: z.unknown() }).optional(),
  state: z.enum(['running', 'stopped', 'done']),
});
export type ImportJob = z.infer<typeof importJobSchema>;
