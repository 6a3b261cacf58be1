// The rows that are refused, as a table that can be saved, mended and looked up in the file.
import { guardLines } from '../csv/guard';
import type { Line } from './dry-run';

const cell = (text: string) => `"${guardLines(text).replaceAll('"', '""')}"`;

/** Where each stands, whom it is about, and why it is refused; `places` is what a place is called. Nothing for none. */
export function refusedTable(lines: readonly Line[], places: string): Blob | undefined {
  const rows = lines.flatMap(({ fate, place, name, reason = '' }) =>
    fate === 'refused' ? [`${place},${cell(name)},${cell(reason)}`] : [],
  );
  if (rows.length === 0) return undefined;
  return new Blob(['\ufeff', [`${places},Name,Reason`, ...rows].join('\r\n'), '\r\n'], { type: 'text/csv' });
}
