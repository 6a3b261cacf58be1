// A reply draft is what a file says about one prepared text, before anything is decided: every importer of replies gives these.
import type { z } from 'zod';
import { replySchema } from './reply';

/** Without an id, a place in the list and use, which are each installation's own. */
export const replyDraftSchema = replySchema.pick({ name: true, shortcut: true, tags: true, variants: true });
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

/**
 * What an importer gives for each text in a file, in its order: a draft with remarks on what of it was changed or left
 * out, or why it is refused. `place` is counted from 1.
 */
export type ReadReply =
  | { place: number; draft: ReplyDraft; remarks: string[] }
  | { place: number; name: string; refused: string };
