// Texts of a line that may be names of people, each with what stands before and after it.
import { cjk } from '../../identity/names';
import { afterByline, labelOf } from '../labels';
import { type PersonName, personName } from '../name-shape';
import { neverInNames, nobody } from '../name-words';
import { type Candidate, easternStart, named, separator, severalLabels } from './named-in-line';
import { nearest } from './near';
import { isProfilePath, isSocial } from './profile-path';
import type { Line, Piece } from './walk';

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
  const href = nearest(element, ({ tagName }) => tagName === 'A')?.getAttribute('href') ?? '';
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
