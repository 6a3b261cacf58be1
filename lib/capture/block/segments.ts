// Cutting a line at the signs between its parts; names with a comma, places and companies stay whole.
import { personName } from '../name-shape';
import { isRole } from '../role';
import { isOrganizationName, isPlace } from './part';

export const separators = /\t|\s*[|¦·•●▪‖／┃│]\s*|\s+[-–—~/]+\s+|\s*[;；]\s*|\s{2,}|\s*—\s*|[<>＜＞]/u;
export const commas = /\s*[,，、،]\s+|\s*[，、،]\s*/u;

/** Cuts at the signs between parts; names with a comma and places stay whole. */
export function segmentsOf(text: string): string[] {
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
  const parts = together(text.split(commas));
  const place = parts.findIndex((_, at) => at > 0 && isPlace(parts.slice(at).join(', ')));
  if (place === -1) return suffixed(parts);
  return [...suffixed(parts.slice(0, place)), parts.slice(place).join(', ')];
}

/** "O'Malley, Siobhán, Head of Events" begins with one name, "VP, Field Engineering" is one role. */
function together([first = '', second, ...more]: string[]): string[] {
  if (second === undefined) return [first];
  const isOne =
    isInverted(`${first}, ${second}`) || (isRole(first) && isRole(second) && !isOrganizationName(second));
  if (isOne) return [`${first}, ${second}`, ...more];
  return [first, ...together([second, ...more])];
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
  if (
    !inner ||
    (/^[^\s,，;|]/u.test(after) && isOrganizationName(after)) ||
    /^(?:株|有|同|주|Pty|[A-Z]{2})$/.test(inner)
  )
    return [text];
  if (
    /^[\p{sc=Hiragana}\p{sc=Katakana}ー\s　]+$/u.test(inner) ||
    /^(?:she|he|they|er|sie|él|ella|elle|il)\b/i.test(inner)
  )
    return [before, after];
  return [before, inner, after];
}
