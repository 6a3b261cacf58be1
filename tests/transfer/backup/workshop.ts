// An installation with people in it, and backups of it made without a browser.
import { vi } from 'vitest';
import { type Database, databaseName, openDatabase } from '../../../lib/db/database';
import type { Sums } from '../../../lib/model/backup';
import { pack } from '../../../lib/transfer/backup/pack';
import { takeSnapshot } from '../../../lib/transfer/backup/snapshot';
import { furnish } from '../../crm/inputs';
import { openOffice } from '../../crm/office';
import '../../db/memory';
import { giveWorkers } from './near-worker';

/** Gives locks, and nothing else of a browser. */
export const giveLocks = () =>
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, run: () => Promise<unknown>) => run() },
  });

/** A new database with a few people. */
export async function openWorkshop(): Promise<Database> {
  giveLocks();
  giveWorkers();
  await openDatabase(databaseName).delete();
  const db = openDatabase(databaseName);
  const office = await openOffice(db);
  const { deletable } = await furnish(office);
  await office.get('contacts.delete', { id: deletable }, undefined, 'gone');
  return db;
}

/** Everything as an export, with its sums. */
export async function snapshotOf(db: Database): Promise<{ json: Blob; sums: Sums }> {
  const texts: string[] = [];
  const { sums } = await takeSnapshot(db, text => texts.push(text));
  return { json: new Blob(texts), sums };
}

/** A backup of everything as its file. */
export const fileOf = async (db: Database, passphrase?: string): Promise<Blob> =>
  (await pack(write => takeSnapshot(db, write), passphrase)).file;

export const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** The sentence with which something fails; throws when it does not. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (outcome === undefined) throw new Error('It did not fail.');
  return outcome;
}

export const passphrase = 'seven slow herons cross';
