// A contact is a person the user chose to know.
import { z } from 'zod';
import { preferenceSchema } from './preference';
import { idSchema, sourcedText, sourceSchema, timeSchema } from './source';

export const stages = ['lead', 'customer', 'partner', 'former'] as const;
/** How close the relationship should be; sets the tone. */
export const styles = ['close', 'regular', 'light', 'leave-alone'] as const;

const tagSchema = z.string().trim().min(1).max(40);

/** The value of a custom field; `field` is the id of a `CustomField`. */
const fieldValueSchema = z.strictObject({
  field: idSchema,
  value: z.string().max(2000),
  source: sourceSchema,
});

export const contactSchema = z.strictObject({
  id: idSchema,
  name: sourcedText(200),
  callName: sourcedText(80).optional(),
  company: sourcedText(200).optional(),
  title: sourcedText(200).optional(),
  stage: z.enum(stages).optional(),
  style: z.enum(styles).optional(),
  /** IANA name such as `Europe/Madrid`. */
  timeZone: z.string().max(60).optional(),
  tags: z.array(tagSchema).max(50),
  preferences: z.array(preferenceSchema).max(50),
  fields: z.array(fieldValueSchema).max(100),
  doNotContact: z.boolean(),
  consent: z.strictObject({ purpose: z.string().max(300), at: timeSchema }).optional(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  /** Set while the contact is in the trash. */
  deletedAt: timeSchema.optional(),
  /** Grows with every saved change. */
  version: z.number().int().nonnegative(),
});
export type Contact = z.infer<typeof contactSchema>;

/** What an edit may change. Absent keys stay; `null` clears an optional value. */
export const contactPatchSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  callName: z.string().trim().max(80).nullable().optional(),
  company: z.string().trim().max(200).nullable().optional(),
  title: z.string().trim().max(200).nullable().optional(),
  stage: z.enum(stages).nullable().optional(),
  style: z.enum(styles).nullable().optional(),
  timeZone: z.string().max(60).nullable().optional(),
  tags: z.array(tagSchema).max(50).optional(),
  preferences: z
    .array(preferenceSchema.omit({ source: true }))
    .max(50)
    .optional(),
  /** Field id to new value; an empty string clears it. */
  fields: z
    .array(z.strictObject({ field: idSchema, value: z.string().max(2000) }))
    .max(100)
    .optional(),
  doNotContact: z.boolean().optional(),
  consent: z.string().max(300).nullable().optional(),
});
export type ContactPatch = z.infer<typeof contactPatchSchema>;
