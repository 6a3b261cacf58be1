// Texts of a line that may be names of people, each with what stands before and after it.
import { cjk } from '../../identity/names';
import { afterByline, type Label, labelled, labelOf } from '../labels';
import { type PersonName, personName } from '../name-shape';
import { neverInNames, nobody } from '../name-words';
import { hasRoleWord } from '../role';
import { isProfilePath, isSocial } from './profile-path';
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
const separator = /\s*[,，、;|·•/(（]\s*|\s+[-–—―:]\s+|\s+[–—]\s*|\s*\t\s*/u;
const betweenAuthors = /\s*(?:[,，、;；|·•&+]|\s(?:and|und|y|e|et|en|i|ve|och|и|و)\s)\s*/u;
const mostOfLine = 12;
const opening = /^[\s,，.;:·•|»"”)）–—-]+/u;

/** ", by Marta Ruiz (Norte Café)" after something that an element sets apart; "(Marta Ruiz)" after a handle. */
function afterWord(line: Line, piece: Piece): Candidate[] {
  const inBrackets = /^\s*[(（]([^()（）]{4,60})[)）]\s*$/u.exec(piece.text)?.[1];
  const rest = inBrackets ?? afterByline(piece.text.replace(opening, ''));
  const name =
    rest && rest.length < 200 ? personName(inBrackets ?? rest.split(separator)[0] ?? '') : undefined;
  if (!name || name.sure === 'single') return [];
  return [
    {
      name,
      line,
      piece,
      before: '',
      after: (rest ?? '').slice((rest ?? '').indexOf(name.name) + name.name.length),
      isByline: !inBrackets,
    },
  ];
}

/** The candidates of a line in their order; the longest text wins where one holds another. */
export function candidatesIn(line: Line): Candidate[] {
  return withAliases(found(line));
}

const isEastern = (text: string): boolean => cjk.test(text);

/** "許雅筑 (Ya-Chu Hsu)", "henk (Henk ter Braak)": two names of one person. */
function withAliases(all: Candidate[]): Candidate[] {
  const [first, second] = all;
  if (!first || !second || all.length !== 2) return all;
  const isOther = first.name.sure === 'handle' || isEastern(first.name.name) !== isEastern(second.name.name);
  const isBehind =
    /^\s*[(（]?\s*$/u.test(first.after.slice(0, Math.max(0, first.after.indexOf(second.name.name)))) &&
    first.after.includes(second.name.name);
  return isOther && isBehind ? [{ ...first, alias: second.name.name }] : all;
}

function found(line: Line): Candidate[] {
  const { text } = line;
  if (text.length < 2 || line.pieces.length > 60) return [];
  const [first] = line.pieces;
  if (!first) return [];
  const apart = inElements(line);
  const whole =
    text.length <= 90
      ? (personName(text) ?? (line.pieces.length === 1 ? handleIn(first) : undefined))
      : undefined;
  if (whole && !apart.some(({ name }) => name.sure !== 'single'))
    return [candidate(line, first, whole, '', '')];
  const eastern = easternStart.exec(text)?.[1];
  const easternName = eastern ? personName(eastern) : undefined;
  if (easternName && text.length <= 90 && !apart.some(({ name }) => isEastern(name.name))) {
    const [alias] = apart;
    return [
      {
        ...candidate(
          line,
          first,
          easternName,
          '',
          text.slice(text.indexOf(easternName.name) + easternName.name.length),
        ),
        ...(alias ? { alias: alias.name.name } : {}),
      },
    ];
  }
  const own = apart.filter(({ name }) => name.sure !== 'single' || apart.length === 1);
  const several = severalLabels(line);
  if (own.length > 0 || several.length > 0)
    return [...own.filter(({ name }) => several.every(one => one.name.name !== name.name)), ...several];
  return named(line);
}

const candidate = (line: Line, piece: Piece, name: PersonName, before: string, after: string): Candidate => {
  const label = labelBefore(before);
  const isByline =
    label !== undefined && (labelOf(label) === 'byline' || afterByline(`${label} x`) !== undefined);
  return { name, line, piece, before, after, isByline, ...(label && !isByline ? { label } : {}) };
};

/** The last words before a name where they introduce it. */
const labelBefore = (before: string): string | undefined => {
  const text = before.trim();
  if (!text || text.length > 60) return undefined;
  if (/[:：]$/u.test(text))
    return text
      .replace(/\s*[:：]$/u, '')
      .split(/[.·|]\s/u)
      .at(-1);
  return labelOf(text) === 'byline' ? text : undefined;
};

/** What somebody calls themselves on a site: a short text that leads to a profile. */
function handleIn({ text, element }: Piece): PersonName | undefined {
  const handle = text.trim();
  if (
    handle.length < 3 ||
    handle.length > 32 ||
    handle.split(/\s+/).length > 3 ||
    nobody.test(handle) ||
    labelOf(handle)
  )
    return undefined;
  if (
    /^[\d\s.,:+-]*$|[@/<>{}|]|^#/u.test(handle) ||
    handle.split(/\s+/).some(one => neverInNames.has(one.toLowerCase()))
  )
    return undefined;
  const href = element.closest('a')?.getAttribute('href') ?? '';
  const isOwn =
    !/^(?:https?:)?\/\//i.test(href) ||
    href.toLowerCase().includes(handle.toLowerCase().replaceAll(' ', '-'));
  return isOwn &&
    !isSocial(href) &&
    isProfilePath(href) &&
    !/(?:deleted|guest|anonym|system|login|register|edit|settings)/i.test(href)
    ? { name: handle, sure: 'handle' }
    : undefined;
}

/** Names that elements set apart: a link, bold text. */
function inElements(line: Line): Candidate[] {
  if (line.pieces.length < 2) return [];
  const found: Candidate[] = [];
  let before = '';
  for (const piece of line.pieces) {
    const text = piece.text.trim();
    const name = text.length >= 2 && text.length <= 90 ? (personName(text) ?? handleIn(piece)) : undefined;
    if (name && found.length < mostOfLine) {
      const rest = line.pieces.slice(line.pieces.indexOf(piece) + 1).map(one => one.text);
      found.push(
        candidate(line, piece, name, before.slice(-80), rest.join(' ').replace(/\s+/g, ' ').slice(0, 300)),
      );
    } else if (!name && before && found.length < mostOfLine) found.push(...afterWord(line, piece));
    before += ` ${piece.text}`;
  }
  return found;
}

const named = (line: Line): Candidate[] => {
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
function severalLabels(line: Line): Candidate[] {
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
const easternStart =
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
