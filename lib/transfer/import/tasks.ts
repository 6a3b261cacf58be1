// What the import screen asks the worker for: what a file is, what it would change, and the import itself.
import { bulkLock } from '../../db/bulk-lock';
import { openDatabase } from '../../db/database';
import type { ImportJob } from '../../model/import-job';
import { type DryRun, dryRun } from './dry-run';
import { refusedTable } from './refused-table';
import { withRemembered } from './remembered';
import { type Decisions, type Ran, runImport } from './run-import';
import { type Found, findSource, readPeople, type Source } from './sources';
import { type TookBack, takeImportBack } from './take-back';

export type ImportTask =
  | { do: 'inspect'; file: Blob }
  | { do: 'look'; file: Blob; source: Source }
  | { do: 'bring'; file: Blob; source: Source; decisions: Decisions; job: ImportJob }
  | { do: 'take-back'; batch: string };
export type ImportOutcome =
  | { done: 'inspect'; found: Found }
  /** `refused`: the refused rows as a table, where there are any. */
  | { done: 'look'; run: DryRun; refused?: Blob }
  | { done: 'bring'; ran: Ran }
  | { done: 'take-back'; took: TookBack };

const names: ReadonlySet<string> = new Set<ImportTask['do']>(['inspect', 'look', 'bring', 'take-back']);

export const isImportTask = <Other extends { do: string }>(task: Other | ImportTask): task is ImportTask =>
  names.has(task.do);

/** Carries out one of them; `tell` hears how many things of the file were read. Only the import itself takes the lock. */
export async function carryOutImport(
  task: ImportTask,
  tell: (read: number) => void,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const db = openDatabase();
  if (task.do === 'inspect')
    return { done: 'inspect', found: await withRemembered(db, await findSource(task.file, signal)) };
  if (task.do === 'take-back') {
    const took = await navigator.locks.request(bulkLock, () => takeImportBack(db, task.batch, tell));
    return { done: 'take-back', took };
  }
  const people = readPeople(task.file, task.source, signal);
  if (task.do === 'look') {
    const run = await dryRun(db, people, tell, signal);
    const refused = refusedTable(run.lines, task.source.kind === 'csv' ? 'Line' : 'Entry');
    return { done: 'look', run, ...(refused && { refused }) };
  }
  const { job, decisions } = task;
  const ran = await navigator.locks.request(bulkLock, () =>
    runImport(db, job, people, decisions, tell, signal),
  );
  return { done: 'bring', ran };
}
