// Dates and times of vCard, in the forms of RFC 6350 and of ISO 8601.

const timestamp =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Milliseconds since 1970; undefined for what is no time of day or before 1970. Times without a zone are UTC. */
export function timeOf(text: string): number | undefined {
  const found = timestamp.exec(text.trim().slice(0, 50));
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map(digits => Number(digits ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(found[7] ?? 'Z');
  const isReal = month >= 1 && month <= 12 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isReal && hour <= 24 && minute <= 59 && second <= 60 && at >= 0 ? at : undefined;
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** As a timestamp of RFC 6350, which has whole seconds: `20261124T120000Z`. */
export const timestampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** A day as `1980-03-21`, or `--03-21` without its year; other texts as they are. */
export function readableDate(text: string): string {
  const [, year, month, day, time = ''] =
    /^(\d{4}|--)-?(\d\d)-?(\d\d)(?:T([\d:.,Zz+-]{1,25}))?$/.exec(text.slice(0, 60)) ?? [];
  if (!year) return text;
  const date = year === '--' ? `--${month}-${day}` : `${year}-${month}-${day}`;
  return /[1-9]/.test(time) ? `${date} ${time}` : date;
}
