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

/** What is known of a person: everything that a merge chooses from. */
const factShape = {
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
};
const factsSchema = z.strictObject(factShape).partial();
/** Some facts of a person. */
export type Facts = z.infer<typeof factsSchema>;

/** What one fact is called: `title`, `tag:VIP`, `preference:language`, `field:ID`. */
export const factNameSchema = z
  .string()
  .max(140)
  .regex(
    /^(?:name|callName|company|title|stage|style|timeZone|doNotContact|consent|(?:tag|preference|field):.+)$/su,
  );

/** A fact that came from `of`: its value, and what it replaced (nothing, where there was none). */
const takenFactSchema = z.strictObject({
  fact: factNameSchema,
  of: idSchema,
  value: factsSchema,
  replaced: factsSchema,
});
export type TakenFact = z.infer<typeof takenFactSchema>;

/** The most facts that a contact takes from others; what does not fit stays with whom it is of. */
export const mostTaken = 2000;

export const contactSchema = z.strictObject({
  id: idSchema,
  ...factShape,
  /** Facts that came from people who were merged into this contact, the latest last; see `takenFactSchema`. */
  taken: z.array(takenFactSchema).max(mostTaken).optional(),
  /**
   * Set while the contact stands behind another: whom it was merged into and when, and the clocks and own facts which
   * that one had before. The contact's own facts stay as they were.
   */
  merged: z
    .strictObject({
      into: idSchema,
      at: timeSchema,
      was: z.strictObject({
        version: z.number().int().nonnegative(),
        updatedAt: timeSchema,
        facts: factsSchema.optional(),
      }),
    })
    .optional(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  /** Set while the contact is in the trash. */
  deletedAt: timeSchema.optional(),
  /** Grows with every saved change. */
  version: z.number().int().nonnegative(),
});
export type Contact = z.infer<typeof contactSchema>;

/** True for a contact that stands for itself: neither in the trash nor merged into another. */
export const isPresent = ({ deletedAt, merged }: Contact): boolean =>
  deletedAt === undefined && merged === undefined;

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
