// Cutting a table into records and cells, however it is written and wherever its portions end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../lib/transfer/csv/cursor';
import { createRecordReader } from '../../../lib/transfer/csv/records';

const MB = 1024 * 1024;

/** The rows of a text that arrives in portions of a length. */
function rowsOf(text: string, { portion = text.length || 1, delimiter = ',' } = {}): TableRow[] {
  const read = createRecordReader(delimiter);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += portion)
    for (const row of read(text.slice(at, at + portion), at + portion >= text.length)) rows.push(row);
  return rows;
}
const cellsOf = (text: string) => rowsOf(text).map(row => ('cells' in row ? row.cells : row.refused));
const linesOf = (rows: TableRow[]) => rows.map(({ line }) => line);

describe('records', () => {
  it.each(['\n', '\r\n', '\r'])('end at %j', end => {
    expect(cellsOf(`a,b${end}1,2${end}`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cellsOf(`a,b${end}1,2`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('may end in several ways in one file', () => {
    expect(cellsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });
  it('have line ends, delimiters and quotation marks in quoted cells', () => {
    expect(cellsOf('"x\ny","a,b","say ""hi"""\r\n1,2,3')).toEqual([
      ['x\ny', 'a,b', 'say "hi"'],
      ['1', '2', '3'],
    ]);
  });
  it('keep blank cells, and blank lines are none', () => {
    expect(cellsOf('a,,\n\n,"",b\n')).toEqual([
      ['a', '', ''],
      ['', '', 'b'],
    ]);
  });
  it('say the line on which they begin', () => {
    const text = 'a\r\n"x\r\ny\rz\nw"\r\n\r\n"b"\n"",c';
    expect(linesOf(rowsOf(text))).toEqual([1, 2, 7, 8]);
  });
});

describe('quotation marks that stand where none belong', () => {
  it('are text inside a cell', () => {
    expect(rowsOf('5" pipe,a "b" c\n')).toEqual([{ line: 1, cells: ['5" pipe', 'a "b" c'] }]);
  });
  it('end a cell as spreadsheets read it, and are told of', () => {
    expect(rowsOf('"x" y,2\n3,4')).toEqual([
      { line: 1, cells: ['x y', '2'], isOddlyQuoted: true },
      { line: 2, cells: ['3', '4'] },
    ]);
  });
  it('cost one line when they are never closed', () => {
    const rows = rowsOf('a,b\n"open,2\n3,4\n5,6\n');
    expect(rows.map(row => ('cells' in row ? row.cells[0] : 'refused'))).toEqual(['a', 'refused', '3', '5']);
    expect(linesOf(rows)).toEqual([1, 2, 3, 4]);
  });
  it('cost one line when they are closed too far away', () => {
    const rows = rowsOf(`"open\n${'1,2\n'.repeat(400_000)}"`, { portion: 65_536 });
    expect(rows[0]).toMatchObject({ line: 1, refused: expect.stringContaining('never closed') });
    expect(rows).toHaveLength(400_002);
    expect(rows.at(-2)).toEqual({ line: 400_001, cells: ['1', '2'] });
  });
});

describe('limits', () => {
  const refusedIn = (text: string, portion = 65_536) =>
    rowsOf(text, { portion }).map(row => ('refused' in row ? `${row.line}: ${row.refused}` : row.line));
  it('are 512 columns', () => {
    expect(refusedIn(`${','.repeat(511)}\n${','.repeat(512)}\na`)).toEqual([
      1,
      '2: This row has more than 512 columns.',
      3,
    ]);
    expect(refusedIn(`a\n${'x,'.repeat(100_000)}\n"b"${',""'.repeat(600)}\nc`)).toEqual([
      1,
      '2: This row has more than 512 columns.',
      '3: This row has more than 512 columns.',
      4,
    ]);
  });
  it('are 64 KB in a cell', () => {
    const [fits, tooLong] = ['x'.repeat(65_536), 'x'.repeat(65_537)];
    expect(refusedIn(`${fits},a\n${tooLong},a\n"${fits}",a\n"${tooLong}"\nb`)).toEqual([
      1,
      '2: This row has a cell longer than 64 KB.',
      3,
      '4: This row has a cell longer than 64 KB.',
      5,
    ]);
    expect(refusedIn(`"${'""'.repeat(70_000)}"\nb`)).toEqual([
      '1: This row has a cell longer than 64 KB.',
      2,
    ]);
  });
  it('are 1 MB in a record, and the next one is read', () => {
    const long = 'This row is longer than 1 MB.';
    expect(refusedIn(`a\n${'x'.repeat(3 * MB)}\nb`)).toEqual([1, `2: ${long}`, 3]);
    expect(refusedIn(`a\n${'x,'.repeat(MB)}\r\nb`)).toEqual([1, `2: ${long}`, 3]);
    expect(refusedIn(`a\n${'"x\ny",'.repeat(99)}${'x,'.repeat(MB)}\nb`)).toEqual([1, `2: ${long}`, 102]);
    expect(refusedIn(`a\n${'x'.repeat(3 * MB)}`)).toEqual([1, `2: ${long}`]);
    expect(refusedIn(`a\n${'x'.repeat(2 * MB)}\nb`, 8 * MB)).toEqual([1, `2: ${long}`, 3]);
  });
});

describe('wherever portions end', () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    '😀',
    ',',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '"a,b"',
    ',"x\r\ny"\r\n',
    ';',
  );
  it('the rows are the same', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (pieces, portion) => {
        const text = pieces.join('');
        expect(rowsOf(text, { portion })).toEqual(rowsOf(text));
      }),
      { numRuns: 2000 },
    );
  });
  it('every cell that is written by the rules is read', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 20 }).map(text => text.replace(/\r\n?/g, '\n'));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), end, (rows, delimiter, end) => {
        const text = rows
          .map(cells => cells.map(one => `"${one.replaceAll('"', '""')}"`).join(delimiter) + end)
          .join('');
        expect(rowsOf(text, { portion: 7, delimiter }).map(row => 'cells' in row && row.cells)).toEqual(rows);
      }),
    );
  });
  it('the lines are counted as an editor counts them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', '"a\nb"', ',', '\n', '\r\n'), { maxLength: 30 }), pieces => {
        const text = `${pieces.join('')}\nlast`;
        const last = rowsOf(text, { portion: 3 }).at(-1);
        if (last && 'cells' in last && last.cells[0] === 'last')
          expect(last.line).toBe(text.split(/\r\n|\n/).length);
      }),
    );
  });
});

describe('time', () => {
  /** How many times longer a text of ten times the length takes of the processor, by the best of three; 2 ms at least. */
  function growth(unit: string): number {
    const timeOf = (text: string) => {
      const times = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        rowsOf(text, { portion: 65_536 });
        return process.cpuUsage(start).user / 1000;
      });
      return Math.max(2, Math.min(...times));
    };
    return timeOf(unit.repeat(1_000_000 / unit.length)) / timeOf(unit.repeat(100_000 / unit.length));
  }
  it.each(['"', '""', '"\n', ',"\n', '\r', '\r\n', ',', 'a"', '"a""\n', '"\n""\n', '"a" b\n', ' '])(
    'grows with the length, not faster: %j',
    unit => expect(growth(unit)).toBeLessThan(50),
  );
});
