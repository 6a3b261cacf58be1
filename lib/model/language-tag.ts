// What a language tag is, such as `es` or `pt-BR`.

/** True for a text that BCP 47 allows as a tag by its structure; whether anybody speaks it is not asked. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
