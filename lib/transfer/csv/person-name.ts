// One name out of its parts, in the order in which the person's language puts them.

export type NameParts = Partial<
  Record<'prefix' | 'firstName' | 'middleName' | 'lastName' | 'suffix', string>
>;

const han = /\p{sc=Han}/u;
const kana = /\p{sc=Hiragana}|\p{sc=Katakana}/u;
const katakana = /^[\p{sc=Katakana}ー・\s]+$/u;
const hangul = /\p{sc=Hangul}/u;

/** Languages whose names begin with the family name. */
const familyFirst = /^(?:zh|ja|ko|hu|vi)\b/i;

/**
 * The whole name. Names in Chinese, Japanese and Korean letters begin with the family name and have no blank; foreign
 * names in Katakana keep their order. Hungarian and Vietnamese ones begin with it where the table is written so, or the
 * person's `language` (BCP 47) says so.
 */
export function joinedName(
  parts: NameParts,
  order: 'given-first' | 'family-first',
  language?: string,
): string {
  const { prefix = '', firstName = '', middleName = '', lastName = '', suffix = '' } = parts;
  const given = [firstName, middleName].filter(part => part !== '').join(' ');
  return [prefix, together(given, middleName, firstName, lastName, order, language), suffix]
    .filter(part => part !== '')
    .join(' ');
}

function together(
  given: string,
  middle: string,
  first: string,
  family: string,
  order: 'given-first' | 'family-first',
  language = '',
): string {
  if (given === '' || family === '') return given || family;
  if (katakana.test(given) && katakana.test(family)) return `${given}・${family}`;
  if (hasNoBlanks(given) && hasNoBlanks(family)) return `${family}${given.replaceAll(' ', '')}`;
  if (/^vi\b/i.test(language)) return [family, middle, first].filter(part => part !== '').join(' ');
  if (order === 'family-first' || familyFirst.test(language)) return `${family} ${given}`;
  return `${given} ${family}`;
}

/** Written in letters that stand without blanks between the parts of a name. */
const hasNoBlanks = (part: string) =>
  !/\p{sc=Latin}|\p{sc=Cyrillic}/u.test(part) && (han.test(part) || kana.test(part) || hangul.test(part));
