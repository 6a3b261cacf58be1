// Replies that are being written: kept by the browser until they are saved or discarded, so that closing the page loses nothing.
import './zod';
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Reply, replySchema, replyVariantSchema } from '../model/reply';

const key = 'replyDrafts';

/** A draft may be wrong still: without a name, with a language that is none. */
const draftSchema = replySchema.extend({
  name: z.string().max(200),
  shortcut: z.string().max(60).optional(),
  variants: z
    .array(replyVariantSchema.extend({ language: z.string().max(60).optional() }))
    .min(1)
    .max(30),
});

/** Drafts by the id of their reply; what is none counts as absent. */
export async function readReplyDrafts(): Promise<Record<string, Reply>> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  if (typeof stored !== 'object' || stored === null) return {};
  const drafts = Object.values(stored).flatMap(item => draftSchema.safeParse(item).data ?? []);
  return Object.fromEntries(drafts.map(draft => [draft.id, draft]));
}

/** Keeps all drafts. */
export function writeReplyDrafts(drafts: Record<string, Reply>): Promise<void> {
  return browser.storage.local.set({ [key]: drafts });
}
