// Names: what a person is called by `FN`, or by the parts of `N`.
import { nameWords } from '../../identity/names';
import { type Property, preferredFirst } from './property';
import { oneLine, splitEscaped, unescaped } from './text';

/** Scripts that write the family name first, without a blank. */
const joined = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー々・]+$/u;
/** Languages in which the family name comes first, whatever the script. */
const familyFirst = /^(?:hu|ja|km|ko|mn|vi|zh|yue)(?:-|$)/i;

/** The name in one line that the parts of `N` make, in the order of its language. Empty where all parts are. */
export function composedName(property: Property, isOld: boolean): string {
  const parts = splitEscaped(property.value, ';').map(part =>
    (isOld ? [part] : splitEscaped(part, ',')).map(word => oneLine(unescaped(word, isOld))).filter(Boolean),
  );
  const [family = [], given = [], middle = [], before = [], after = [], second = [], generation = []] = parts;
  // RFC 9554 says a second surname and a generation twice.
  const families = [...new Set([...family, ...second])];
  const last = [...new Set([...after, ...generation])];
  const [familyName, givenName] = [families.join(' '), [...given, ...middle].join(' ')];
  const language = property.parameters.get('LANGUAGE')?.[0] ?? '';
  if (joined.test(familyName + givenName)) return [...before, familyName + givenName, ...last].join(' ');
  const isFamilyFirst = familyFirst.test(language);
  const core = isFamilyFirst ? [familyName, givenName] : [givenName, familyName];
  return [...before, ...core, ...last].filter(Boolean).join(' ');
}

/** `name`: what the person is called. `others`: further names that say something else. */
export function namesOf(
  properties: readonly Property[],
  isOld: boolean,
): { name?: string; others: string[] } {
  const written = preferredFirst(properties.filter(({ name }) => name === 'FN')).map(({ value }) =>
    oneLine(unescaped(value, isOld)),
  );
  const parts = properties.find(({ name }) => name === 'N');
  const composed = parts ? composedName(parts, isOld) : '';
  const [name, ...others] = [...written, composed].filter(Boolean);
  if (!name) return { others: [] };
  const known = new Set(nameWords(name));
  return { name, others: others.filter(other => !nameWords(other).every(word => known.has(word))) };
}
