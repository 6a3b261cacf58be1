// What the data page asks its worker to do, and what the worker does: export and import under one lock.

import { bulkLock } from '../db/bulk-lock';
import { runCommand } from '../db/command';
import { type Database, openDatabase } from '../db/database';
import { findDuplicates } from '../db/duplicates';
import { distrustDerived, rebuildDerived } from '../db/rebuild';
import { readSettings, writeSettings } from '../db/settings';
import { importPortion, portionSize, readEverything } from '../db/transfer';
import type { Duplicates } from '../model/merge';
import type { Settings } from '../model/settings';
import {
  exportVersion,
  type ListName,
  largestFile,
  listNames,
  parseExport,
  type Remark,
  type Rows,
} from './export-format';
import { dropForgotten } from './forgotten';
import { carryOutImport, type ImportOutcome, type ImportTask, isImportTask } from './import/tasks';
import { exportPeople, isPeopleTask, type PeopleOutcome, type PeopleTask } from './people-file';
import { carryOutForReplies, isReplyTask, type ReplyOutcome, type ReplyTask } from './replies/tasks';
import { soundMerges } from './sound-merges';

export type Task =
  | { do: 'export' }
  | { do: 'import'; file: Blob; withSettings: boolean }
  | { do: 'duplicates' }
  | ImportTask
  | PeopleTask
  | ReplyTask;
/** `of` is 0 while nobody knows how much there is. */
export type Progress = { progress: number; of: number };
export type Outcome =
  | ImportOutcome
  | PeopleOutcome
  | ReplyOutcome
  | { done: 'export'; text: string }
  | ({ done: 'duplicates' } & Duplicates)
  | {
      done: 'import';
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

/**
 * Carries out a task; progress is told per portion, and `signal` ends early what can end early. Never throws: a failure
 * is an outcome with a sentence.
 */
export async function carryOut(
  task: Task,
  tell: (progress: Progress) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  try {
    // Only reads, in portions: nobody has to wait for it.
    if (task.do === 'duplicates') return { done: 'duplicates', ...(await findDuplicates(openDatabase())) };
    if (isImportTask(task))
      return await carryOutImport(task, (progress, of) => tell({ progress, of }), signal);
    if (isPeopleTask(task)) return await exportPeople(task, tell);
    if (isReplyTask(task)) return await carryOutForReplies(task);
    return await navigator.locks.request(bulkLock, () =>
      task.do === 'export' ? exportAll() : importAll(task, tell),
    );
  } catch (error) {
    return { failed: error instanceof Error ? error.message : 'That did not work.' };
  }
}

async function exportAll(): Promise<Outcome> {
  const everything = await readEverything(openDatabase());
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
): Promise<Outcome> {
  if (task.file.size > largestFile)
    throw new Error(
      `This file is larger than ${largestFile / 1024 / 1024} MB. Split it and import the parts.`,
    );
  const { envelope, rows, rejected } = parseExport(await task.file.text());
  const db = openDatabase();
  const remarks: Remark[] = [];
  await dropUnknownFields(db, rows, remarks);
  await dropForgotten(db, rows, rejected);
  await soundMerges(db, rows, remarks);
  const of = listNames.reduce((sum, list) => sum + rows[list].length, 0);
  const sum = { added: 0, changed: 0, same: 0, kept: 0 };
  let progress = 0;
  const write = async (list: ListName) => {
    for (let at = 0; at < rows[list].length; at += portionSize) {
      const part = rows[list].slice(at, at + portionSize);
      const info = { id: crypto.randomUUID(), at: Date.now() };
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
  if (task.withSettings && envelope.settings) await importSettings(db, envelope.settings);
  return { done: 'import', ...sum, rejected, remarks };
}

/** Takes values of custom fields that exist neither in the file nor here out of the contacts. */
async function dropUnknownFields(db: Database, rows: Rows, remarks: Remark[]): Promise<void> {
  const known = new Set([
    ...rows.fields.map(({ data }) => data.id),
    ...(await db.fields.toCollection().primaryKeys()),
  ]);
  for (const { row, data } of rows.contacts) {
    const lost = data.fields.filter(({ field }) => !known.has(field));
    if (lost.length === 0) continue;
    data.fields = data.fields.filter(({ field }) => known.has(field));
    const names = lost.map(({ field }) => field).join(', ');
    remarks.push({ list: 'contacts', row, reason: `Left out, since there is no such field: ${names}.` });
  }
}

async function importSettings(db: Database, settings: Settings): Promise<void> {
  const info = { id: crypto.randomUUID(), name: 'data.import', at: Date.now() };
  // Which sites are read is decided on this computer, never by a file.
  const { sites } = await readSettings(db);
  await runCommand(db, info, changes => writeSettings(changes, { ...settings, sites }));
}
