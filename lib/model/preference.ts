// A preference is a fact about how a contact likes things; the well-known ones act on replies.
import { z } from 'zod';
import { idSchema, sourceSchema } from './source';

/** Labels with a meaning of their own. `language` holds a BCP 47 tag such as `es`. */
export const preferenceKeys = ['language', 'tone', 'channel', 'time'] as const;
export const preferenceKeySchema = z.enum(preferenceKeys);

export const preferenceSchema = z.strictObject({
  id: idSchema,
  key: preferenceKeySchema.optional(),
  label: z.string().min(1).max(60),
  value: z.string().max(300),
  source: sourceSchema,
});
export type Preference = z.infer<typeof preferenceSchema>;

export const tones = ['brief', 'friendly', 'formal'] as const;
