// What the data page asks its worker to do, and what the worker does: export and import under one lock.

import { bulkLock } from '../db/bulk-lock';
import { openDatabase } from '../db/database';
import { findDuplicates } from '../db/duplicates';
import { distrustDerived, rebuildDerived } from '../db/rebuild';
import { storageSentence } from '../db/storage-error';
import { importPortion, portionOf, portionSize, readEverything, readPeople } from '../db/transfer';
import type { Duplicates } from '../model/merge';
import { backUpBefore, type Save } from './backup/make';
import { type BackupOutcome, type BackupTask, carryOutBackup, isBackupTask } from './backup/tasks';
import {
  exportVersion,
  type ListName,
  largestFile,
  listNames,
  parseExport,
  type Remark,
} from './export-format';
import { dropForgotten } from './forgotten';
import { carryOutImport, type ImportOutcome, type ImportTask, isImportTask } from './import/tasks';
import { importSettings } from './import-settings';
import { dropLostFields } from './lost-fields';
import { exportPeople, isPeopleTask, type PeopleOutcome, type PeopleTask } from './people-file';
import { carryOutForReplies, isReplyTask, type ReplyOutcome, type ReplyTask } from './replies/tasks';
import { soundMerges } from './sound-merges';

export type Task =
  /** `contacts`: only these people, with what belongs to them, and no settings. */
  | { do: 'export'; contacts?: string[] }
  | { do: 'import'; file: Blob; withSettings: boolean }
  | BackupTask
  | { do: 'duplicates' }
  | ImportTask
  | PeopleTask
  | ReplyTask;
/** `of` is 0 while nobody knows how much there is. */
export type Progress = { progress: number; of: number };
export type Outcome =
  | BackupOutcome
  | ImportOutcome
  | PeopleOutcome
  | ReplyOutcome
  | { done: 'export'; text: string }
  | ({ done: 'duplicates' } & Duplicates)
  | {
      done: 'import';
      /** What the whole of it is taken back by. */
      batch: string;
      added: number;
      changed: number;
      same: number;
      /** Rows that stay as they are here, where they are newer. */
      kept: number;
      /** Rows that were left out. */
      rejected: Remark[];
      /** Rows that are in part not as the file has them; the first few hundred. */
      remarks: Remark[];
    }
  | { failed: string };

/** What reaches into work that goes on. */
type Hands = { signal?: AbortSignal; save?: Save };

/**
 * Carries out a task; progress is told per portion, `signal` ends early what can end early, files to download are given
 * to `save`. Never throws: a failure is an outcome with a sentence.
 */
export async function carryOut(
  task: Task,
  tell: (progress: Progress) => void,
  { signal = new AbortController().signal, save = () => undefined }: Hands = {},
): Promise<Outcome> {
  try {
    if (isBackupTask(task)) return await carryOutBackup(task, tell, save);
    // Only reads, in portions: nobody has to wait for it.
    if (task.do === 'duplicates') return { done: 'duplicates', ...(await findDuplicates(openDatabase())) };
    if (isImportTask(task))
      return await carryOutImport(task, {
        tell: (progress, of) => tell({ progress, of }),
        signal,
        save,
      });
    if (isPeopleTask(task)) return await exportPeople(task, tell);
    if (isReplyTask(task)) return await carryOutForReplies(task);
    return await navigator.locks.request(bulkLock, () =>
      task.do === 'export' ? exportAll(task.contacts) : importAll(task, tell, save),
    );
  } catch (error) {
    const sentence = storageSentence(error);
    return { failed: sentence ?? (error instanceof Error ? error.message : 'That did not work.') };
  }
}

async function exportAll(contacts?: string[]): Promise<Outcome> {
  const db = openDatabase(undefined, { newer: 'read' });
  const everything = contacts ? await readPeople(db, contacts) : await readEverything(db);
  return {
    done: 'export',
    text: JSON.stringify({
      format: 'regulars',
      version: exportVersion,
      exportedAt: Date.now(),
      ...everything,
    }),
  };
}

/** More remarks than anybody reads are not collected. */
const mostRemarks = 300;

async function importAll(
  task: Extract<Task, { do: 'import' }>,
  tell: (progress: Progress) => void,
  save: Save,
): Promise<Outcome> {
  if (task.file.size > largestFile)
    throw new Error(
      `This file is larger than ${largestFile / 1024 / 1024} MB. Split it and import the parts.`,
    );
  const { envelope, rows, rejected } = parseExport(await task.file.text());
  const db = openDatabase();
  await backUpBefore(db, 'an import', save);
  const remarks: Remark[] = [];
  const known = new Set([
    ...rows.fields.map(({ data }) => data.id),
    ...(await db.fields.toCollection().primaryKeys()),
  ]);
  dropLostFields(rows.contacts, known, remarks);
  await dropForgotten(db, rows, rejected);
  await soundMerges(db, rows, remarks);
  const of = listNames.reduce((sum, list) => sum + rows[list].length, 0);
  const sum = { added: 0, changed: 0, same: 0, kept: 0 };
  let progress = 0;
  const batch = crypto.randomUUID();
  let portions = 0;
  const write = async (list: ListName) => {
    for (let at = 0; at < rows[list].length; at += portionSize) {
      const part = rows[list].slice(at, at + portionSize);
      const info = portionOf(batch, portions++);
      const { counts, orphans, differing } = await importPortion(db, info, list, part);
      for (const key of ['added', 'changed', 'same', 'kept'] as const) sum[key] += counts[key];
      for (const row of orphans)
        rejected.push({ list, row, reason: 'contactId: This person is neither in the file nor here.' });
      for (const { row, fields } of differing)
        remarks.push({ list, row, reason: `Kept as it is here: ${fields.join(', ')}.` });
      remarks.splice(mostRemarks);
      progress += part.length;
      tell({ progress, of });
    }
  };
  // Until it is done, so that the next start finishes what this work could not.
  await distrustDerived(db);
  for (const list of listNames) await write(list);
  await rebuildDerived(db, { isBulk: true });
  if (task.withSettings && envelope.settings)
    await importSettings(db, envelope.settings, portionOf(batch, portions));
  return { done: 'import', batch, ...sum, rejected, remarks };
}
