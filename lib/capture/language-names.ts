// Languages as people call them, and the tags by which replies are chosen (BCP 47).

/** Languages whose names are understood when they are typed. */
const known =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

const nameIn = (reader: string | undefined, tag: string): string | undefined => {
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
};

/** "Spanish" for `es`, in the language of the reader (the browser's own unless given); the tag where it has no name. */
export const languageName = (tag: string, reader?: string): string => nameIn(reader, tag) ?? tag;

/** `es` for "Spanish", "español", "es" or "ES"; undefined for words that name no known language. */
export function languageTag(words: string, reader?: string): string | undefined {
  const wanted = words.trim().toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(wanted) && nameIn('en', wanted))
    return Intl.getCanonicalLocales(wanted)[0];
  return known.find(tag =>
    [reader, 'en', tag].some(language => nameIn(language, tag)?.toLowerCase() === wanted),
  );
}
