// A person draft is what a file says about one person, before anything is decided: every importer gives these.
import { z } from 'zod';
import { stages, styles } from './contact';
import { seenIdentitySchema } from './identity';
import { timeSchema } from './source';

export const personDraftSchema = z.strictObject({
  /** Where it stands in the file, counted from 1: the line of a table, the number of a card. */
  place: z.number().int().positive(),
  /** The id that the file has for this person (vCard UID, a record id), by which they are found again. */
  id: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
  callName: z.string().max(80).optional(),
  company: z.string().max(200).optional(),
  title: z.string().max(200).optional(),
  stage: z.enum(stages).optional(),
  style: z.enum(styles).optional(),
  timeZone: z.string().max(60).optional(),
  /** BCP 47 tag of the language they prefer. */
  language: z.string().max(35).optional(),
  doNotContact: z.boolean().optional(),
  consent: z.string().max(300).optional(),
  /** Since when, where the file says that of the consent itself. */
  consentAt: timeSchema.optional(),
  /** The best known first. */
  identities: z.array(seenIdentitySchema.extend({ label: z.string().max(60).optional() })).max(50),
  tags: z.array(z.string().max(40)).max(50),
  notes: z.array(z.strictObject({ text: z.string().min(1).max(4000), at: timeSchema.optional() })).max(50),
  /** Everything else, by the name that the file gives it: becomes custom fields. */
  fields: z.array(z.strictObject({ name: z.string().min(1).max(60), value: z.string().max(2000) })).max(100),
  createdAt: timeSchema.optional(),
});
export type PersonDraft = z.infer<typeof personDraftSchema>;

/**
 * What an importer gives for each thing in a file, in its order: a draft with remarks on what of it was left out or cut
 * short, or why it is refused.
 */
export type ReadPerson =
  | { draft: PersonDraft; remarks: string[] }
  /** `place` is counted as in a draft. */
  | { place: number; refused: string };
