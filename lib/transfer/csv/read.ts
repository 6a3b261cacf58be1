// Reading people from a table: a look at its beginning, and the whole of it, person by person.
import type { ReadPerson } from '../../model/person-draft';
import { mostColumns, type TableRow } from './cursor';
import type { Encoding } from './encoding';
import { type Exporter, exporterOf } from './exporters';
import { unguardCell, unguardLines } from './guard';
import { headerKey, type Mapping } from './mapping';
import { rawMark } from './own-columns';
import { personOf } from './person';
import { proposeMapping } from './propose';
import { createRecordReader } from './records';
import { type Delimiter, type Given, type Shape, shapeOf } from './shape';
import { type Readable, readText } from './text';

/** So many rows are shown before anything is brought in. */
const shownRows = 20;
/** Portions that are read to show them. */
const shownPortions = 20;

export type Inspection = {
  encoding: Encoding;
  delimiter: Delimiter;
  hasHeader: boolean;
  /** The names of the columns: "Column 1" and so on where there is no header. */
  header: string[];
  headerKey: string;
  /** The first rows as they are written. */
  rows: string[][];
  /** Undefined for programs that are not known. */
  exporter?: Exporter;
  mapping: Mapping;
  /** How many rows there are, more or less unless `isCounted`. */
  rowCount: number;
  isCounted: boolean;
};

/**
 * Looks at the beginning of a table: how it is written, its first 20 rows, what its columns mean most likely, and how long it
 * is. `given` says what is known better. Throws a sentence when the file is no table.
 */
export async function inspectCsv(
  file: Readable,
  given: Given = {},
  signal?: AbortSignal,
): Promise<Inspection> {
  let seen: { shape: Shape; read: ReturnType<typeof createRecordReader> } | undefined;
  const rows: TableRow[] = [];
  const head = { characters: 0, lines: 0, portions: 0, isWhole: false, encoding: 'utf-8' as Encoding };
  for await (const { text, encoding, isLast } of readText(file, signal, given.encoding)) {
    seen ??= opened(text, isLast, given);
    for (const row of bodyOf(seen.read(text, isLast), seen.shape)) rows.push(row);
    Object.assign(head, { encoding, isWhole: isLast, characters: head.characters + text.length });
    if (isLast || rows.length >= shownRows || ++head.portions >= shownPortions) break;
  }
  if (!seen) throw new Error('This file is empty.');
  const { shape } = seen;
  const cells = rows.flatMap(row => ('cells' in row ? [row.cells] : []));
  const header = namesOf(shape);
  const { exporter, mapping } = proposeMapping(header, shape.header !== undefined, cells);
  return {
    encoding: head.encoding,
    delimiter: shape.delimiter,
    hasHeader: shape.header !== undefined,
    header,
    headerKey: await headerKey(header),
    rows: cells.slice(0, shownRows),
    ...(exporter && { exporter }),
    mapping,
    rowCount: head.isWhole ? rows.length : estimated(file.size, head, rows.length),
    isCounted: head.isWhole,
  };
}

const bytesPer = (encoding: Encoding) => (encoding.startsWith('utf-16') ? 2 : 1);

const estimated = (
  size: number,
  { characters, encoding }: { characters: number; encoding: Encoding },
  rows: number,
) => Math.round((size / Math.max(1, characters * bytesPer(encoding))) * rows);

/** The shape of a table and its reader, from its first portion. */
function opened(text: string, isLast: boolean, given: Given) {
  const shape = shapeOf(text, isLast, given);
  return { shape, read: createRecordReader(shape.delimiter) };
}

const bodyOf = (rows: TableRow[], { firstLine }: Shape) => rows.filter(row => row.line >= firstLine);

/** The header without guards, or names by number. */
function namesOf({ header, width }: Shape): string[] {
  if (!header)
    return Array.from({ length: Math.min(width, mostColumns) }, (_, index) => `Column ${index + 1}`);
  if (header.includes(rawMark)) return header;
  return header.map(exporterOf(header) === 'regulars' ? unguardLines : unguardCell);
}

/**
 * The people of a table, in its order: each a draft with remarks, or refused with a reason and the line it begins on. Blank
 * rows are passed over. Holds 1 MB of text at most. Throws the signal's reason when aborted, and a sentence when the file is
 * no table.
 */
export async function* readCsv(
  file: Readable,
  { mapping, given, signal }: { mapping: Mapping; given?: Given; signal?: AbortSignal },
): AsyncGenerator<ReadPerson> {
  let seen: ReturnType<typeof opened> | undefined;
  for await (const { text, isLast } of readText(file, signal, given?.encoding)) {
    seen ??= opened(text, isLast, given ?? {});
    for (const row of bodyOf(seen.read(text, isLast), seen.shape)) {
      const person = personOf(row, mapping);
      if (person) yield person;
      signal?.throwIfAborted();
    }
  }
}
