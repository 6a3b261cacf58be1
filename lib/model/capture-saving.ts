// What is saved of a captured page: people who are added or updated, and what is said of all of them.
import { z } from 'zod';
import { mostCaptured } from './capture-terms';
import { contactPatchSchema, stages } from './contact';
import { seenIdentitySchema } from './identity';
import { idSchema, timeSchema } from './source';

const personSchema = z.strictObject({
  /** Whom to update; without it somebody is added. */
  contactId: idSchema.optional(),
  patch: contactPatchSchema.pick({ name: true, title: true, company: true }),
  location: z.string().trim().max(300).optional(),
  identities: z.array(seenIdentitySchema).max(20),
});

/** What is said of all that are saved together. */
const sharedSchema = z.strictObject({
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  stage: z.enum(stages).optional(),
  note: z.string().trim().max(4000).optional(),
  followUp: z.strictObject({ text: z.string().trim().min(1).max(300), dueAt: timeSchema }).optional(),
  /** What they agreed to. */
  consent: z.string().trim().max(300).optional(),
});

export const savingSchema = z.strictObject({
  id: z.string().max(64),
  people: z.array(personSchema).min(1).max(mostCaptured),
  shared: sharedSchema,
});
export type Saving = z.infer<typeof savingSchema>;
