// Does a page say a value? Nothing that it doesn't say may come out of it.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Found } from '../../lib/capture/finding';

const digits = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/\D/g, '');
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, '')
    .toLowerCase();

/** The text of the page, and its source with entities and escapes read. */
function texts(html: string, document: Document): string {
  const entities = new DOMParser().parseFromString(
    `<textarea>${html.replaceAll('<', '&lt;')}</textarea>`,
    'text/html',
  );
  const escaped = html
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\/', '/');
  const hidden = [...html.matchAll(/(?:data-cfemail="|email-protection#)([\da-f]+)/g)]
    .map(([, code = '']) => decoded(code))
    .join(' ');
  return plain(
    `${hidden} ${html} ${escaped} ${entities.body.textContent} ${document.documentElement.textContent}`,
  );
}

/** An address as Cloudflare hides it: each byte is changed by the first. */
const decoded = (code: string) =>
  (code.match(/../g) ?? [])
    .map(two => Number.parseInt(two, 16))
    .map((byte, at, all) => (at === 0 ? '' : String.fromCharCode(byte ^ (all[0] ?? 0))))
    .join('');

const cache = new WeakMap<Document, { text: string; digits: string }>();

/** True where a value stands on the page as it is, or is put together from parts that all stand there. */
export function isSaid(
  { field, value, guessed }: Found,
  html: string,
  document: Document,
  url: URL,
): boolean {
  const known = cache.get(document) ?? {
    text: texts(html, document),
    digits: digits(`${html} ${document.documentElement.textContent}`),
  };
  cache.set(document, known);
  const text = plain(value);
  if (known.text.includes(text)) return true;
  if (field === 'phone')
    return known.digits.includes(String(parsePhoneNumberFromString(value)?.nationalNumber));
  if (field === 'link') return saysLink(value, known.text, url);
  if (field === 'email')
    return (
      text.split(/[@.]/).every(part => known.text.includes(part)) &&
      (guessed === true ||
        hasElementInside(text, html) ||
        known.text.includes(encodeURIComponent(text)) ||
        known.text.includes(text.replace('@', '%40')))
    );
  if (field === 'location') return value.split(/[,，]?\s+/).every(part => known.text.includes(plain(part)));
  return field === 'name' && value.split(/\s+/).every(part => known.text.includes(plain(part)));
}

/** The address with one element in its midst, which the page may hide: `marta<span>NOSPAM</span>@norte.example`. */
function hasElementInside(address: string, html: string): boolean {
  const bare = plain(html).replace(/<(\w+)[^<>]*>[^<>]*<\/\1>(?=@)/g, '');
  return bare.includes(address);
}

function saysLink(value: string, text: string, base: URL): boolean {
  const { pathname, search, hash, origin } = new URL(value);
  if (origin === base.origin && text.includes(plain(pathname + search + hash))) return true;
  const written = [
    value,
    value.replace(/\/$/, ''),
    decodeURI(value),
    value.replace(/^https?:/, ''),
    pathname.split('/').pop() || value,
  ];
  return written.some(one => text.includes(plain(one).replaceAll('&', '&amp;')) || text.includes(plain(one)));
}
