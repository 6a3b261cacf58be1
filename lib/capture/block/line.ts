// One line of a pasted text in its parts.
import { cjk } from '../../identity/names';
import { type Label, labelled, labelOf } from '../labels';
import { personName } from '../name-shape';
import { isRole } from '../role';
import { plainValue } from '../values';
import { isOrganizationName, isPlace, type Part, partsOf } from './part';
import { hostLink, takeWays } from './ways';

export type Line = {
  parts: Part[];
  /** It has a number or a dot of a list before it. */
  isItem: boolean;
  /** A label alone: what it speaks of stands on the next line. */
  label?: Label;
};

const bullet = /^\s*(?:[*•●▪‣◦▸►✓·]|[-–—](?=\s)|\(?\p{Nd}{1,3}[.)、）](?!\p{Nd})|[a-z]\))\s*/iu;
const mailHead =
  /^\s*(?:from|to|cc|bcc|von|an|de|para|à|cc|da|a|reply-to|发件人|收件人|抄送|差出人|宛先|من|إلى)\s*[:：]\s*/iu;
const separators = /\t|\s*[|¦·•●▪‖／┃│]\s*|\s+[-–—~/]+\s+|\s*[;；]\s*|\s{3,}|\s*—\s*|[<>＜＞]/u;
const commas = /\s*[,，、،]\s+|\s*[，、،]\s*/u;

/** Reads a line; `before` is the label that stood alone on the line above. */
export function readLine(text: string, country: string | undefined, before?: Label): Line {
  const start = bullet.exec(text)?.[0];
  const bare = text
    .slice(start?.length ?? 0)
    .replace(mailHead, '')
    .slice(0, 2000);
  const isItem = start !== undefined;
  const said = labelled(bare);
  const label = said && labelOf(said.label);
  if (said && label && isOfField(label)) {
    return { parts: partsUnder(label, said.value, country), isItem };
  }
  if (said && !label && isRole(said.label) && personName(said.value)) {
    return {
      parts: [
        { field: 'name', value: said.value },
        { field: 'title', value: said.label },
      ],
      isItem,
    };
  }
  const alone = labelOf(bare);
  if (alone && !/\p{Nd}/u.test(bare) && bare.trim().length > 1) return { parts: [], isItem, label: alone };
  if (before && isOfField(before)) return { parts: partsUnder(before, bare, country), isItem };
  const { parts, rest } = takeWays(bare, country, before === 'fax');
  return { parts: [...segmentsOf(rest).flatMap(segment => readSegment(segment)), ...parts], isItem };
}

const isOfField = (label: Label): boolean =>
  ['name', 'title', 'company', 'location', 'person', 'given-name', 'family-name'].includes(label);

/** What stands after "Name:", "Position:" and the like; ways may follow on the same line. */
function partsUnder(label: Label, text: string, country: string | undefined): Part[] {
  const { parts, rest } = takeWays(text, country, false);
  const [first = '', ...others] =
    label === 'location' || label === 'title' ? rest.split('\t') : rest.split(separators);
  const value = plainValue(first.replace(/[\s,;]+$/, ''), 160);
  const more = others.flatMap(readSegment);
  if (!value) return [...more, ...parts];
  if (label === 'title' || label === 'company' || label === 'location')
    return [{ field: label, value }, ...more, ...parts];
  const [named, ...after] = value.split(commas);
  const name = personName(value) ?? personName(named ?? '');
  if (!name) return [...partsOf(value), ...more, ...parts];
  const rests = name.name === value || personName(value) ? [] : after.flatMap(readSegment);
  return [{ field: 'name', value: name.name }, ...rests, ...more, ...parts];
}

