// Phone numbers: reading one, and the digits that somebody may look for it by.
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** The number, undefined when it is none. `country` (ISO 3166) reads numbers that have no country code. */
export function parsePhone(value: string, country?: string): PhoneNumber | undefined {
  if (value.length > 40) return undefined;
  const phone = parsePhoneNumberFromString(value, country as 'ES' | undefined);
  return phone?.isPossible() ? phone : undefined;
}

/** The digits of a number as dialled from abroad and at home, with the 0 before it where there is one. */
export function phoneDigits(value: string): string[] {
  const phone = parsePhone(value);
  if (!phone) return [digitsOf(value)];
  return [...new Set([digitsOf(phone.number), digitsOf(phone.formatNational()), phone.nationalNumber])];
}

/** The text with the groups of each number in it put together: `+34 (0)600 11` → `3460011`, `0034 600` → `34600`. */
export function joinPhoneDigits(text: string): string {
  return text
    .replace(/(\+[\d\s]*)\(0\)/g, '$1')
    .replace(/[+(]?\d[\d\s()./-]*\d/g, group => digitsOf(group).replace(/^00/, ''));
}
