// Texts of a line that may be names of people, each with what stands before and after it.
import { afterByline, labelled, labelOf } from '../labels';
import { type PersonName, personName } from '../name-shape';
import type { Line, Piece } from './walk';

export type Candidate = {
  name: PersonName;
  line: Line;
  piece: Piece;
  /** What stands before on the line. */
  before: string;
  /** What stands after it on the line. */
  after: string;
  /** It follows a word like "By" or "Author:". */
  isByline: boolean;
  /** It follows a label that is no by-line: "Press contact". */
  label?: string;
};

/** Lines longer than this are prose: names in it count only where they are set apart by an element. */
export const longestShortLine = 220;
const separator = /\s*[,，、;|·•/(（]\s*|\s+[-–—―:]\s+|\s+[–—]\s*|\s*\t\s*/u;
const betweenAuthors = /\s*(?:[,，、;；|·•&+]|\s(?:and|und|y|e|et|en|i|ve|och|и|و)\s)\s*/u;
const mostOfLine = 12;

/** The candidates of a line in their order; the longest text wins where one holds another. */
export function candidatesIn(line: Line): Candidate[] {
  const { text } = line;
  if (text.length < 2 || line.pieces.length > 60) return [];
  const [first] = line.pieces;
  if (!first) return [];
  const whole = text.length <= 90 ? personName(text) : undefined;
  if (whole) return [candidate(line, first, whole, '', '')];
  const apart = inElements(line);
  if (apart.length > 0 || text.length > longestShortLine) return apart;
  return authors(line) ?? atStart(line, first);
}

const candidate = (line: Line, piece: Piece, name: PersonName, before: string, after: string): Candidate => {
  const label = labelBefore(before);
  const isByline = label !== undefined && (labelOf(label) === 'byline' || afterByline(`${label} x`) !== undefined);
  return { name, line, piece, before, after, isByline, ...(label && !isByline ? { label } : {}) };
};

/** The last words before a name where they introduce it. */
const labelBefore = (before: string): string | undefined => {
  const text = before.trim();
  if (!text || text.length > 60) return undefined;
  if (/[:：]$/u.test(text)) return text.replace(/\s*[:：]$/u, '').split(/[.·|]\s/u).at(-1);
  return labelOf(text) === 'byline' ? text : undefined;
};

/** Names that elements set apart: a link, bold text. */
function inElements(line: Line): Candidate[] {
  if (line.pieces.length < 2) return [];
  const found: Candidate[] = [];
  let before = '';
  for (const piece of line.pieces) {
    const text = piece.text.trim();
    const name = text.length >= 2 && text.length <= 90 ? personName(text) : undefined;
    if (name && found.length < mostOfLine) {
      const rest = line.pieces.slice(line.pieces.indexOf(piece) + 1).map(one => one.text);
      found.push(candidate(line, piece, name, before.slice(-80), rest.join(' ').replace(/\s+/g, ' ').slice(0, 300)));
    }
    before += ` ${piece.text}`;
  }
  return found;
}

/** "By Marta Ruiz and Jon Berg". */
function authors(line: Line): Candidate[] | undefined {
  const rest = afterByline(line.text);
  if (rest === undefined) return undefined;
  const parts = rest.split(betweenAuthors);
  const found: Candidate[] = [];
  for (const part of parts.slice(0, mostOfLine)) {
    const name = personName(part);
    const piece = name && pieceOf(line, name.name);
    if (!name || !piece) break;
    const after = rest.slice(rest.indexOf(part) + part.length);
    found.push({ name, line, piece, before: '', after, isByline: true });
  }
  return found.length > 0 ? found : undefined;
}

/** "Marta Ruiz – Head of Press", "Contact: Marta Ruiz, Head of Press". */
function atStart(line: Line, first: Piece): Candidate[] {
  const named = labelled(line.text);
  const start = named ? named.value : line.text;
  const [head = ''] = start.split(separator);
  const name = personName(head) ?? commaName(start);
  if (!name) return [];
  const after = start.slice(start.indexOf(name.name) + name.name.length);
  const piece = pieceOf(line, name.name) ?? first;
  return [{ name, line, piece, before: '', after, isByline: false, ...(named ? { label: named.label } : {}) }];
}

/** "Ruiz, Marta – Head of Press", "Friedrich von Tauber, LL.M., Partner". */
function commaName(text: string): PersonName | undefined {
  const [family = '', given = ''] = text.split(/,\s*|\s+[-–—|]\s+/u);
  return /^[^,]+,/.test(text) ? personName(`${family}, ${given}`) : undefined;
}

const pieceOf = (line: Line, name: string): Piece | undefined =>
  line.pieces.find(({ text }) => text.includes(name)) ?? line.pieces.find(({ text }) => text.trim() && name.startsWith(text.trim()));
