// One portion of a table's text and the place that is being read in it: cuts records and cells at the signs that matter.

/** A record longer than this is refused; in UTF-16 units, as a cell's length. */
export const longestRecord = 1024 * 1024;
export const longestCell = 64 * 1024;
export const mostColumns = 512;

export type TableRow =
  | {
      /** The line on which the record begins, counted from 1. */
      line: number;
      cells: string[];
      /** Quotation marks stood where none belong. Their cells are read as spreadsheets do. */
      isOddlyQuoted?: true;
    }
  | { line: number; refused: string };

const refusals = {
  long: 'This row is longer than 1 MB.',
  cell: 'This row has a cell longer than 64 KB.',
  columns: `This row has more than ${mostColumns} columns.`,
};

const quoteSign = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** The place up to which one portion of text is read. A class for speed: it is asked for every cell. */
export class Cursor {
  at = 0;
  /** Of the last record: the line ends in it, and whether it was left unfinished inside quotation marks. */
  lines = 0;
  isOpen = false;
  readonly length: number;
  private readonly text: string;
  private readonly delimiter: string;
  private readonly isLast: boolean;
  /** Where the next of each sign is, `length` for nowhere, so that each place is looked at once. */
  private feed = -1;
  private back = -1;
  private quote = -1;
  private comma = -1;
  /** Where an unfinished record was left. */
  private reached = 0;
  private isOdd = false;
  /** As many cells as the last record had: made at once, a list of the right length is half the work. */
  private template: string[] = [];

  /** `isLast`: nothing follows this text, so that its end ends the record. */
  constructor(text: string, delimiter: string, isLast: boolean) {
    this.text = text;
    this.delimiter = delimiter;
    this.isLast = isLast;
    this.length = text.length;
  }

  /** Reads the next record, which begins on `line`. An unfinished one is not passed. */
  readRecord(line: number): TableRow | 'blank' | 'unfinished' {
    this.lines = 0;
    this.isOpen = false;
    this.isOdd = false;
    const start = this.at;
    const end = this.lineEnd(start);
    if (this.quote < start) this.quote = this.find('"', start);
    const cells = this.quote < end ? this.quotedCells() : this.plainCells(end);
    if (!cells) {
      this.reached = this.at;
      this.at = start;
      return 'unfinished';
    }
    const size = this.at - start;
    this.at = this.afterEnd(this.at);
    this.lines++;
    if (size === 0) return 'blank';
    const refused = refusalOf(size, cells);
    if (refused) return { line, refused };
    return this.isOdd ? { line, cells, isOddlyQuoted: true } : { line, cells };
  }

  /** Goes to where an unfinished record was left. */
  leaveRecord(): void {
    this.at = this.reached;
  }

  /** Goes behind the next line's end; false when it isn't there yet. */
  passLine(): boolean {
    const end = this.lineEnd(this.at);
    const isThere = end < this.length && this.isWholeEnd(end);
    this.at = isThere ? this.afterEnd(end) : this.length;
    return isThere;
  }

  /** What is not read yet. */
  remaining(): string {
    return this.text.slice(this.at);
  }

  /** A `\r` at the end, whose `\n` may follow. */
  lastReturn(): string {
    return this.text.charCodeAt(this.length - 1) === carriageReturn ? '\r' : '';
  }

  private find(sign: string, from: number): number {
    const found = this.text.indexOf(sign, from);
    return found === -1 ? this.length : found;
  }

  private lineEnd(from: number): number {
    if (this.feed < from) this.feed = this.find('\n', from);
    if (this.back < from) this.back = this.find('\r', from);
    return Math.min(this.feed, this.back);
  }

  /** Whether a line's end is all there: after a `\r` at the end of a portion, `\n` may follow. */
  private isWholeEnd(end: number): boolean {
    return this.isLast || end < this.length - 1 || (end < this.length && end === this.feed);
  }

  private afterEnd(end: number): number {
    const { text } = this;
    return end + (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1);
  }

  private fitted(cells: string[], count: number): string[] {
    if (count !== cells.length) {
      cells.length = count;
      this.template = Array.from({ length: count }, () => '');
    }
    return cells;
  }

  /** The cells up to a line's end without quotation marks. One more than are allowed stands for all further ones. */
  private plainCells(end: number): string[] | undefined {
    if (!this.isWholeEnd(end)) return undefined;
    const { text, delimiter } = this;
    const cells = this.template.slice();
    let count = 0;
    let from = this.at;
    let next = this.comma < from ? this.find(delimiter, from) : this.comma;
    while (next < end && count < mostColumns) {
      cells[count++] = text.slice(from, next);
      from = next + 1;
      next = this.find(delimiter, from);
    }
    cells[count++] = text.slice(from, end);
    this.comma = next;
    this.at = end;
    return this.fitted(cells, count);
  }

  /** The cells of a record in which quotation marks stand, to the end of its last line. */
  private quotedCells(): string[] | undefined {
    const { text, length } = this;
    const delimiterSign = this.delimiter.charCodeAt(0);
    const cells = this.template.slice();
    let count = 0;
    for (;;) {
      const cell = text.charCodeAt(this.at) === quoteSign ? this.quotedCell(delimiterSign) : this.bareCell();
      if (cell === undefined) return undefined;
      if (count <= mostColumns) cells[count++] = cell;
      if (this.at >= length || text.charCodeAt(this.at) !== delimiterSign) return this.fitted(cells, count);
      this.at++;
    }
  }

  /** A cell without quotation marks around it; those inside are text. */
  private bareCell(): string | undefined {
    const { at } = this;
    const end = this.lineEnd(at);
    if (this.comma < at) this.comma = this.find(this.delimiter, at);
    const stop = Math.min(this.comma, end);
    if (stop === end && !this.isWholeEnd(end)) return undefined;
    this.at = stop;
    return this.text.slice(at, stop);
  }

  /** A cell in quotation marks. What follows them before the delimiter belongs to it, as in a spreadsheet. */
  private quotedCell(delimiterSign: number): string | undefined {
    const { text, length } = this;
    const start = this.at + 1;
    let value = '';
    let from = start;
    let close = this.find('"', start);
    while (close < length - 1 && text.charCodeAt(close + 1) === quoteSign) {
      // A cell that is too long to be taken is not put together either.
      if (value.length <= longestCell) value += text.slice(from, close + 1);
      from = close + 2;
      close = this.find('"', from);
    }
    this.isOpen = close >= length;
    if (this.isOpen || (close === length - 1 && !this.isLast)) return undefined;
    value += text.slice(from, close);
    this.at = close + 1;
    if (this.feed < close || this.back < close) this.countLines(start, close);
    const next = text.charCodeAt(this.at);
    if (next === delimiterSign || next === lineFeed || this.at >= length) return value;
    const tail = this.bareCell();
    if (tail) this.isOdd = true;
    return tail === undefined ? undefined : value + tail;
  }

  private countLines(from: number, to: number): void {
    for (let end = this.lineEnd(from); end < to; end = this.lineEnd(this.afterEnd(end))) this.lines++;
  }
}

function refusalOf(size: number, cells: string[]): string | undefined {
  if (size > longestRecord) return refusals.long;
  if (cells.length > mostColumns) return refusals.columns;
  const isTooLong = size > longestCell && cells.some(cell => cell.length > longestCell);
  return isTooLong ? refusals.cell : undefined;
}
