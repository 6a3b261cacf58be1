// A backup that was made: which file, what is in it, and whether it was seen to come back whole.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

/** `daily`: by itself, once a day. `asked`: by a click. `before`: before a change of many rows. */
export const backupKinds = ['daily', 'asked', 'before'] as const;
export type BackupKind = (typeof backupKinds)[number];

/**
 * How many rows of each list there are, and a SHA-256 of all of them in one form, as hexadecimal digits; by pieces where it
 * says so, of the whole in backups until November 2026.
 */
export const sumsSchema = z.strictObject({
  counts: z.record(z.string().max(40), z.number().int().nonnegative()),
  checksum: z.string().regex(/^(?:pieces:)?[0-9a-f]{64}$/),
});
export type Sums = z.infer<typeof sumsSchema>;

export const backupSchema = z.strictObject({
  id: idSchema,
  at: timeSchema,
  name: z.string().max(200),
  kind: z.enum(backupKinds),
  /** Which change it was made before. */
  reason: z.string().max(200).optional(),
  /** Bytes of the file. */
  size: z.number().int().nonnegative(),
  /** SHA-256 of the file, by which it is known again before it is removed. */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  sums: sumsSchema,
  encrypted: z.boolean(),
  where: z.enum(['folder', 'download']),
  /** When it was read back and compared; absent where that failed. */
  verifiedAt: timeSchema.optional(),
  /** Why it is not verified, as a sentence. */
  problem: z.string().max(500).optional(),
  /** What the data were like: equal to today's where nothing was changed since. */
  mark: z.string().max(200),
  /** When its file was removed from the folder, to make room for newer ones. */
  removedAt: timeSchema.optional(),
});
export type Backup = z.infer<typeof backupSchema>;
