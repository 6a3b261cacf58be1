// Opening a backup: everything in it is read, checked and put by portions, before anything here is changed.
import { type Sums, sumsSchema } from '../../model/backup';
import { type Settings, settingsSchema } from '../../model/settings';
import { exportVersion, type ListName, listNames, mostRows, type Remark, readRows } from '../export-format';
import { hashingOf, hashPieces } from './checksum';
import type { Limits } from './inflate';
import { damaged } from './lock';
import { unpack } from './pack';
import { parsed, Scan } from './scan';
import { sameSums, startSumming } from './sums';

/** Rows of one list that stand side by side in the file; kept by the browser until they are asked for. */
export type Portion = {
  list: ListName /** Of the first row, counted from 1. */;
  from: number;
  count: number;
  text: Blob;
};

export type OpenedBackup = {
  exportedAt: number;
  settings?: Settings;
  /** In the order in which they are brought in. */
  portions: Portion[];
  /** As counted in the file. */
  sums: Sums;
};

const portionSize = 1000;
const notOurs = 'This file is not an export of Regulars.';
/** A failure that says what is wrong by itself, unlike those of the browser. */
const isSentence = (error: unknown): error is Error =>
  error instanceof Error && error.message.startsWith('This ');

/**
 * Reads a file to its end: plain, packed or locked. Throws a sentence where it is none of ours, damaged, not complete,
 * or not as it was written; `limits` says how far it may unpack.
 */
export async function openBackup(file: Blob, passphrase?: string, limits?: Limits): Promise<OpenedBackup> {
  const content = await unpack(file, passphrase, limits);
  const gathering = gather();
  const scan = new Scan(gathering);
  try {
    for (const reader = content.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      scan.feed(value);
    }
    scan.finish();
  } catch (error) {
    // Not awaited: what is to be given up may be waiting itself.
    throw isSentence(error) ? error : new Error(damaged);
  }
  return gathering.finish();
}

/** Puts rows into portions and counts them up. */
function gather() {
  const summing = startSumming();
  const values = new Map<string, unknown>();
  const portions = new Map<ListName, Portion[]>(listNames.map(list => [list, []]));
  const counts = new Map<ListName, number>();
  let pending: string[] = [];
  let current: ListName | undefined;
  const store = () => {
    if (!current || pending.length === 0) return;
    const from = (counts.get(current) ?? 0) - pending.length + 1;
    portions
      .get(current)
      ?.push({ list: current, from, count: pending.length, text: new Blob([pending.join('\n')]) });
    pending = [];
  };
  return {
    isList: isListName,
    row(list: string, text: string) {
      if (!isListName(list)) return;
      if (current !== list) store();
      current = list;
      const count = (counts.get(list) ?? 0) + 1;
      counts.set(list, count);
      if (count > (mostRows[list] ?? 0))
        throw new Error(`This file has more than ${mostRows[list]} rows of ${list}.`);
      pending.push(summing.add(list, parsed(text)));
      if (pending.length === portionSize) store();
    },
    value: (name: string, text: string) => void values.set(name, parsed(text)),
    async finish(): Promise<OpenedBackup> {
      store();
      return completed(values, [...portions.values()].flat(), await summing.sums());
    },
  };
}

const isListName = (name: string): name is ListName => listNames.some(list => list === name);

/** Checks what stands beside the lists. */
async function completed(
  values: Map<string, unknown>,
  portions: Portion[],
  sums: Sums,
): Promise<OpenedBackup> {
  if (values.get('format') !== 'regulars') throw new Error(notOurs);
  if (values.get('version') !== exportVersion)
    throw new Error('This file was made by a newer Regulars. Update this one to read it.');
  if (values.has('sums') && !(await isAsWritten(values.get('sums'), portions, sums)))
    throw new Error('This file is not as it was written. If you changed it by hand, take “sums” out of it.');
  const settings = values.get('settings');
  const exportedAt = Number(values.get('exportedAt'));
  const opened = { exportedAt: Number.isFinite(exportedAt) ? exportedAt : 0, portions, sums };
  if (settings === undefined) return opened;
  const checked = settingsSchema.safeParse(settings);
  if (!checked.success) throw new Error('This file is an export of Regulars with damaged settings.');
  return { ...opened, settings: checked.data };
}

/** Whether a file's own sums are those of its rows. Sums of an earlier form are made anew in it. */
async function isAsWritten(given: unknown, portions: Portion[], sums: Sums): Promise<boolean> {
  const { success, data: written } = sumsSchema.safeParse(given);
  if (!success) return false;
  const startHashing = hashingOf(written.checksum);
  if (startHashing === hashPieces) return sameSums(written, sums);
  const summing = startSumming(startHashing);
  for (const portion of portions) for (const row of await givenRows(portion)) summing.add(portion.list, row);
  return sameSums(written, await summing.sums());
}

const givenRows = async ({ text }: Portion) => (await text.text()).split('\n').map(parsed);

/** The rows of a portion that fit, with their places in the file; the others are put on `rejected`. */
export async function rowsOf(portion: Portion, rejected: Remark[]): Promise<{ row: number; data: object }[]> {
  const { list, from } = portion;
  const refused: Remark[] = [];
  const rows = readRows(list, await givenRows(portion), refused);
  rejected.push(...refused.map(remark => ({ ...remark, row: remark.row + from - 1 })));
  return rows.map(({ row, data }) => ({ row: row + from - 1, data }));
}
