// A distinct pair remembers that the user said: these two are not the same person.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

export const distinctPairSchema = z.strictObject({
  /** `first|second`. */
  id: z.string().max(130),
  /** The contact whose id comes first by its characters. */
  first: idSchema,
  second: idSchema,
  at: timeSchema,
});
export type DistinctPair = z.infer<typeof distinctPairSchema>;

/** The pair of two contacts, whichever is named first; `at` in ms. */
export function distinctPair(one: string, other: string, at: number): DistinctPair {
  const [first, second] = one < other ? [one, other] : [other, one];
  return { id: `${first}|${second}`, first, second, at };
}
