// Carrying out a bulk change from the full page, and taking one back.

import type { BulkChange } from '../../../lib/list/bulk-change';
import type { Target } from '../../../lib/list/desk';
import { call } from '../../../lib/rpc/client';
import { ask, progress } from '../desk';
import { runTask } from '../run-task';
import { toast } from '../toast';

export const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString()} people`);

const wording = (error: unknown) => (error instanceof Error ? error.message : 'That did not work.');

/** What was done, for the line at the foot of the page. */
function said(change: BulkChange, count: number): string {
  switch (change.do) {
    case 'addTag':
      return `${people(count)} tagged “${change.tag}”`;
    case 'removeTag':
      return `The tag “${change.tag}” is off ${people(count)}`;
    case 'setStage':
      return `Stage of ${people(count)} set`;
    case 'delete':
      return `${people(count)} in the trash`;
  }
}

/** Changes of more people than this are backed up before; fewer are soon mended by Undo. */
const fewPeople = 20;

/** Whether a change of so many people is carried out only after a backup. */
export const isBackedUp = (count: number) => count > fewPeople;

/** Throws a sentence where no backup could be made. */
async function backUpFirst(): Promise<void> {
  const outcome = await runTask({ do: 'backup-before', reason: 'a change of many people' });
  if ('failed' in outcome) throw new Error(outcome.failed);
}

/**
 * Carries out a change of `count` people; progress is in `progress`. Gives whether anything was changed. `signal` keeps it
 * from beginning; what has begun is stopped by asking the desk.
 */
export async function carryOut(
  target: Target,
  change: BulkChange,
  count: number,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    if (isBackedUp(count)) await backUpFirst();
    if (signal.aborted) throw new Error('Stopped before anything was changed.');
    const { batch, changed, isWhole } = await ask('change', target, change);
    const text = `${said(change, changed)}${isWhole ? '' : ', then stopped'}`;
    toast.value = changed > 0 ? { text, undo: () => void takeBack(batch) } : { text: 'Nothing was changed' };
    return changed > 0;
  } catch (error) {
    toast.value = { text: wording(error), bad: true };
    return false;
  } finally {
    progress.value = undefined;
    // Other views were told nothing: a worker has no way to.
    await call('views.changed', {}).catch(() => undefined);
  }
}

/** Takes a whole bulk change back, portion by portion. What was edited since stays and is named. */
export async function takeBack(batch: string): Promise<void> {
  const kept: string[] = [];
  let undone = 0;
  try {
    for (let before: string | undefined, isLast = false; !isLast; ) {
      const { result } = await call('journal.undoBatch', { batch, ...(before && { before }) });
      kept.push(...result.kept);
      undone += result.undone;
      before = result.next;
      isLast = before === undefined;
      if (!isLast) toast.value = { text: `Taking back: ${undone} of ${undone + result.left}` };
    }
    toast.value = { text: kept.length === 0 ? `Undone for ${people(undone)}` : await keptText(kept) };
  } catch (error) {
    toast.value = {
      text: `${wording(error)} The rest is still to be undone.`,
      bad: true,
      undo: () => void takeBack(batch),
    };
  }
}

/** So many of those whose values stayed are named. */
const mostNames = 5;

/** Names what was not taken back: "stage of Marta Ruiz". */
async function keptText(kept: string[]): Promise<string> {
  const values = kept.flatMap(path => {
    const [, table, id = '', field] = /^(\w+)\/(.+?)(?:\/(\w+))?$/.exec(path) ?? [];
    return table === 'contacts' ? [{ id, field }] : [];
  });
  const first = values.slice(0, mostNames);
  const names = await ask(
    'names',
    first.map(({ id }) => id),
  ).catch((): Record<string, string> => ({}));
  const named = first.map(({ id, field }) => `${field ?? 'all'} of ${names[id] || 'somebody'}`);
  const more = kept.length - named.length;
  const list = new Intl.ListFormat(undefined).format([...named, ...(more > 0 ? [`${more} more`] : [])]);
  return `Undone, except for what was changed since: ${list}`;
}
