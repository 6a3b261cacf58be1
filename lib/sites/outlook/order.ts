// Which of two mails is the later one: Outlook shows a conversation in either order.
import { plainDigits } from '../dates';

const DAY = /(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})/;
const TIME = /(\d{1,2})[:.](\d{2})(?!.*\d[:.]\d{2})/;
const AFTERNOON = /p\.?\s?m/i;
const FORENOON = /a\.?\s?m/i;

/** Whether a time is later than another, whichever way their days are read; false where that can't be said. */
export function isLater(time: string, other: string): boolean {
  const others = readingsOf(other);
  const pairs = readingsOf(time).map((value, place) => [value, others[place]] as const);
  return pairs.length > 0 && pairs.every(([a, b]) => b !== undefined && a > b);
}

/** What a time may mean, as numbers that grow with it; one for each way to read its day. */
function readingsOf(text: string): number[] {
  const plain = plainDigits(text.slice(0, 80));
  const [day = '', ...parts] = DAY.exec(plain) ?? [];
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  if (!day) return [];
  const minute = minuteOf(plain.replace(day, ' '));
  if (a > 31) return [a, a].map(year => at(year, b, c, minute));
  return [at(c, b, a, minute), at(c, a, b, minute)];
}

const at = (year: number, month: number, day: number, minute: number) =>
  ((year * 100 + month) * 100 + day) * 1440 + minute;

/** The minute of the day. */
function minuteOf(text: string): number {
  const [, hour = '0', minute = '0'] = TIME.exec(text) ?? [];
  const half = AFTERNOON.test(text) || FORENOON.test(text) ? Number(hour) % 12 : Number(hour);
  return (half + (AFTERNOON.test(text) ? 12 : 0)) * 60 + Number(minute);
}
