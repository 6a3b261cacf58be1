// An event is something that happened with a contact; together they are the timeline.
import { z } from 'zod';
import { idSchema, timeSchema } from './source';

export const eventKinds = [
  'message',
  'comment',
  'note',
  'call',
  'meeting',
  'promise',
  'purchase',
  'issue',
  'feedback',
  'capture',
] as const;
/** The kinds a person writes by hand. */
export const handmadeKinds = ['note', 'call', 'meeting', 'promise', 'issue'] as const;

export const eventSchema = z.strictObject({
  /** For messages a hash that is the same whenever the same message is seen again. */
  id: idSchema,
  contactId: idSchema,
  /** Whose it is, while that person is merged into the contact it stands with. */
  origin: idSchema.optional(),
  kind: z.enum(eventKinds),
  at: timeSchema,
  title: z.string().max(300).optional(),
  /** An excerpt the user may see, not a copy of the mailbox. */
  text: z.string().max(4000).optional(),
  direction: z.enum(['in', 'out']).optional(),
  site: z.string().max(40).optional(),
  /** Groups messages: `gmail:198c6747aabb71a9`. */
  conversation: z.string().max(300).optional(),
  url: z.string().max(2048).optional(),
  /** Issues: solved. Promises: kept. */
  closedAt: timeSchema.optional(),
  /** The contact's id while an issue or a promise is open, so that open ones are found by index. */
  openFor: idSchema.optional(),
  createdAt: timeSchema,
});
export type TimelineEvent = z.infer<typeof eventSchema>;
export type EventKind = TimelineEvent['kind'];
