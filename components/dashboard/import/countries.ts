// Countries to choose from, by the names that the browser knows.

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes with a name that are no country: unions, pseudo locales, "unknown", and those that others replaced. */
const noCountry = 'AN BU CS DD EU EZ FX NT QO QU SU TP UN XA XB YD YU ZR ZZ'.split(' ');

/** All countries by name, each with its two letters (ISO 3166). */
export function countries(locale?: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return letters
    .flatMap(first => letters.map(second => `${first}${second}`))
    .filter(code => !noCountry.includes(code))
    .map(code => ({ code, name: names.of(code) ?? code }))
    .filter(({ code, name }) => name !== code)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
