// An identity is one way that a person appears: an address, a phone number, a handle.
import { z } from 'zod';
import { idSchema, sourceSchema, timeSchema } from './source';

export const identityKinds = [
  'email',
  'phone',
  'x',
  'linkedin',
  'github',
  'youtube',
  'reddit',
  'bluesky',
  'instagram',
  'mastodon',
  'wordpress',
  'gravatar',
  'web',
] as const;
export const identityKindSchema = z.enum(identityKinds);

/** What a page shows, before normalising: `{kind: 'email', value: 'Ana@Example.test'}`. */
export const seenIdentitySchema = z.strictObject({
  kind: identityKindSchema,
  /** Address, number or handle; the id where the page shows no handle. */
  value: z.string().min(1).max(320),
  /** The site's own lasting id of the account, where the page has one: handles can be given to somebody else. */
  id: z.string().min(1).max(120).optional(),
});
export type SeenIdentity = z.infer<typeof seenIdentitySchema>;

/** The normalised key: `email:ana@example.test`. Two spellings of one identity have one key. */
export const identityKeySchema = z
  .string()
  .min(3)
  .max(400)
  .regex(/^[a-z]+:[^\s]+$/u);

/** A stored identity. The key is the primary key, so one identity belongs to one contact at most. */
export const identitySchema = z.strictObject({
  key: identityKeySchema,
  kind: identityKindSchema,
  value: z.string().min(1).max(320),
  /** The site's own id of the account, where it is known; the account has a row under it too. */
  accountId: z.string().min(1).max(120).optional(),
  contactId: idSchema,
  /** Whose it is, while that person is merged into the contact it stands with. */
  origin: idSchema.optional(),
  label: z.string().max(60).optional(),
  /** When the user said that they know this to be theirs; absent while nobody vouches for it. */
  verifiedAt: timeSchema.optional(),
  /** UTS 39 skeleton of an e-mail address, to find look-alikes. */
  skeleton: z.string().max(400).optional(),
  source: sourceSchema,
});
export type Identity = z.infer<typeof identitySchema>;
