// A sighting is what an adapter saw on screen: people, and the conversation they are in.
import { z } from 'zod';
import { seenIdentitySchema } from './identity';

export const roles = [
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'author',
  'commenter',
  'profile',
  /** Wrote what somebody on the page quotes; was not there themselves. */
  'quoted',
  /** Passed on what the author wrote. */
  'reposter',
] as const;

export const seenPersonSchema = z.strictObject({
  /** As shown, untrusted: a name alone never matches anybody. */
  name: z.string().max(300).optional(),
  identities: z.array(seenIdentitySchema).max(8),
  role: z.enum(roles),
  /** The page itself says that this is the signed-in user. */
  self: z.boolean().optional(),
  /** The page keeps the address back until the reader asks for it: `identities` is empty, the name is all there is. */
  addressHidden: z.boolean().optional(),
  /** The mail came through a list or group that wrote itself into the name ("Ana via Team"). */
  via: z.string().max(300).optional(),
});
export type SeenPerson = z.infer<typeof seenPersonSchema>;

export const seenMessageSchema = z.strictObject({
  /** The site's own id of the message. */
  id: z.string().max(300).optional(),
  /** The sender, as an index into `people`. */
  from: z.number().int().min(0).max(63),
  /** The recipients (to and cc), as indexes into `people`. */
  to: z.array(z.number().int().min(0).max(63)).max(64),
  /** Milliseconds since 1970, only where the page states the time without ambiguity. */
  at: z.number().int().min(0).max(8.64e15).optional(),
  /** What the sender wrote, without quoted text. Untrusted; for excerpts and guesses only. */
  text: z.string().max(4000).optional(),
});
export type SeenMessage = z.infer<typeof seenMessageSchema>;

export const sightingSchema = z.strictObject({
  /** Id of the adapter: `gmail`, `roundcube`. */
  site: z
    .string()
    .max(40)
    .regex(/^[a-z0-9-]+$/),
  /** `unreadable`: the address says that something is open, and the adapter found nothing. */
  kind: z.enum(['conversation', 'compose', 'list', 'profile', 'unreadable']),
  /** Address of what is open, without session tokens; a link back to it. */
  url: z.string().max(2048),
  /** Keeps several accounts of one site apart: an address, or the number in `/u/1/`. */
  account: z.string().max(320).optional(),
  /** The signed-in user's own address, where the page says it. */
  ownAddress: z.string().max(320).optional(),
  /** Whom the reply box with the caret answers, where that is one person. */
  answering: seenIdentitySchema.optional(),
  /** The one to show first comes first. */
  people: z.array(seenPersonSchema).max(64),
  conversation: z
    .strictObject({
      /** The site's lasting id of the thread; absent where it has none, and then the title stands for it. */
      id: z.string().max(300).optional(),
      title: z.string().max(300).optional(),
      messages: z.array(seenMessageSchema).max(64),
    })
    .optional(),
});
export type Sighting = z.infer<typeof sightingSchema>;
