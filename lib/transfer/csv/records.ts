// The records of a table (RFC 4180, and what programs make of it), cut out of text that arrives in portions.
import { Cursor, longestRecord, type TableRow } from './cursor';

const refusals = {
  long: 'This row is longer than 1 MB.',
  open: 'A quotation mark is opened in this row and never closed; reading goes on with the next line.',
};

/**
 * Reads records of cells between `delimiter`s; the function it gives takes portions of text and gives the records that
 * end in them. Holds the beginning of one record at most: one longer than 1 MB is refused and passed over, and a quotation
 * mark that is not closed within that length costs its own line only. Blank lines are no records.
 */
export function createRecordReader(delimiter: string): (text: string, isLast: boolean) => TableRow[] {
  let rest = '';
  let line = 1;
  let isPassing = false;

  /** Goes to the next line as soon as it is there. */
  const pass = (cursor: Cursor) => {
    isPassing = !cursor.passLine();
    if (!isPassing) line++;
  };
  /** Gives up a record that can't be read. */
  const refuse = (cursor: Cursor): TableRow => {
    const refused = { line, refused: cursor.isOpen ? refusals.open : refusals.long };
    if (!cursor.isOpen) {
      cursor.leaveRecord();
      line += cursor.lines;
    }
    pass(cursor);
    return refused;
  };

  return (text, isLast) => {
    const cursor = new Cursor(rest + text, delimiter, isLast);
    const rows: TableRow[] = [];
    if (isPassing) pass(cursor);
    while (!isPassing && cursor.at < cursor.length) {
      const row = cursor.readRecord(line);
      if (row !== 'unfinished') {
        line += cursor.lines;
        if (row !== 'blank') rows.push(row);
      } else if (isLast || cursor.length - cursor.at > longestRecord) {
        // Nothing but the end of the file, or its length, ends the waiting for the end of a record.
        rows.push(refuse(cursor));
      } else break;
    }
    rest = isPassing ? cursor.lastReturn() : cursor.remaining();
    return rows;
  };
}
