// Replies as they are being written, by id: kept while something else is looked at or the page is closed, until saved or
// discarded.
import { signal } from '@preact/signals';
import type { Reply } from '../../../lib/model/reply';
import { readReplyDrafts, writeReplyDrafts } from '../../../lib/platform/reply-drafts';

/** Undefined until what was kept is read. */
const drafts = signal<Record<string, Reply>>();

/** Reads what was kept, once. */
export async function beginDrafts(): Promise<void> {
  if (drafts.value) return;
  const kept = await readReplyDrafts().catch(() => ({}));
  drafts.value ??= kept;
}

export const areDraftsRead = (): boolean => drafts.value !== undefined;

export const draftOf = (id: string): Reply | undefined => drafts.value?.[id];

/** Drafts of replies that were never saved. */
export const newReplies = (saved: Reply[]): Reply[] =>
  Object.values(drafts.value ?? {}).filter(draft => !saved.some(reply => reply.id === draft.id));

function set(next: Record<string, Reply>): void {
  drafts.value = next;
  void writeReplyDrafts(next);
}

export const keepDraft = (draft: Reply): void => set({ ...drafts.value, [draft.id]: draft });

export function discardDraft(id: string): void {
  const { [id]: _discarded, ...rest } = drafts.value ?? {};
  set(rest);
}
