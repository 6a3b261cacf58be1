// Which contacts a list shows and in which order: words, filters that all must hold, and a column to sort by.
import { z } from 'zod';
import { stages } from './contact';
import { idSchema } from './source';

/** Whole days counted back from now. */
const daysSchema = z.number().int().min(0).max(36_500);

/** A condition on a custom field: what is given must hold, and then the contact must have a value. */
const fieldFilterSchema = z.strictObject({
  field: idSchema,
  /** Whether there is a value at all. */
  isSet: z.boolean().optional(),
  /** The text has this in it, whatever its case and accents. */
  contains: z.string().max(200).optional(),
  /** One of these. */
  anyOf: z.array(z.string().max(200)).max(50).optional(),
  /** Numbers and dates, both ends included. */
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
});
export type FieldFilter = z.infer<typeof fieldFilterSchema>;

export const sortColumns = ['name', 'company', 'stage', 'lastContact', 'nextFollowUp', 'created'] as const;
export type SortColumn = (typeof sortColumns)[number];

const plainColumns = [
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
export type PlainColumn = (typeof plainColumns)[number];
/** Columns beside the name: those that every contact has, and custom fields by their id. */
export const listColumnSchema = z.union([
  z.enum(plainColumns),
  z.templateLiteral(['field:', z.string().regex(/^[\w.:-]{1,64}$/)]),
]);
export type ListColumn = z.infer<typeof listColumnSchema>;
export const mostColumns = 30;

export const listQuerySchema = z.strictObject({
  text: z.string().max(200).optional(),
  /** Any of these; `none` is the lack of a stage. */
  stages: z
    .array(z.enum([...stages, 'none']))
    .max(10)
    .optional(),
  /** All of these. */
  tags: z.array(z.string().max(40)).max(20).optional(),
  /** An identity or an event of the person is of any of these channels or sites. */
  sites: z.array(z.string().max(40)).max(20).optional(),
  /** The key of a company, as `companyKey` gives it. */
  company: z.string().max(300).optional(),
  /** `within` 30: in the last 30 days; `notWithin` 30: not in the last 30 days, or never. */
  lastContact: z.strictObject({ within: daysSchema.optional(), notWithin: daysSchema.optional() }).optional(),
  hasOpenIssue: z.boolean().optional(),
  hasFollowUp: z.boolean().optional(),
  hasConsent: z.boolean().optional(),
  doNotContact: z.boolean().optional(),
  fields: z.array(fieldFilterSchema).max(10).optional(),
  sort: z.strictObject({ by: z.enum(sortColumns), isDescending: z.boolean() }).optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
