// Which contacts a list shows and in which order: words, filters that all must hold, and a column to sort by.
import { z } from 'zod';
import { stages } from './contact';
import { idSchema } from './source';

/** Days counted back from today; `atLeast` 30: nothing within the last 30 days. */
const daysSchema = z.number().int().min(0).max(36_500);

/** A condition on a custom field, by its kind: text contains, number and date between, choice is, link is there. */
const fieldFilterSchema = z.strictObject({
  field: idSchema,
  contains: z.string().max(200).optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  isSet: z.boolean().optional(),
});

export const sortColumns = ['name', 'company', 'stage', 'lastContact', 'nextFollowUp', 'created'] as const;
export const listColumns = [
  'company',
  'title',
  'address',
  'phone',
  'stage',
  'tags',
  'lastContact',
  'nextFollowUp',
  'created',
] as const;

export const listQuerySchema = z.strictObject({
  text: z.string().max(200).optional(),
  /** Any of these; `none` is the lack of a stage. */
  stages: z
    .array(z.enum([...stages, 'none']))
    .max(10)
    .optional(),
  /** All of these. */
  tags: z.array(z.string().max(40)).max(20).optional(),
  /** Any of these sites or channels has an identity or an event of the person. */
  sites: z.array(z.string().max(40)).max(20).optional(),
  company: z.string().max(200).optional(),
  lastContact: z.strictObject({ within: daysSchema.optional(), notWithin: daysSchema.optional() }).optional(),
  hasOpenIssue: z.boolean().optional(),
  hasFollowUp: z.boolean().optional(),
  hasConsent: z.boolean().optional(),
  doNotContact: z.boolean().optional(),
  fields: z.array(fieldFilterSchema).max(10).optional(),
  sort: z.strictObject({ by: z.enum(sortColumns), isDescending: z.boolean() }).optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
