// Counts and a checksum over rows in one form, by which two databases or a file and a database are told equal.
import type { Sums } from '../../model/backup';
import { type ListName, listNames } from '../export-format';
import { hashPieces } from './checksum';

type Row = Record<string, unknown>;

/** JSON with the keys of every object in one order. Throws on nothing that JSON can hold. */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const row: Row = { ...value };
  let text = '';
  for (const key of Object.keys(row).sort()) {
    if (row[key] === undefined) continue;
    text += `${text && ','}${JSON.stringify(key)}:${canonicalText(row[key])}`;
  }
  return `{${text}}`;
}

export type Summing = {
  /** Counts a row; gives its text for a file. Rows come list by list as the export has them, in the order of keys. */
  add(list: ListName, row: unknown): string;
  sums(): Promise<Sums>;
};

/**
 * Sums up rows. Left out is what a restore makes anew: the skeleton of an address, the time at which somebody came into
 * the trash, values of custom fields that are no more.
 */
export function startSumming(startHashing = hashPieces): Summing {
  const counts = new Map<ListName, number>(listNames.map(list => [list, 0]));
  const fields = new Set<unknown>();
  const hashing = startHashing();
  return {
    add(list, given) {
      const row: Row = typeof given === 'object' && given !== null ? { ...given } : { '': given };
      counts.set(list, (counts.get(list) ?? 0) + 1);
      if (list === 'fields') fields.add(row.id);
      const kept = list === 'identities' ? withoutSkeleton(row) : row;
      const text = canonicalText(kept);
      const compared = list === 'contacts' ? comparable(kept, fields) : kept;
      hashing.add(`${list} ${compared === kept ? text : canonicalText(compared)}\n`);
      return text;
    },
    sums: async () => ({ counts: Object.fromEntries(counts), checksum: await hashing.checksum() }),
  };
}

const withoutSkeleton = ({ skeleton: _derived, ...row }: Row): Row => row;

/** The same row where nothing is to be left out. */
function comparable(row: Row, fields: Set<unknown>): Row {
  const values = Array.isArray(row.fields) ? row.fields : [];
  const known = values.filter(value => fields.has((value as Row | null)?.field));
  if (row.deletedAt === undefined && known.length === values.length) return row;
  return { ...row, ...(row.deletedAt !== undefined && { deletedAt: 1 }), fields: known };
}

/** Whether two sums are the same, whatever the order of their counts. */
export const sameSums = (a: Sums, b: Sums): boolean => canonicalText(a) === canonicalText(b);
