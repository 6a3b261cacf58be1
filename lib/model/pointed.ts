// A pointed place is where the user showed a value of somebody on a site; people captured there later are read there too.
import { z } from 'zod';
import { capturedValueSchema } from './capture';
import { captureFields } from './capture-terms';
import { selectorSchema } from './recipe';
import { timeSchema } from './source';

/** The most places that are remembered of one host, and in all; the oldest go. */
export const mostOfHost = 50;
export const mostPointed = 500;

const ruleSchema = z.strictObject({
  field: z.enum(captureFields),
  /** The part of the page that is about one person: the nearest such element around their name. */
  block: selectorSchema,
  /** The element in it that says the value. */
  path: selectorSchema,
});
/** Where a value of each person stands. */
export type PlaceRule = z.infer<typeof ruleSchema>;

export const pointedPlaceSchema = ruleSchema.extend({
  /** With its port where it has one. */
  host: z.string().min(1).max(260),
  /** When it was pointed at last. */
  at: timeSchema,
});
export type PointedPlace = z.infer<typeof pointedPlaceSchema>;

/** What our script in the page says was pointed at. `rule` is absent where the place can't be found again. */
export const pointedAnswerSchema = capturedValueSchema.extend({ rule: ruleSchema.optional() });
export type PointedAnswer = z.infer<typeof pointedAnswerSchema>;

/** The places with one more, the latest last: an earlier one for the same value of such people gives way. */
export function withPlace(places: readonly PointedPlace[], place: PointedPlace): PointedPlace[] {
  const isSame = (one: PointedPlace) =>
    one.host === place.host && one.field === place.field && one.block === place.block;
  const rest = places.filter(one => !isSame(one));
  const own = rest.filter(({ host }) => host === place.host);
  const spent = new Set(own.slice(0, Math.max(0, own.length + 1 - mostOfHost)));
  return [...rest.filter(one => !spent.has(one)), place].slice(-mostPointed);
}
