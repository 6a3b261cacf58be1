// A mapping says what each column of a table means. It is plain data, remembered for tables with the same header.
import { z } from 'zod';
import { mostColumns } from './cursor';

/** What a column can be. `label` says what the value in another column is; `field` keeps it under its own name. */
export const columnTargets = [
  'ignore',
  'label',
  'field',
  'address',
  'id',
  'name',
  'prefix',
  'firstName',
  'middleName',
  'lastName',
  'suffix',
  'callName',
  'company',
  'title',
  'stage',
  'style',
  'timeZone',
  'language',
  'doNotContact',
  'consent',
  'consentAt',
  'tags',
  'notes',
  'createdAt',
  'followUp',
  'email',
  'phone',
  'link',
  'profiles',
  'x',
  'linkedin',
  'github',
  'youtube',
  'reddit',
  'bluesky',
  'instagram',
  'mastodon',
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** Targets of which a person has one value: another column of the kind is kept under its own name. */
export const singular = new Set<ColumnTarget>([
  'id',
  'name',
  'prefix',
  'firstName',
  'middleName',
  'lastName',
  'suffix',
  'callName',
  'company',
  'title',
  'stage',
  'style',
  'timeZone',
  'language',
  'consent',
  'consentAt',
  'createdAt',
  'followUp',
]);

const columnSchema = z.strictObject({
  to: z.enum(columnTargets),
  /** The name of the custom field that the column becomes; columns of one address have one name. */
  name: z.string().trim().min(1).max(60),
  /** What kind of address or number it is: `work`. */
  label: z.string().min(1).max(60).optional(),
  /** The column that says so for each row, counted from 0. */
  labelFrom: z
    .number()
    .int()
    .min(0)
    .max(mostColumns - 1)
    .optional(),
});
export type Column = z.infer<typeof columnSchema>;

export const mappingSchema = z.strictObject({
  /** In the order of the table. */
  columns: z.array(columnSchema).min(1).max(mostColumns),
  nameOrder: z.enum(['given-first', 'family-first']),
  /** How dates of three numbers are read; absent: only those that can be read in one way. */
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** Where phone numbers without a country code are from (ISO 3166). */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Where a `'` that keeps a spreadsheet from computing is taken off: nowhere, before a cell, before each line of one. */
  guards: z.enum(['none', 'cells', 'lines']),
  /** What separates several values in one cell: line ends alone, or commas and the like as well. */
  lists: z.enum(['lines', 'signs']),
  /** Rows of one cell are what a report writes below its table. */
  hasFooter: z.boolean(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** A key that is the same for the same header, however it is spaced and capitalised: 64 hexadecimal digits. */
export async function headerKey(header: readonly string[]): Promise<string> {
  const cells = header.map(cell => cell.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase());
  const bytes = new TextEncoder().encode(JSON.stringify(cells));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');
}