/** Cuts at the signs between parts; names with a comma and places stay whole. */
function segmentsOf(text: string): string[] {
  const whole = text.trim();
  const [first = ''] = whole.split(separators);
  if (!/[\t|]/.test(whole) && isPlace(whole) && !personName(first)) return [whole];
  return text
    .split(separators)
    .flatMap(part => atParentheses(part))
    .flatMap(part => (isPlace(part) || isInverted(part) ? [part] : atCommas(part)))
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** "Bilbao, Spain" at the end of a list is one place. */
function atCommas(text: string): string[] {
  const parts = text.split(commas);
  const place = parts.findIndex((_, at) => at > 0 && isPlace(parts.slice(at).join(', ')));
  if (place === -1) return suffixed(parts);
  return [...suffixed(parts.slice(0, place)), parts.slice(place).join(', ')];
}

/** "Norte Roasters, S.L." and "Anna Koch, PhD" are one. */
function suffixed(parts: string[]): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    const last = kept.at(-1);
    if (last !== undefined && part.length < 12 && ending.test(part)) kept.splice(-1, 1, `${last}, ${part}`);
    else kept.push(part);
  }
  return kept;
}

const ending =
  /^(?:S\.?\s?[LAR]|GmbH|Inc|Ltd|LLC|Lda|Ltda|Ph\.?D|MBA|M\.?Sc|M\.?A|B\.?A|LL\.?M|M\.?D|CPA|Jr|Sr|Esq|CFA|PMP)\b\.?/i;

/** "Ruiz, Marta": a single family name, and given names. */
function isInverted(text: string): boolean {
  const [family = '', given = '', ...more] = text.trim().split(/\s*,\s*/u);
  if (more.length > 0 || !given || personName(family)?.sure !== 'single' || isOrganizationName(text))
    return false;
  return given.split(' ').length <= 2 && !isRole(given) && personName(`${given} ${family}`) !== undefined;
}

/** "Marta Ruiz (Norte Café)": furigana and pronouns in parentheses are nothing of their own. */
function atParentheses(text: string): string[] {
  const [, before = '', inner = '', after = ''] =
    /^(.*?)\s*[(（]([^()（）]{1,80})[)）](.*)$/u.exec(text) ?? [];
  if (!inner || /^(?:株|有|同|주|Pty|[A-Z]{2})$/.test(inner)) return [text];
  if (
    /^[\p{sc=Hiragana}\p{sc=Katakana}ー\s　]+$/u.test(inner) ||
    /^(?:she|he|they|er|sie|él|ella|elle|il)\b/i.test(inner)
  )
    return [before, after];
  return [before, inner, after];
}

const label = /^\p{L}[\p{L}\s.-]{0,24}[.:：]?$/u;

function readSegment(segment: string): Part[] {
  const text = segment.trim();
  const host = hostLink(text.replace(/^(?:web|www|url|homepage|website)\s*[:.]\s*/i, ''));
  if (host.length > 0) return host;
  if (label.test(text) && isWayLabel(text)) return [];
  const whole = partsOf(text);
  const isCompany = isOrganizationName(text) && !isRole(text);
  return !isCompany &&
    cjk.test(text) &&
    /[\s　]/.test(text) &&
    whole.every(({ field }) => field !== 'name' && field !== 'location')
    ? (easternParts(text) ?? whole)
    : whole;
}

const isWayLabel = (text: string): boolean => {
  const known = labelOf(text);
  return known === 'phone' || known === 'fax' || known === 'email' || known === 'link';
};

/** "営業部 部長 山田 太郎": a name of one or two words among others. */
function easternParts(text: string): Part[] | undefined {
  const words = text.split(/[\s　]+/u);
  const isName = (part: string): boolean => {
    const sure = personName(part)?.sure;
    return (sure === 'likely' || sure === 'possible') && !isOrganizationName(part) && !isRole(part);
  };
  for (const size of [2, 1]) {
    for (let at = words.length - size; at >= 0; at--) {
      const part = words.slice(at, at + size).join(' ');
      if (!isName(part) || !text.includes(part)) continue;
      const [before, after] = [words.slice(0, at), words.slice(at + size)];
      return [...grouped(before), ...partsOf(part), ...grouped(after)];
    }
  }
  return isRole(text) || isOrganizationName(text) ? undefined : grouped(words);
}

/** Words of one kind beside one another are one part. */
function grouped(words: string[]): Part[] {
  const kept: Part[] = [];
  for (const part of words.flatMap(partsOf)) {
    const last = kept.at(-1);
    const isSame = last !== undefined && last.field === part.field && part.field !== 'company';
    if (isSame) kept.splice(-1, 1, { ...last, value: `${last.value} ${part.value}` });
    else kept.push(part);
  }
  return kept;
}
