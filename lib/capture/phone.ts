// Phone numbers of a page in one form: `+34944123456`, with `;ext=12` where there is an extension.
import { findPhoneNumbersInText, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/min';
import { parsePhone } from '../identity/phone';

export type PhonePlace = { value: string; start: number; end: number };

const extension =
  /[\s,;(（]*(?:内線|分机|分機|转|轉|DW|Durchwahl|Dw\.|poste|interno|int\.|ramal|extensi[oó]n|anexo|تحويلة|داخلي)\s*[:.：]?\s*(\d{1,7})\s*[)）]?\s*$/iu;

const written = ({ number, ext }: Pick<PhoneNumber, 'number' | 'ext'>): string =>
  ext ? `${number};ext=${ext}` : number;

/**
 * The valid number that the whole of `text` is, as a person or a `tel:` link writes it. `country` (ISO 3166) reads
 * numbers without a country code.
 */
export function phoneValue(text: string, country?: string): string | undefined {
  if (text.length > 200) return undefined;
  const bare = readable(text.trim().replace(/^(?:tel|callto|sms):(?:\/\/)?/i, ''))
    .replace(/[\p{Cf}]/gu, '')
    .replace(extension, ' ext. $1')
    .trim();
  if (!/^[+＋(（\d\p{Nd}]/u.test(bare) || /[^\p{Nd}\s+＋()（）./·‐-―－－;=,x#\p{L}-]/iu.test(bare))
    return undefined;
  const phone = parsePhone(bare, known(country)) ?? parsePhone(bare.replace(/^00\s*/, '+'));
  return phone?.isValid() ? written(phone) : undefined;
}

/** Every valid number in a text and where it stands, in their order. */
export function phonesIn(text: string, country?: string): PhonePlace[] {
  const bounded = text.slice(0, 20_000).replace(/(?<!\p{L}|[\p{Nd}+)./-]\s{0,2})00(?=[1-9]\d)/gu, ' +');
  return findPhoneNumbersInText(bounded, known(country)).map(({ number, startsAt, endsAt }) => ({
    value: written(number),
    start: startsAt,
    end: endsAt,
  }));
}

const known = (country: string | undefined) => (country && isSupportedCountry(country) ? country : undefined);

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
