// Is a text the name of a person? Only by how it is written: whoever asks has to know what stands around it.

import { labelOf } from './labels';
import { arabic, eastAsian, hebrew, korean, type PersonName } from './name-scripts';
import { neverInNames, nobody, particles, titlesAfter, titlesBefore } from './name-words';
import { hasRoleWord } from './role';

export type { PersonName };

const longest = 70;
const word = /^\p{Lu}[\p{L}\p{M}'’ʼ`.-]*$/u;
/** Streets are called after people. */
const street =
  /.{3}(?:straat|straße|strasse|str\.|weg|laan|plein|pad|gasse|allee|platz|gatan|vägen|kade|singel|gracht|steeg)$/iu;
const initial = /^(?:\p{Lu}\.?-?){1,3}$/u;

/** The person's name that the whole of `text` is; undefined where it is none, or too long to be one. */
export function personName(text: string): PersonName | undefined {
  if (text.length > longest * 2) return undefined;
  const name = trimmed(text);
  if (name.length < 2 || name.length > longest || /[\p{N}@#<>{}[\]=_+*%$€£¥!?？！。:：;；/\\|…]/u.test(name))
    return undefined;
  if (/^[«„“"「‹].*[»”"“」›]$/u.test(name) || name.split(' ').every(part => labelOf(part))) return undefined;
  if (labelOf(name) || nobody.test(name)) return undefined;
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々·•・\s]+$/u.test(name)) return eastAsian(name);
  if (/^[\p{sc=Han}·•]{2,}\s+[\p{Lu}][\p{L} .'-]+$/u.test(name)) return twoScripts(name);
  if (/^[\p{sc=Hangul}\s]+$/u.test(name)) return korean(name);
  if (/^[\p{sc=Arabic}\p{M}\s.'-]*\p{sc=Arabic}$/u.test(name)) return arabic(name);
  if (/^[\p{sc=Hebrew}\p{M}\s.'"״׳-]+$/u.test(name)) return hebrew(name);
  return western(name);
}

const trimmed = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[([](?:she|he|they|sie|er|ella|él|elle|il)\b[^)\]]*[)\]]\s*$/iu, '')
    .replace(/^[\s,;:|·•–—\p{Extended_Pictographic}-]+|[\s,;:|·•–—\p{Extended_Pictographic}\p{Mn}-]+$/gu, '')
    .replace(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\s*(?:さん|様|氏|先生|女士|教授|博士)$/u, '')
    .replace(/(?<=\p{sc=Hangul})\s*(?:님|씨)$/u, '')
    .trim();

function western(name: string): PersonName | undefined {
  const outer = name
    .replace(/\s*\([^()]{1,30}\)/gu, ' ')
    .replace(/["“”„«»'‘’]([\p{L} ]{2,20})["“”«»'‘’](?=\s|$)/gu, '$1');
  const [main = '', ...after] = outer.split(/\s*,\s*/u);
  const suffixes = after.filter(part => part.split(' ').every(isAfter));
  if (suffixes.length < after.length) {
    const [given = ''] = after;
    const own = after.filter(part => !suffixes.includes(part));
    const isShort =
      main.split(' ').filter(one => !particles.has(bare(one))).length <= 2 &&
      given.split(' ').length <= 2 &&
      given.replace(/\P{L}/gu, '').length > 2;
    if (own.length !== 1 || own[0] !== given || !isShort) return undefined;
    return westernWords(`${given} ${main}`, false) && { name, sure: 'possible' };
  }
  const sure = westernWords(main, suffixes.length > 0);
  return sure && { name, sure };
}

const bare = (part: string): string => part.toLowerCase().replace(/\.$/, '');
const isAfter = (part: string): boolean =>
  titlesAfter.has(bare(part)) || titlesAfter.has(bare(part).replaceAll('.', ''));
const isBefore = (part: string): boolean =>
  titlesBefore.has(bare(part)) ||
  (/^\p{L}+\.(?:-?\p{L}+\.)*$/u.test(part) && titlesBefore.has(bare(part).replaceAll('.', '')));

function westernWords(main: string, hasSuffix: boolean): PersonName['sure'] | undefined {
  const all = main.split(/\s+/u).filter(Boolean);
  const words = withoutTitles(all);
  if (!mayBeName(words)) return undefined;
  const names = words.filter(
    one => (word.test(one) && !initial.test(one) && !particles.has(one)) || elided.test(one),
  );
  const initials = words.filter(one => initial.test(one) && !names.includes(one));
  const small = words.filter(
    one => particles.has(bare(one)) && !names.includes(one) && !initials.includes(one),
  );
  if (names.length + initials.length + small.length < words.length) return undefined;
  if (names.length === 0 || names.length > 5 || small.includes(words.at(-1) ?? '') || isCamel(names))
    return undefined;
  const hasTitle = all[0] !== words[0];
  if (names.length === 1 && initials.length === 0) {
    if (hasTitle && small.length === 0) return 'likely';
    return words.length === 1 && (words[0]?.length ?? 0) > 1 ? 'single' : undefined;
  }
  const isMarked = names.length > 1 && (initials.length > 0 || isNamePart(small));
  return hasTitle || hasSuffix || isMarked ? 'likely' : 'possible';
}

/** "d'Estienne", "al-Harthi" */
const elided = /^(?:d|l|o|al|el|bin)['’-]\p{Lu}/u;

function withoutTitles(all: string[]): string[] {
  let words = all;
  while (words.length > 1 && isBefore(words[0] ?? '') && (words[0]?.endsWith('.') || words.length > 2))
    words = words.slice(1);
  while (words.length > 2 && isAfter(words.at(-1) ?? '')) words = words.slice(0, -1);
  return words;
}

/** No word of them is one that names never have, none is there twice, and none is cut off by a full stop. */
function mayBeName(words: string[]): boolean {
  const isNever = (one: string) =>
    neverInNames.has(bare(one)) && !particles.has(bare(one)) && !/^\p{Lu}\.?$/u.test(one);
  const isCut = (one: string) =>
    /\p{L}\.\p{L}{2}/u.test(one) || (/\.$/.test(one) && !initial.test(one) && one.length > 4);
  if (words.length > 7 || words.some(one => one.length > 24 || isNever(one) || isCut(one))) return false;
  return (
    new Set(words.map(bare)).size === words.length &&
    !street.test(words.at(-1) ?? '') &&
    !hasRoleWord(words.join(' '))
  );
}

const isNamePart = (small: string[]): boolean =>
  small.some(one => /^(?:von|van|bin|bint|ibn|der|ter)$/u.test(one));
/** "JavaScript", "GitHub": capitals inside of words are of brands, but for Mc, Mac, De, Di, O' and hyphens. */
const isCamel = (names: string[]): boolean =>
  names.some(
    one =>
      one !== one.toUpperCase() &&
      /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(
        one.replace(/(?:Mc|Mac|De|Di|Le|La|Van|Fitz|Du|Del|Ó|O)(?=\p{Lu})/gu, ''),
      ),
  );

const twoScripts = (name: string): PersonName | undefined => {
  const [han = '', ...latin] = name.split(' ');
  const first = eastAsian(han);
  const second = latin.length === 0 ? undefined : westernWords(latin.join(' '), false);
  return first && second ? { name, sure: 'likely' } : undefined;
};
