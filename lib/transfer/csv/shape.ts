// The shape of a table: what stands between its cells, and on which line its header is, if it has one.
import { parseAddress } from '../../identity/email';
import { profileIdentity } from '../../identity/profile-link';
import { type Meaning, meaningOf } from './column-words';
import { mostColumns, type TableRow } from './cursor';
import type { Encoding } from './encoding';
import { createRecordReader } from './records';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What may be said beforehand, where what is detected is wrong. */
export type Given = { encoding?: Encoding; delimiter?: Delimiter; hasHeader?: boolean };

export type Shape = {
  delimiter: Delimiter;
  /** The cells of the header as written; undefined when the first row is somebody already. */
  header?: string[];
  /** How many cells most rows have. */
  width: number;
  /** The line on which the people begin. */
  firstLine: number;
};

/** As many rows are looked at. */
const looked = 60;
/** So far down a header is looked for, below what a program says about itself. */
const deepestHeader = 12;

type WholeRow = Extract<TableRow, { cells: string[] }>;

/**
 * The shape of a table by its beginning; `isWhole` when that is all of it. Throws a sentence when there is nothing, or
 * when the header itself can't be read.
 */
export function shapeOf(head: string, isWhole: boolean, given: Given = {}): Shape {
  if (isWhole && head.trim() === '') throw new Error('This file is empty.');
  const announced = /^sep=([,;\t|])[\r\n]/i.exec(head)?.[1];
  const wanted = given.delimiter ?? delimiters.find(sign => sign === announced);
  const candidates = (wanted ? [wanted] : delimiters).map(delimiter => look(head, isWhole, delimiter));
  // The first of equals: a comma before a semicolon before the others.
  const best = candidates.reduce((a, b) => (isBetter(b, a) ? b : a));
  const rows = announced === undefined ? best.rows : best.rows.slice(1);
  const [first] = rows;
  if (!first) throw new Error('No row of this file can be read.');
  if ('refused' in first) throw new Error(`The header can’t be read. ${first.refused}`);
  const whole = rows.filter((row): row is WholeRow => 'cells' in row);
  const header = headerAmong(whole, given.hasHeader);
  const width = header ? header.cells.length : best.width;
  if (!header) return { delimiter: best.delimiter, width, firstLine: first.line };
  return { delimiter: best.delimiter, header: header.cells, width, firstLine: header.line + 1 };
}

type Look = { delimiter: Delimiter; rows: TableRow[]; known: number; share: number; width: number };

/** The first rows as cut by one delimiter, how much of a header they have, and how even they are. */
function look(head: string, isWhole: boolean, delimiter: Delimiter): Look {
  const rows = createRecordReader(delimiter)(head, isWhole || !/[\r\n]/.test(head)).slice(0, looked);
  // A row that is refused is wide: it has too many cells, or it is refused whatever the delimiter.
  const widths = rows.map(row => ('cells' in row ? row.cells.length : mostColumns + 1));
  const times = new Map<number, number>();
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const known = Math.max(
    0,
    ...rows.slice(0, deepestHeader).map(row => ('cells' in row ? knownIn(row.cells) : 0)),
  );
  return { delimiter, rows, known, share: count / Math.max(1, rows.length), width };
}

function isBetter(a: Look, b: Look): boolean {
  if (a.known !== b.known) return a.known > b.known;
  if (a.width > 1 !== b.width > 1) return a.width > 1;
  return a.share === b.share ? a.width > b.width : a.share > b.share;
}

/** How many cells of a row are words for a column; none where one of them is what stands below a header. */
function knownIn(cells: readonly string[]): number {
  if (cells.some(isData)) return 0;
  return cells.filter(cell => cell.length <= 120 && meaningOf(cell) !== undefined).length;
}

/** Addresses, numbers and dates are said of somebody, never of a column. */
const isData = (cell: string) =>
  cell.length < 400 && (parseAddress(cell) !== undefined || /^\s*[+(]?\d[\d\s()./:-]{4,}$/.test(cell));

/** The row that is the header: the first one, or one below single cells of explanation. */
function headerAmong(rows: readonly WholeRow[], hasHeader: boolean | undefined): WholeRow | undefined {
  const [first] = rows;
  if (!first || hasHeader === false) return undefined;
  const isAlone = filled(first.cells) <= 1;
  const below = rows.slice(1, deepestHeader).find(row => row.cells.length > 2 && knownIn(row.cells) > 1);
  const header = isAlone && below ? below : first;
  if (hasHeader || knownIn(header.cells) > 0) return header;
  return looksLikeHeader(header.cells, rows.slice(1)) ? header : undefined;
}

const filled = (cells: readonly string[]) => cells.filter(cell => cell.trim() !== '').length;

/** Without a known word: all cells are filled and different, and what is below them is of another kind. */
function looksLikeHeader(cells: readonly string[], below: readonly WholeRow[]): boolean {
  if (cells.some(isData) || filled(cells) < cells.length || new Set(cells).size < cells.length) return false;
  return below.slice(0, looked).some(row => row.cells.some(isData));
}

/** What a column without a header is, by its cells: most of them are of one kind. */
export function guessColumn(cells: readonly string[]): Meaning {
  const some = cells.map(cell => cell.trim()).filter(cell => cell !== '' && cell.length < 400);
  const most = (is: (cell: string) => boolean) => some.length > 0 && some.filter(is).length > some.length / 2;
  if (most(cell => parseAddress(cell) !== undefined)) return { to: 'email' };
  if (most(cell => profileIdentity(cell) !== undefined || /^https?:\/\//i.test(cell))) return { to: 'link' };
  if (most(cell => /^'?(?:\+|00|\()[\d\s()./-]{6,}$/.test(cell))) return { to: 'phone' };
  if (most(cell => /^[\p{L}\p{M}'’.-]+(?:[ ,]+[\p{L}\p{M}'’.-]+){1,4}$/u.test(cell))) return { to: 'name' };
  return { to: 'field' };
}
