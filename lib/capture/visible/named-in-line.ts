// Names that the words of a line set apart: "By Marta Ruiz", "Contact: Marta Ruiz, Head of Press", 「記者：林晓岚」.
import { afterByline, type Label, labelled, labelOf } from '../labels';
import { type PersonName, personName } from '../name-shape';
import { hasRoleWord } from '../role';
import type { Line, Piece } from './walk';

export type Candidate = {
  name: PersonName;
  line: Line;
  piece: Piece;
  /** What stands before on the line. */
  before: string;
  /** What stands after it on the line. */
  after: string;
  /** Another name of theirs, right behind in brackets or other letters. */
  alias?: string;
  /** It follows a word like "By" or "Author:". */
  isByline: boolean;
  /** The other cells of their row, where the table says what its columns are. */
  row?: { label: Label | undefined; cell: Element }[];
  /** It follows a label that is no by-line: "Press contact". */
  label?: string;
};

/** Lines longer than this are prose: names in it count only where they are set apart by an element. */
export const longestShortLine = 220;
/** What ends a name on its line. */
export const separator = /\s*[,，、;|·•/(（]\s*|\s+[-–—―:]\s+|\s+[–—]\s*|\s*\t\s*/u;
const betweenAuthors = /\s*(?:[,，、;；|·•&+]|\s(?:and|und|y|e|et|en|i|ve|och|и|و)\s)\s*/u;
const mostOfLine = 12;
/** Names that stand at the beginning of a line, after a label, or after "By". */
export const named = (line: Line): Candidate[] => {
  const [first] = line.pieces;
  if (!first || line.text.length > longestShortLine) return [];
  const found = authors(line) ?? atStart(line, first);
  return found.length > 0 ? found : inSegments(line, first);
};

/** "Norte SL | Director: Jon Berg | …": parts of a line that each begin with a label. */
function inSegments(line: Line, first: Piece): Candidate[] {
  const segments = line.text.split(/\s+[|·•]\s+|\s{2,}/u);
  if (segments.length < 2) return [];
  return segments.slice(1, mostOfLine).flatMap((segment): Candidate[] => {
    const named = labelled(segment) ?? roleFirst(segment);
    const name = named && personName(named.value.split(separator)[0] ?? '');
    if (!named || !name || name.sure === 'single') return [];
    return [
      {
        name,
        line,
        piece: pieceOf(line, name.name) ?? first,
        before: '',
        after: '',
        isByline: false,
        label: named.label,
      },
    ];
  });
}

const severalOf =
  /(?:^|[\s　|】)）。])((?:本报)?(?:记者|通讯员|作者|责任编辑|编辑|责编|主编|校对|摄影|撰文|文))\s*[:：/]\s*([\p{sc=Han}·•\s　\u2063、,，]{2,40})/gu;

/** 「记者：林晓岚　欧阳志远　通讯员：邓芸」: several labels on a line, each with several names. */
export function severalLabels(line: Line): Candidate[] {
  if (!/[\p{sc=Han}][:：/]/u.test(line.text)) return [];
  const text = line.text.replace(/(?<=[\s　:：])(\p{sc=Han})[ 　](\p{sc=Han})(?=[\s　]|$)/gu, '$1\u2063$2');
  return [...text.matchAll(severalOf)].flatMap(([, label = '', names = '']) =>
    names.split(/[\s　、,，]+/u).flatMap((part): Candidate[] => {
      const name = personName(part.replace('\u2063', ' '));
      const piece = name && (pieceOf(line, name.name) ?? line.pieces[0]);
      return name && piece && name.sure !== 'single'
        ? [{ name, line, piece, before: label, after: '', isByline: true, label }]
        : [];
    }),
  );
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
  const named = labelled(line.text) ?? roleFirst(line.text);
  const start = named ? named.value : line.text;
  if (named && (hasRoleWord(named.label) || labelOf(named.label) === 'person')) {
    const all = namesAfter(line, first, named);
    if (all.length > 1) return all;
  }
  const [head = '', second = ''] = start.split(separator);
  const name = personName(head) ?? commaName(start) ?? personName(easternStart.exec(start)?.[1] ?? '');
  if (!name) return [];
  const behind = name.sure === 'single' ? personName(second) : undefined;
  const own = behind && behind.sure !== 'single' ? behind : name;
  const after = start.slice(start.indexOf(own.name) + own.name.length);
  const piece = pieceOf(line, own.name) ?? first;
  const label = own === name ? named?.label : head;
  return [{ name: own, line, piece, before: '', after, isByline: false, ...(label ? { label } : {}) }];
}

/** A name in Han letters or kana before its transcription: 「黒田 千尋 Chihiro Kuroda」. */
export const easternStart =
  /^([\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}ー・·\s　]{2,14}?)\s*(?=[\p{Lu}][\p{Ll}])/u;

/** "Directors: Marta Ruiz and Jon Berg". */
function namesAfter(
  line: Line,
  first: Piece,
  { label, value }: { label: string; value: string },
): Candidate[] {
  const found: Candidate[] = [];
  for (const part of value.split(betweenAuthors).slice(0, mostOfLine)) {
    const name = personName(part);
    if (!name || name.sure === 'single') break;
    found.push({
      name,
      line,
      piece: pieceOf(line, name.name) ?? first,
      before: '',
      after: '',
      isByline: false,
      label,
    });
  }
  return found;
}

/** 「店主　久保田 源一郎」, "대표이사 오태식": a role and a name with a blank between them. */
function roleFirst(text: string): { label: string; value: string } | undefined {
  const [whole, label = ''] =
    /^([\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}ー]{2,12})[\s　]+(?=[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}])/u.exec(
      text,
    ) ?? [];
  return whole && hasRoleWord(label) ? { label, value: text.slice(whole.length) } : undefined;
}

/** "Ruiz, Marta – Head of Press", "Friedrich von Tauber, LL.M., Partner". */
function commaName(text: string): PersonName | undefined {
  const [family = '', given = ''] = text.split(/,\s*|\s+[-–—|]\s+/u);
  return /^[^,]+,/.test(text) ? personName(`${family}, ${given}`) : undefined;
}

const pieceOf = (line: Line, name: string): Piece | undefined =>
  line.pieces.find(({ text }) => text.includes(name)) ??
  line.pieces.find(({ text }) => text.trim() && name.startsWith(text.trim()));
