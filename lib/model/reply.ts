// A reply is a prepared text with variables, in one or more variants.
import { z } from 'zod';
import { identityKindSchema } from './identity';
import { isLanguageTag } from './language-tag';
import { tones } from './preference';
import { idSchema, timeSchema } from './source';

export const replyVariantSchema = z.strictObject({
  /** BCP 47 tag; absent: any language. */
  language: z.string().max(35).refine(isLanguageTag, 'This is no language tag such as “es”.').optional(),
  /** Where it is written; absent: anywhere. */
  channel: identityKindSchema.optional(),
  tone: z.enum(tones).optional(),
  /** LiquidJS source. */
  body: z.string().max(20_000),
});
export type ReplyVariant = z.infer<typeof replyVariantSchema>;

export const shortcutSchema = z.string().regex(/^[\p{L}\p{N}_-]{1,30}$/u);

export const replySchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(120),
  /** Typed after a semicolon: `refund` for `;refund`. */
  shortcut: shortcutSchema.optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  variants: z.array(replyVariantSchema).min(1).max(30),
  order: z.number(),
  uses: z.number().int().nonnegative(),
  lastUsedAt: timeSchema.optional(),
});
export type Reply = z.infer<typeof replySchema>;
