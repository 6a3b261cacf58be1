// When a mail says that it was sent: RFC 5322 with its obsolete forms, and the dates of mbox separators.
import { withoutComments } from './comments';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours; every other name of a zone is UTC, as RFC 5322 4.3 asks. */
const zoneHours = new Map(
  Object.entries({ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }),
);
const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const zone = /^([+-])(\d{2}):?(\d{2})$/;

/** Milliseconds since 1970; undefined where day, month, year or time is missing, impossible, or before 1970. */
export function readMailDate(text: string): number | undefined {
  const words = withoutComments(text.slice(0, 300))
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const clock = words.map(word => time.exec(word)).find(found => found !== null);
  const month = words.map(word => months.indexOf(word.slice(0, 3))).find(index => index !== -1);
  const [day, year] = words.filter(word => /^\d{1,4}$/.test(word));
  if (!clock || month === undefined || day === undefined || year === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map(part => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(fullYear(year), month, Number(day));
  date.setUTCHours(hours, minutes, seconds);
  const isReal = date.getUTCDate() === Number(day) && hours < 24 && minutes < 60 && seconds <= 60;
  const at = date.getTime() - offsetOf(words);
  return isReal && at >= 0 ? at : undefined;
}

/** Two digits are 1950 to 2049, three count from 1900 (RFC 5322 4.3). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

/** How far the stated zone is ahead of UTC, in milliseconds. */
function offsetOf(words: string[]): number {
  for (const word of words) {
    const [, sign, hours, minutes] = zone.exec(word) ?? [];
    if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    const named = zoneHours.get(word);
    if (named !== undefined) return named * 3_600_000;
  }
  return 0;
}
