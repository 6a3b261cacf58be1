// Time zones by the names of their cities.

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** All zones that the browser knows: `Europe/Madrid`. */
export const timeZones = (): string[] => Intl.supportedValuesOf('timeZone');

/** `Europe/Madrid` for "madrid" or for itself; undefined for words that name no zone. */
export function timeZoneOf(text: string): string | undefined {
  const wanted = fold(text.trim()).replaceAll(' ', '_');
  if (!wanted) return undefined;
  return timeZones().find(zone => fold(zone) === wanted || fold(zone).endsWith(`/${wanted}`));
}
