// What the page of quick replies asks the worker for: a file of all or some of them, a dry run, and keeping what was chosen.
import { bulkLock } from '../../db/bulk-lock';
import { openDatabase } from '../../db/database';
import { type KeptReplies, keepReplies, type ReplyToKeep } from './keep';
import { writeReplies } from './own-file';
import { type Plan, planReplies } from './plan';
import { readReplyFile } from './read-file';

export type ReplyTask =
  /** `ids` in the order in which they are written; absent: all. */
  | { do: 'export-replies'; ids?: string[] }
  | { do: 'plan-replies'; file: File }
  /** `id` is made by the page, so that a repeated task keeps nothing twice. */
  | { do: 'keep-replies'; id: string; rows: ReplyToKeep[] };
export type ReplyOutcome =
  | { done: 'export-replies'; text: string; count: number }
  | ({ done: 'plan-replies'; from: string; notes: string[] } & Plan)
  | ({ done: 'keep-replies' } & KeptReplies);

export const isReplyTask = <Other extends { do: string }>(task: Other | ReplyTask): task is ReplyTask =>
  ['export-replies', 'plan-replies', 'keep-replies'].includes(task.do);

const listHere = async () => (await openDatabase().replies.toArray()).sort((a, b) => a.order - b.order);

/** Carries out a task; only what writes holds the lock. Throws sentences. */
export async function carryOutForReplies(task: ReplyTask): Promise<ReplyOutcome> {
  if (task.do === 'keep-replies') {
    const { id, rows } = task;
    const kept = await navigator.locks.request(bulkLock, () =>
      keepReplies(openDatabase(), { id, at: Date.now() }, rows),
    );
    return { done: task.do, ...kept };
  }
  const here = await listHere();
  if (task.do === 'export-replies') {
    const chosen = task.ids?.flatMap(id => here.find(reply => reply.id === id) ?? []) ?? here;
    return { done: task.do, text: writeReplies(chosen, Date.now()), count: chosen.length };
  }
  const { from, notes, replies } = await readReplyFile(task.file, task.file.name);
  return { done: task.do, from, notes, ...planReplies(replies, here) };
}
