// What the data page asks its worker to do, and what the worker does: export and import under one lock.

import { bulkLock } from '../db/bulk-lock';
import { runCommand } from '../db/command';
import { openDatabase } from '../db/database';
import { rebuildDerived } from '../db/rebuild';
import { readSettings, writeSettings } from '../db/settings';
import { importPortion, portionSize, readEverything } from '../db/transfer';
import { exportVersion, type ListName, listNames, parseExport, type Rejected } from './export-format';

export type Task = { do: 'export' } | { do: 'import'; text: string; withSettings: boolean };
export type Progress = { progress: number; of: number };
export type Outcome =
  | { done: 'export'; text: string }
  | { done: 'import'; added: number; changed: number; same: number; rejected: Rejected[] }
  | { failed: string };

/** Carries out a task; progress is told per portion. Never throws: a failure is an outcome with a sentence. */
export async function carryOut(task: Task, tell: (progress: Progress) => void): Promise<Outcome> {
  try {
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

async function importAll(
  task: Extract<Task, { do: 'import' }>,
  tell: (progress: Progress) => void,
): Promise<Outcome> {
  const { envelope, rows, rejected } = parseExport(task.text);
  const db = openDatabase();
  const of = listNames.reduce((sum, list) => sum + rows[list].length, 0);
  const sum = { added: 0, changed: 0, same: 0 };
  let progress = 0;
  const write = async (list: ListName) => {
    for (let at = 0; at < rows[list].length; at += portionSize) {
      const part = rows[list].slice(at, at + portionSize);
      const info = { id: crypto.randomUUID(), at: Date.now() };
      const { counts, orphans } = await importPortion(db, info, list, part);
      for (const key of ['added', 'changed', 'same'] as const) sum[key] += counts[key];
      for (const row of orphans)
        rejected.push({ list, row, reason: 'contactId: This person is neither in the file nor here.' });
      progress += part.length;
      tell({ progress, of });
    }
  };
  for (const list of listNames) await write(list);
  await rebuildDerived(db);
  const { settings } = envelope;
  if (task.withSettings && settings) {
    const info = { id: crypto.randomUUID(), name: 'data.import', at: Date.now() };
    // Which sites are read is decided on this computer, never by a file.
    const { sites } = await readSettings(db);
    await runCommand(db, info, changes => writeSettings(changes, { ...settings, sites }));
  }
  return { done: 'import', ...sum, rejected };
}
