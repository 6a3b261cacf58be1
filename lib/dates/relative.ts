// Dates for people: relative for a week, then day and month; everything through Intl.
import { dateFormat, relativeFormat } from './formats';

const day = 86_400_000;
const startOfDay = (at: number | Date) => new Date(at).setHours(0, 0, 0, 0);
/** Whole calendar days from `now` to `at`; daylight saving does not count. */
const daysBetween = (at: number, now: Date) => Math.round((startOfDay(at) - startOfDay(now)) / day);

/** "2 hours ago", "yesterday", "Thu", then "9 Nov", then with the year. `at` in ms. */
export function relativeDate(at: number, now: Date, locale?: string): string {
  const days = daysBetween(at, now);
  const relative = relativeFormat(locale);
  if (days === 0) {
    const minutes = Math.round((at - now.getTime()) / 60_000);
    if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
    return relative.format(Math.round(minutes / 60), 'hour');
  }
  if (Math.abs(days) === 1) return relative.format(days, 'day');
  const date = new Date(at);
  if (Math.abs(days) < 7) return dateFormat(locale, { weekday: 'short' }).format(date);
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return dateFormat(locale, { day: 'numeric', month: 'short', year }).format(date);
}

/** The heading an event stands under: today, this month, or the month. */
export function monthGroup(at: number, now: Date, locale?: string): string {
  const date = new Date(at);
  if (daysBetween(at, now) === 0) return 'Today';
  const sameYear = date.getFullYear() === now.getFullYear();
  if (sameYear && date.getMonth() === now.getMonth()) return 'This month';
  return dateFormat(locale, { month: 'long', year: sameYear ? undefined : 'numeric' }).format(date);
}

/** Date and time in full, for titles. */
export function fullDate(at: number, locale?: string): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
}

/** When a follow-up is due: "Today, 10:00", "tomorrow, 09:00", "3 days late". */
export function dueText(at: number, now: Date, locale?: string): string {
  const days = daysBetween(at, now);
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`;
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  if (days === 0) return at < now.getTime() ? `Today, ${time}, late` : `Today, ${time}`;
  if (days === 1) return `Tomorrow, ${time}`;
  return `${dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at))}, ${time}`;
}

/** A day to come: "Today", "Tomorrow", "Thursday 5 March". `at` in ms. */
export function dayAhead(at: number, now: Date, locale?: string): string {
  const days = daysBetween(at, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'short' }).format(new Date(at));
}

/** True once the due time has passed. */
export const isLate = (at: number, now: Date) => at < now.getTime();

/** The time in an IANA zone and the name of its city; undefined for unknown zones. */
export function localTime(
  timeZone: string,
  now: Date,
  locale?: string,
): { text: string; city: string } | undefined {
  try {
    const text = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
    return { text, city: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ') };
  } catch {
    return undefined;
  }
}
