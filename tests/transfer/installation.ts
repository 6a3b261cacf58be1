// An installation without a browser, and files to bring into it.
import { vi } from 'vitest';
import { type Database, databaseName, openDatabase } from '../../lib/db/database';
import { carryOut, type Outcome } from '../../lib/transfer/work';
import '../db/memory';

/** A new, empty one, with what the work asks of the browser: one lock after the other. */
export async function install(): Promise<Database> {
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, run: () => Promise<unknown>) => run() },
  });
  await openDatabase(databaseName).delete();
  return openDatabase(databaseName);
}

export function uninstall(db: Database): void {
  db.close();
  vi.unstubAllGlobals();
}

export const silent = () => undefined;

type Imported = Extract<Outcome, { done: 'import' }>;
/** Brings a file in; throws when it was refused as a whole. */
export async function imported(text: string, withSettings = false): Promise<Imported> {
  const outcome = await carryOut({ do: 'import', file: new Blob([text]), withSettings }, silent);
  if (!('done' in outcome) || outcome.done !== 'import') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export const emptyFile = {
  format: 'regulars',
  version: 1,
  exportedAt: 1,
  contacts: [],
  identities: [],
  events: [],
  followUps: [],
  fields: [],
  replies: [],
  rejections: [],
};
export const source = { from: 'import', at: 1 };
export const stranger = {
  id: 'evil',
  name: { value: 'Marta Ruiz', source },
  tags: [],
  preferences: [],
  fields: [],
  doNotContact: false,
  createdAt: 1,
  updatedAt: 1,
  version: 0,
};
export const fileWith = (lists: Partial<Record<keyof typeof emptyFile, unknown[]>>) =>
  JSON.stringify({ ...emptyFile, ...lists });

/** What was told of one list. */
export const toldOf = (list: string, remarks: { list: string; row: number; reason: string }[]) =>
  remarks.filter(remark => remark.list === list).map(({ row, reason }) => `${row}: ${reason}`);
