// Which replies the list shows, and in which order.
import { signal } from '@preact/signals';
import type { Reply } from '../../../lib/model/reply';
import { findReplies } from '../../../lib/replies/find';

export const sortings = { order: 'In your order', used: 'Most used first', unused: 'Never used' } as const;
export type Sorting = keyof typeof sortings;
export type ReplyView = { query: string; tag: string; sorting: Sorting };

/** Stays while the page is open. */
export const replyView = signal<ReplyView>({ query: '', tag: '', sorting: 'order' });

/** All tags, the oftenest first. */
export function tagsOf(replies: readonly Reply[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of replies.flatMap(reply => reply.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

/** The replies with this tag and these words (`;shortcut` too); without words in the order asked for. */
export function replyList(replies: readonly Reply[], { query, tag, sorting }: ReplyView): Reply[] {
  const tagged = replies.filter(reply => tag === '' || reply.tags.includes(tag));
  const wanted = sorting === 'unused' ? tagged.filter(({ uses }) => uses === 0) : tagged;
  const found = query.trim() === '' ? wanted : findReplies(wanted, query);
  return sorting === 'used' ? found.toSorted((a, b) => b.uses - a.uses) : found;
}
