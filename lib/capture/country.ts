// In which country a page is at home, by which its national phone numbers are read; only where that is evident.
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Page } from './finding';

const countries = new Set<string>(getCountries());
/** Endings that stand for a country and are sold to everybody. */
const soldEverywhere = new Set(
  'io co tv me ai fm ly to gg cc ws la sh ac im vc nu tk ml ga cf gl am cx gd ms pw sc st tc vg bz ag mn cd dj su je fo'.split(
    ' ',
  ),
);
/** Languages that one country speaks. */
const oneCountry: Record<string, string> = {
  ja: 'JP',
  ko: 'KR',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  hu: 'HU',
  fi: 'FI',
  da: 'DK',
  nb: 'NO',
  no: 'NO',
  he: 'IL',
  tr: 'TR',
  is: 'IS',
  lt: 'LT',
  lv: 'LV',
  et: 'EE',
  bg: 'BG',
  th: 'TH',
  vi: 'VN',
  uk: 'UA',
};
/** Languages in which pages write the names of countries. */
const written = ['en', 'es', 'de', 'fr', 'pt', 'it', 'zh', 'ja', 'ar', 'nl', 'pl'];
const shortNames: Record<string, string> = {
  usa: 'US',
  'u.s.a.': 'US',
  us: 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  uae: 'AE',
  中国: 'CN',
};

let names: Map<string, string> | undefined;

/** The code of a country that is written as a code or by its name in one of eleven languages. */
export function countryNamed(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(name) && countries.has(name.toUpperCase())) return name.toUpperCase();
  if (name.length < 2 || name.length > 60) return undefined;
  names ??= new Map([
    ...written.flatMap(language => {
      const display = new Intl.DisplayNames([language], { type: 'region' });
      return [...countries].map(code => [(display.of(code) ?? code).toLowerCase(), code] as const);
    }),
    ...Object.entries(shortNames),
  ]);
  return names.get(name);
}

/** The one that all agree on. */
function agreed(codes: (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(codes.filter(code => code !== undefined));
  return others.length === 0 ? first : undefined;
}

const mostLooked = 200;
const first = (document: Document, selector: string): Element[] =>
  [...document.querySelectorAll(selector)].slice(0, mostLooked);

function ofAddresses(document: Document): string | undefined {
  const inMarkup = first(document, '[itemprop="addressCountry"], .country-name, .p-country-name').map(
    element => element.getAttribute('content') ?? element.textContent.slice(0, 80),
  );
  const inData = first(document, 'script[type="application/ld+json"]')
    .slice(0, 20)
    .flatMap(script => [
      ...script.textContent
        .slice(0, 500_000)
        .matchAll(/"addressCountry"\s*:\s*(?:"([^"]{2,60})"|\{[^{}]{0,200}?"name"\s*:\s*"([^"]{2,60})")/g),
    ])
    .map(([, code, name]) => code ?? name ?? '');
  return agreed([...inMarkup, ...inData].map(countryNamed));
}

function ofHost(host: string): string | undefined {
  const ending = host.split('.').at(-1) ?? '';
  if (ending === 'uk') return 'GB';
  // Given to universities and offices of the United States alone.
  if (['edu', 'gov', 'mil'].includes(ending)) return 'US';
  return soldEverywhere.has(ending) ? undefined : ofCode(ending);
}

const ofCode = (code: string): string | undefined =>
  countries.has(code.toUpperCase()) ? code.toUpperCase() : undefined;

function ofTag(tag: string): string | undefined {
  const [language = '', ...parts] = tag.trim().slice(0, 35).split(/[-_]/);
  const region = parts.find(part => /^[A-Za-z]{2}$/.test(part));
  return region ? ofCode(region) : oneCountry[language.toLowerCase()];
}

function ofNumbers(document: Document): string | undefined {
  const numbers = first(document, 'a[href^="tel:+"], a[href^="tel:00"]').map(link =>
    parsePhoneNumberFromString((link.getAttribute('href') ?? '').slice(4, 60).replace(/^00/, '+')),
  );
  return agreed(numbers.map(number => number?.country));
}

/**
 * ISO 3166 code, best evidence first: the addresses in the page's data, the ending of its host, its language where that
 * names a region, its international numbers. `en-US` comes last: most software that makes pages says it unasked.
 */
export function pageCountry(document: Document, url: URL): string | undefined {
  const language = document.documentElement.getAttribute('lang') ?? '';
  const locale =
    document.querySelector('meta[property="og:locale"]')?.getAttribute('content')?.slice(0, 35) ?? '';
  const careful = [language, locale].filter(tag => !/^en[-_]us$/i.test(tag));
  return (
    ofAddresses(document) ??
    ofHost(url.hostname) ??
    careful.map(ofTag).find(code => code !== undefined) ??
    ofNumbers(document) ??
    ofTag(language) ??
    ofTag(locale)
  );
}

const known = new WeakMap<Page, { country: string | undefined }>();

/** The country by which this reading of a page reads national numbers: what the page says, else the user's own. */
export function countryOf(page: Page): string | undefined {
  const before = known.get(page);
  if (before) return before.country;
  const country = pageCountry(page.document, page.url) ?? page.country;
  known.set(page, { country });
  return country;
}
