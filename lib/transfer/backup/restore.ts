// Bringing a backup back: first what it would do, then doing it, portion by portion.
import { fullDate } from '../../dates/relative';
import { comparePortion, type Difference } from '../../db/compare';
import type { Database } from '../../db/database';
import type { Fate } from '../../db/import-rules';
import { releaseLost } from '../../db/lost-people';
import { distrustDerived, rebuildDerived } from '../../db/rebuild';
import { importPortion, portionOf } from '../../db/transfer';
import type { Sums } from '../../model/backup';
import type { Contact } from '../../model/contact';
import type { ListName, Remark } from '../export-format';
import { dropForgottenRows } from '../forgotten';
import { importSettings } from '../import-settings';
import { dropLostFields } from '../lost-fields';
import { type OpenedBackup, type Portion, rowsOf } from './open';

/** `refused`: rows that can't be read, or of people who are in neither. */
export type ListCounts = Record<Fate | 'refused', number>;
/** A row that differs, in words: `here` and `there` are what stands in a field, shortened. */
export type ShownDifference = {
  list: ListName;
  name: string;
  fate: 'changed' | 'kept';
  fields: { field: string; here: string; there: string }[];
};
export type Preview = {
  exportedAt: number;
  /** As the file has them. */
  sums: Sums;
  lists: { list: ListName; counts: ListCounts }[];
  /** The first of them. */
  differences: ShownDifference[];
  rejected: Remark[];
  hasSettings: boolean;
};

/** `isFileRight`: what differs becomes as in the backup, even where it is newer here. */
export type RestoreWish = { isFileRight: boolean; withSettings: boolean };
/** `batch`: what the whole of it is taken back by. */
export type Restored = { batch: string; lists: Preview['lists']; rejected: Remark[] };

/** More than anybody reads are not collected. */
const [mostDifferences, mostRemarks] = [200, 300];
const none = (): ListCounts => ({ added: 0, changed: 0, same: 0, kept: 0, refused: 0 });

type Tell = (progress: { progress: number; of: number }) => void;

/** What a restore would do now. Changes nothing. */
export async function previewRestore(
  db: Database,
  opened: OpenedBackup,
  isFileRight: boolean,
): Promise<Preview> {
  const rejected: Remark[] = [];
  const differences: ShownDifference[] = [];
  const coming = new Set<string>();
  const lists = await eachPortion(db, opened, rejected, async ({ list }, rows) => {
    if (list === 'contacts') for (const { data } of rows) if ('id' in data) coming.add(String(data.id));
    const compared = await comparePortion(db, list, rows, { now: Date.now(), coming, isFileRight });
    for (const difference of compared.differences) {
      if (differences.length < mostDifferences) differences.push(shown(difference));
    }
    return { ...compared.counts, refused: compared.orphans };
  });
  const { exportedAt, sums, settings } = opened;
  return { exportedAt, sums, lists, differences, rejected, hasSettings: settings !== undefined };
}

/**
 * Brings a backup back as one batch of journaled portions, which is taken back together. What is here and not in the backup stays.
 * Stopped at any moment, what was told is kept, and it can be begun again.
 */
export async function restore(
  db: Database,
  opened: OpenedBackup,
  { isFileRight, withSettings }: RestoreWish,
  tell: Tell,
): Promise<Restored> {
  const of = opened.portions.reduce((sum, { count }) => sum + count, 0);
  let progress = 0;
  let portions = 0;
  const batch = crypto.randomUUID();
  const rejected: Remark[] = [];
  await distrustDerived(db);
  const lists = await eachPortion(db, opened, rejected, async ({ list, count }, rows) => {
    const info = portionOf(batch, portions++);
    const { counts, orphans } = await importPortion(db, info, list, rows, { isFileRight });
    for (const row of orphans)
      rejected.push({ list, row, reason: 'contactId: This person is neither in the file nor here.' });
    progress += count;
    tell({ progress, of });
    return { ...counts, refused: orphans.length };
  });
  await releaseLost(db, { id: crypto.randomUUID(), at: Date.now() });
  await rebuildDerived(db, { isBulk: true });
  if (withSettings && opened.settings) await importSettings(db, opened.settings, portionOf(batch, portions));
  return { batch, lists, rejected: rejected.slice(0, mostRemarks) };
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** Goes through the portions with the rows that fit; adds up what `work` counts for each list. */
async function eachPortion(
  db: Database,
  { portions }: OpenedBackup,
  rejected: Remark[],
  work: (portion: Portion, rows: Rows) => Promise<ListCounts>,
): Promise<Preview['lists']> {
  const sums = new Map<ListName, ListCounts>();
  const known = new Set(await db.fields.toCollection().primaryKeys());
  for (const portion of portions) {
    const before = rejected.length;
    const rows = await rowsOf(portion, rejected);
    await dropForgottenRows(db, portion.list, rows, rejected);
    if (portion.list === 'fields') for (const { data } of rows) if ('id' in data) known.add(String(data.id));
    if (portion.list === 'contacts') dropLostFields(rows.filter(hasFields), known, []);
    const refusedHere = rejected.length - before;
    const counts = await work(portion, rows);
    counts.refused += refusedHere;
    const sum = sums.get(portion.list) ?? none();
    for (const fate of Object.keys(sum) as (keyof ListCounts)[]) sum[fate] += counts[fate];
    sums.set(portion.list, sum);
  }
  return [...sums].map(([list, counts]) => ({ list, counts }));
}

/** True for every row of a contact, since the schema was asked. */
const hasFields = (row: Rows[number]): row is { row: number; data: Pick<Contact, 'fields'> } =>
  'fields' in row.data;

function shown({ list, fate, here, there, fields }: Difference): ShownDifference {
  return {
    list,
    name: nameOf(here),
    fate,
    fields: fields.map(field => ({
      field,
      here: inWords(here[field], field),
      there: inWords(there[field], field),
    })),
  };
}

/** By what people know a row. */
function nameOf(row: Record<string, unknown>): string {
  const found = [row.name, row.value, row.title, row.text, row.id, row.key]
    .map(value => inWords(value))
    .find(text => text !== '');
  return found ?? '';
}

const longestShown = 80;

/** A value in a line; a number of milliseconds is the date that it stands for. */
function inWords(value: unknown, field = ''): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' && field.endsWith('At')) return fullDate(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return cut(value.map(each => inWords(each)).join(', '));
  if (typeof value !== 'object') return cut(String(value));
  if ('value' in value) return inWords(value.value);
  return cut(JSON.stringify(value));
}

const cut = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
