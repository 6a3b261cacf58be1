// Carrying out a bulk change in portions; it can be stopped between two of them, and what was done is one batch.
import { batchPortion, changePeople, droppingDomains } from '../db/batch';
import { bulkLock } from '../db/bulk-lock';
import type { Database } from '../db/database';
import { bulkNames } from '../model/wide-change';
import { type BulkChange, changedContact } from './bulk-change';

export type BulkOutcome = {
  /** What it is taken back by. */
  batch: string;
  changed: number;
  /** False where it was stopped before everybody had their turn. */
  isWhole: boolean;
};

type Watch = {
  signal: AbortSignal;
  /** Hears how many of the people had their turn, and who was changed since it was told last. */
  tell(done: number, changed: string[]): void | Promise<void>;
};

type Locks = Pick<LockManager, 'request'>;

/**
 * Changes the people of `ids`. The lock is shared: an import waits for the end, the background's commands do not and go
 * between two portions.
 */
export async function carryOutBulk(
  db: Database,
  ids: readonly string[],
  change: BulkChange,
  batch: string,
  { signal, tell }: Watch,
  locks: Locks = navigator.locks,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { batch, changed: 0, isWhole: true };
  const run = async () => {
    for (let at = 0; at < ids.length; at += batchPortion) {
      if (signal.aborted) {
        outcome.isWhole = false;
        return;
      }
      const now = Date.now();
      const info = { batch, name: bulkNames[change.do], at: now, portion: at / batchPortion };
      const changed = await changePeople(db, info, ids.slice(at, at + batchPortion), contact =>
        changedContact(contact, change, now),
      );
      outcome.changed += changed.length;
      await tell(Math.min(ids.length, at + batchPortion), changed);
    }
  };
  await locks.request(bulkLock, { mode: 'shared' }, () =>
    change.do === 'delete' ? droppingDomains(db, run) : run(),
  );
  return outcome;
}
