// Where a value came from: every stored fact about a person carries one of these.
import { z } from 'zod';

/** Who or what said so. `guess` values are shown as guesses until the user confirms them. */
export const sourceKinds = ['user', 'page', 'signature', 'domain', 'import'] as const;

export const sourceSchema = z.strictObject({
  from: z.enum(sourceKinds),
  url: z.string().max(2048).optional(),
  at: z.number().int().nonnegative(),
});
export type Source = z.infer<typeof sourceSchema>;

/** A text value of at most `max` characters together with its source. */
export const sourcedText = (max: number) =>
  z.strictObject({ value: z.string().max(max), source: sourceSchema });
export type SourcedText = { value: string; source: Source };

/** Milliseconds since 1970-01-01 UTC. */
export const timeSchema = z.number().int().min(0).max(8.64e15);
/** Identifiers are made by `crypto.randomUUID()`; imports may bring other short printable ones. */
export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:-]+$/);
