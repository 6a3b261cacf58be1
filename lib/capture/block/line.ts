// One line of a pasted text in its parts.
import { cjk } from '../../identity/names';
import { type Label, labelled, labelOf } from '../labels';
import { personName } from '../name-shape';
import { isRole } from '../role';
import { plainValue } from '../values';
import { isOrganizationName, type Part, partsOf } from './part';
import { commas, segmentsOf, separators } from './segments';
import { hostLink, takeWays } from './ways';

export type Line = {
  parts: Part[];
  /** It has a number or a dot of a list before it. */
  isItem: boolean;
  /** Who holds the role that the line begins with. */
  officers?: Part[][];
  /** A label alone: what it speaks of stands on the next line. */
  label?: Label;
};

const bullet = /^\s*(?:[*•●▪‣◦▸►✓·]|[-–—](?=\s)|\(?\p{Nd}{1,3}[.)、）](?!\p{Nd})|[a-z]\))\s*/iu;
const mailHead =
  /^\s*(?:from|to|cc|bcc|von|an|de|para|à|cc|da|a|reply-to|发件人|收件人|抄送|差出人|宛先|من|إلى)\s*[:：]\s*/iu;
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
  if (said && !label) {
    const officers = officersIn(said.label, said.value);
    if (officers) return { parts: officers.length === 1 ? officers.flat() : [], isItem, officers };
    // "apologies: Ms Ana Prat, Cascada": whatever the label means, a name stands after it.
    const named = personName(said.value.split(commas)[0] ?? '');
    if (named?.sure === 'likely') return { ...readLine(said.value, country), isItem };
  }
  const alone = labelOf(bare);
  if (alone && !/\p{Nd}/u.test(bare) && bare.trim().length > 1) return { parts: [], isItem, label: alone };
  if (before && isOfField(before)) return { parts: partsUnder(before, bare, country), isItem };
  const { parts, rest } = takeWays(bare, country, before === 'fax');
  return { parts: [...restParts(rest), ...parts], isItem };
}

function restParts(rest: string): Part[] {
  const [, own = '', latin = ''] = writtenTwice.exec(rest.trim()) ?? [];
  if (own && personName(latin)) return [{ field: 'name', value: own }];
  return segmentsOf(rest).flatMap(readSegment);
}

/** A name in its own writing and in Latin letters. */
const writtenTwice =
  /^(\p{sc=Han}{2,4}|\p{sc=Hangul}{2,5}|\p{sc=Hangul}{1,2}\s\p{sc=Hangul}{1,3})\s+(\p{Lu}[\p{L} .'-]{2,40})$/u;

/** "Managing directors: Ana Prat, Lee Park": a role, and nothing but names. */
function officersIn(role: string, names: string): Part[][] | undefined {
  const each = names.split(commas).map(name => personName(name)?.name);
  if (!isRole(role) || each.length > 8) return undefined;
  const known = each.filter(name => name !== undefined);
  if (known.length < each.length) return undefined;
  return known.map(name => [
    { field: 'name', value: name },
    { field: 'title', value: role },
  ]);
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

const label = /^\p{L}[\p{L}\s.-]{0,24}[.:：]?$/u;

function readSegment(segment: string): Part[] {
  const text = segment.trim();
  const host = hostLink(text.replace(/^(?:web|www|url|homepage|website)\s*[:.]\s*/i, ''));
  if (host.length > 0) return host;
  if ((label.test(text) && isWayLabel(text)) || /^[（(]?(?:代表|直通|大代表|代)[）)]?$/.test(text)) return [];
  const own = text.replace(/^(?:i\.\s?[AV]\.|pp[aA]?\.|p\.\s?[pPoO]\.)\s+/u, '');
  const whole = partsOf(own);
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

/** Words of one kind with nothing but a blank between them are one part. */
function grouped(words: string[]): Part[] {
  const whole = words.join(' ');
  const kept: Part[] = [];
  for (const part of words.flatMap(partsOf)) {
    const last = kept.at(-1);
    const both = `${last?.value} ${part.value}`;
    const isSame = last?.field === part.field && part.field !== 'company' && whole.includes(both);
    if (last && isSame) kept.splice(-1, 1, { ...last, value: both });
    else kept.push(part);
  }
  return kept;
}
