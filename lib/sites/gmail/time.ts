// When a Gmail message arrived: its id says it, in every language and time zone.
import { plainDigits } from '../dates';

const DAY = 86_400_000;
const GMAIL_BEGAN = Date.UTC(2004, 3, 1);

/**
 * Milliseconds since 1970 from an id of 16 hex digits (the upper 44 bits); undefined for other ids, for times that
 * can't be, and where the date that the page prints is of another year.
 */
export function timeOf(id: string | undefined, printed: string | undefined, now: number): number | undefined {
  if (!id || !/^[0-9a-f]{16}$/.test(id)) return undefined;
  const at = Number(BigInt(`0x${id}`) >> 20n);
  if (at < GMAIL_BEGAN || at > now + DAY) return undefined;
  const stated = yearsIn(printed ?? '', now);
  const year = new Date(at).getUTCFullYear();
  // Around New Year, the local year is another one.
  return stated.length === 0 || stated.some(other => Math.abs(other - year) <= 1) ? at : undefined;
}

/** The years of our calendar that a text states; those of other calendars (2569, 1448) say nothing here. */
function yearsIn(text: string, now: number): number[] {
  const latest = new Date(now).getUTCFullYear() + 10;
  const numbers = plainDigits(text.slice(0, 200)).match(/\d+/g) ?? [];
  return numbers
    .filter(digits => digits.length === 4)
    .map(Number)
    .filter(year => year >= 1970 && year <= latest);
}
