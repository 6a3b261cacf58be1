// What the import screen asks the worker for: what a file is, what it would change, and the import itself.
import { bulkLock } from '../../db/bulk-lock';
import { openDatabase } from '../../db/database';
import type { ImportJob } from '../../model/import-job';
import { backUpBefore, type Save } from '../backup/make';
import type { Given } from '../csv/shape';
import { type DryRun, dryRun } from './dry-run';
import type { BroughtHistory } from './mail-history';
import { bringMail, dryRunMail, type MailDryRun } from './mail-source';
import { refusedTable } from './refused-table';
import { withRemembered } from './remembered';
import { type Decisions, type Ran, runImport } from './run-import';
import { type Found, findSource, type Reader, readPeople, type Source, sizeOf } from './sources';
import { type TookBack, takeImportBack } from './take-back';

/** `files`: one, or several with mails. */
type Opened = { files: readonly Blob[]; source: Source };
export type ImportTask =
  /** `given`: how a table is written, where what was found by itself was wrong. */
  | { do: 'inspect'; files: readonly Blob[]; given?: Given }
  | ({ do: 'look' } & Opened)
  | ({ do: 'bring'; decisions: Decisions; job: ImportJob } & Opened)
  | { do: 'take-back'; batch: string };
export type ImportOutcome =
  | { done: 'inspect'; found: Found }
  /** `refused`: the refused rows as a table, where there are any. */
  | { done: 'look'; run: DryRun & Partial<MailDryRun>; refused?: Blob }
  | { done: 'bring'; ran: Ran & { history?: BroughtHistory } }
  | { done: 'take-back'; took: TookBack };

const names: ReadonlySet<string> = new Set<ImportTask['do']>(['inspect', 'look', 'bring', 'take-back']);

export const isImportTask = <Other extends { do: string }>(task: Other | ImportTask): task is ImportTask =>
  names.has(task.do);

/** `save` is given the backup that is made before people change. */
type Hands = Pick<Reader, 'tell' | 'signal'> & { save: Save };

/**
 * Carries out one of them; `tell` hears how many things of the file were read, or bytes of how many. Only what changes
 * people takes the lock, and backs up first.
 */
export async function carryOutImport(
  task: ImportTask,
  { tell, signal, save }: Hands,
): Promise<ImportOutcome> {
  const db = openDatabase();
  const reader = { db, tell, signal };
  const changing = <Result>(reason: string, change: () => Promise<Result>): Promise<Result> =>
    navigator.locks.request(bulkLock, async () => {
      await backUpBefore(db, reason, save);
      return change();
    });
  switch (task.do) {
    case 'inspect':
      return {
        done: 'inspect',
        found: await withRemembered(db, await findSource(task.files, reader, task.given)),
      };
    case 'look': {
      const run = await look(task, reader);
      const refused = refusedTable(run.lines, task.source.kind === 'csv' ? 'Line' : 'Entry');
      return { done: 'look', run, ...(refused && { refused }) };
    }
    case 'bring':
      return { done: 'bring', ran: await changing('an import', () => bring(task, reader)) };
    case 'take-back': {
      const takeBack = () => takeImportBack(db, task.batch, portions => tell(portions, 0));
      return { done: 'take-back', took: await changing('taking an import back', takeBack) };
    }
  }
}

function look({ files, source }: Opened, { db, tell, signal }: Reader): Promise<DryRun | MailDryRun> {
  if (source.kind === 'mail')
    return dryRunMail(db, files, source.choice, read => tell(read, sizeOf(files)), signal);
  return dryRun(db, readPeople(onlyOne(files), source, signal), read => tell(read, 0), signal);
}

function bring(
  { files, source, decisions, job }: Opened & { decisions: Decisions; job: ImportJob },
  { db, tell, signal }: Reader,
): Promise<Ran & { history?: BroughtHistory }> {
  if (source.kind !== 'mail') {
    const people = readPeople(onlyOne(files), source, signal);
    return runImport(db, job, people, decisions, read => tell(read, 0), signal);
  }
  const { choice } = source;
  const of = sizeOf(files) * (choice.withHistory ? 2 : 1);
  return bringMail(db, { job, files, choice, decisions }, read => tell(read, of), signal);
}

function onlyOne([file]: readonly Blob[]): Blob {
  if (!file) throw new Error('There is no file.');
  return file;
}
