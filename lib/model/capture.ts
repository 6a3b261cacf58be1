// A captured page is what one page says about people, read once because the user asked for it.
import { z } from 'zod';
import { captureFields, captureSources, mostCaptured, mostValues } from './capture-terms';

export const capturedValueSchema = z.strictObject({
  field: z.enum(captureFields),
  /** Text as the page writes it; an e-mail address alone, a phone number as `+34944123456`, a link in full. */
  value: z.string().min(1).max(2048),
  from: z.enum(captureSources),
  /** Not written like this on the page: put together from "name at company dot com". */
  guessed: z.literal(true).optional(),
  /** Names the place on the page to the script that read it. */
  place: z.number().int().nonnegative().optional(),
});
export type CapturedValue = z.infer<typeof capturedValueSchema>;

/** The best value of a field comes first; others of the same field contradict it, or are there besides. */
export const capturedPersonSchema = z.strictObject({
  values: z.array(capturedValueSchema).min(1).max(mostValues),
});
export type CapturedPerson = z.infer<typeof capturedPersonSchema>;

export const capturedPageSchema = z.strictObject({
  url: z.string().max(2048),
  title: z.string().max(300).optional(),
  /** BCP 47 tag. */
  language: z.string().max(35).optional(),
  /** ISO 3166 code by which national phone numbers were read. */
  country: z.string().length(2).optional(),
  people: z.array(capturedPersonSchema).max(mostCaptured),
  organization: capturedPersonSchema.optional(),
  /** Why not all of it could be read: it took too long, something was too large, or there are frames that are not ours to read. */
  leftOut: z.array(z.enum(['time', 'size', 'people', 'frames'])).max(4),
});
export type CapturedPage = z.infer<typeof capturedPageSchema>;

/** What was read of a page and is not saved yet: lives as long as the browser, and is never written to disk. */
export const captureSchema = z.strictObject({
  id: z.string().max(64),
  tabId: z.number().int(),
  /** Milliseconds since 1970. */
  at: z.number().int().nonnegative(),
  /** Absent while the page is read, and where it could not be. */
  page: capturedPageSchema.optional(),
  /** Why the page could not be read, in words for the user. */
  failure: z.string().max(400).optional(),
  /** The tab went on to another page, or is closed: places lead nowhere. */
  isLeft: z.boolean(),
  /** What was typed and ticked; the sidebar's own words. */
  form: z.string().max(28_000).optional(),
});
export type Capture = z.infer<typeof captureSchema>;
