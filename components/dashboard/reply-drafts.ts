// Replies as they are being written, by id: kept while another reply or screen is looked at, until saved or discarded.
import { signal } from '@preact/signals';
import type { Reply } from '../../lib/model/reply';

const drafts = signal<Record<string, Reply>>({});

export const draftOf = (id: string): Reply | undefined => drafts.value[id];

/** Drafts of replies that were never saved. */
export const newReplies = (saved: Reply[]): Reply[] =>
  Object.values(drafts.value).filter(draft => !saved.some(reply => reply.id === draft.id));

export function keepDraft(draft: Reply): void {
  drafts.value = { ...drafts.value, [draft.id]: draft };
}

export function discardDraft(id: string): void {
  const { [id]: _discarded, ...rest } = drafts.value;
  drafts.value = rest;
}
