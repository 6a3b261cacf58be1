// What a page says, made fit to be a value: one line, bounded, without invisible characters, and of its field.
import { parseAddress } from '../identity/email';
import { webLink } from '../identity/links';
import type { Found, Page } from './finding';

/** Line ends, tabs and blanks become one blank; what cannot be seen goes, but joiners inside of words stay. */
export function cleanText(text: string, max = 300): string | undefined {
  if (text.length > max * 8) return undefined;
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, sign =>
      sign === '\u200d' || sign === '\u200c' ? sign : '',
    )
    .replace(/ +/g, ' ')
    .trim();
  return clean && clean.length <= max ? clean : undefined;
}

/** Text that is shown as it is: neither markup nor code nor an address. */
export function plainValue(text: string, max = 160): string | undefined {
  const clean = cleanText(text, max);
  return clean && /[\p{L}\p{N}]/u.test(clean) && !/[<>{}]|:\/\/|javascript:/i.test(clean) ? clean : undefined;
}

/** The addresses of a `mailto:` link or of a field for addresses; none for a link that only sets a subject. */
export function emailValues(text: string): string[] {
  if (text.length > 2000) return [];
  const [list = ''] = text
    .trim()
    .replace(/^mailto:/i, '')
    .split('?');
  const addresses = readable(list)
    .split(/[,;]/)
    .flatMap(part => parseAddress(/<([^<>]+)>\s*$/.exec(part)?.[1] ?? part)?.address ?? []);
  return [...new Set(addresses.filter(address => !isMachine(address) && !nospam.test(address)))];
}

/** Put into an address so that it must be taken out by hand. */
const nospam = /REMOVE|NO-?SPAM|SPAMFREI|ENTFERNEN/;

/** Addresses of machines. */
const isMachine = (address: string): boolean =>
  /^(?:no-?reply|do-?not-?reply|mailer-daemon)@|@(?:[\w-]+\.)*(?:sentry\.io|sentry-next\.wixpress\.com|wixpress\.com)$/i.test(
    address,
  );

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Addresses by which a page is passed on, whoever's account it is: each is host and path together. */
const sharing = new RegExp(
  [
    String.raw`/(?:sharer|share|sharing|shareArticle|share-offsite|shareqq|share_to)(?:\.php|/|\?|$)`,
    String.raw`/intent/|/pin/create|/pinit|/submit(?:link)?\?|/dialog/(?:share|send|feed)|/home\?status=`,
    String.raw`/widgets/share|/spi/shares|/lineit/|/R/msg/|/cws/share|/entry/(?:add|panel)|/add(?:_post)?\?`,
    String.raw`(?:whatsapp\.com/send|wa\.me/)\/?\?(?:.*&)?text=|getpocket\.com/(?:save|edit)|addtoany\.|addthis\.|sharethis\.`,
  ].join('|'),
  'i',
);

/** True for an address that shares the page or composes a post, and so is nobody's. */
export const isShareLink = (link: string): boolean => sharing.test(link);

/** What programs read, and nobody visits. */
const feed = /\.(?:xml|rss|atom)(?:[?#]|$)|\/(?:feed|rss)\/?$/i;

/** The absolute address of the web in `text`; undefined for others, for those with a password, and for share links. */
export function linkValue(text: string, base?: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 2048 || /\s/.test(trimmed)) return undefined;
  const link = webLink(URL.parse(trimmed, base)?.href);
  if (!link || link.length > 2048 || isShareLink(link) || feed.test(link)) return undefined;
  const { username, password, hostname } = new URL(link);
  return username || password || !/[.:]|^localhost$/.test(hostname) ? undefined : link;
}

/** Against what the addresses in a page are read. */
export const baseOf = ({ document, url }: Page): string =>
  URL.parse(document.querySelector('base[href]')?.getAttribute('href') ?? '', url)?.href ?? url.href;

/** The values without those that were said before. */
export function distinct(values: Found[]): Found[] {
  const seen = new Set<string>();
  return values.filter(({ field, value }) => {
    const key = `${field} ${field === 'email' ? value.toLowerCase() : value}`;
    return !seen.has(key) && seen.add(key);
  });
}
