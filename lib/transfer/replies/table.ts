// Tables as text: comma, semicolon or tab between cells, quotes around what holds them (RFC 4180).

/** A row, and the line of the file in which it begins. */
export type TableRow = { line: number; cells: string[] };

const mostCells = 100;
const mostRows = 5000;

/** What stands between the cells: the mark that is oftenest outside of quotes in the first line. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '');
  const [line = ''] = head.split('\n', 1);
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, item) => (item.count > best.count ? item : best)).mark;
}

/** Reads a table, each character once. Throws a sentence for a quote that never ends and for what is too large. */
export function readTable(text: string): TableRow[] {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let firstLine = 1;
  let at = 0;
  const endRow = () => {
    if (cells.some(cell => cell.trim() !== '')) rows.push({ line: firstLine, cells });
    if (rows.length > mostRows) throw new Error(`This table has more than ${mostRows} rows. Split it.`);
    cells = [];
    firstLine = line;
  };
  while (at < text.length) {
    const { cell, end } = (text[at] === '"' ? quotedCell : plainCell)(text, at, separator, line);
    cells.push(cell);
    if (cells.length > mostCells) throw new Error(`Line ${line} has more than ${mostCells} cells.`);
    line += cell.split('\n').length - 1;
    at = end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) cells.push('');
      continue;
    }
    if (text.startsWith('\r\n', at)) at++;
    at++;
    line++;
    endRow();
  }
  endRow();
  return rows;
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(from, end), end };
}

/** What stands behind the closing quote before the next mark belongs to the cell: a lone quote loses nothing. */
function quotedCell(text: string, from: number, separator: string, line: number) {
  let end = text.indexOf('"', from + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) throw new Error(`The quote that begins in line ${line} never ends.`);
  const rest = plainCell(text, end + 1, separator);
  return { cell: text.slice(from + 1, end).replaceAll('""', '"') + rest.cell, end: rest.end };
}
