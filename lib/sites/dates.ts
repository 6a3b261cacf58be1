// Dates as a page prints them: the time they state, or nothing where they could mean two.

const DAY = 86_400_000;
const MAX_TEXT = 80;
const TIME = /^(.+?),?\s(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap])\.?m\.?)?$/i;
const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const SLASHED = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/;
/** The zeros of Arabic, Persian, Devanagari and full-width digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

type Day = { year: number; month: number; day: number };

/**
 * The local time that `text` states, in milliseconds since 1970: a date with a time of day, or "today", "yesterday"
 * or a weekday of the last six days in `language`. Undefined for what could mean two days, and for the future.
 */
export function readDate(text: string, language: string, now: number): number | undefined {
  const [, date, hour, minute, second = '0', half] = TIME.exec(plain(text)) ?? [];
  const hours = hourOf(Number(hour), half?.toLowerCase());
  if (!date || hours === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  const day = numericDay(date);
  const wordDay = day ? undefined : namedDay(date, language, now);
  const { year, month, day: dayOfMonth } = day ?? wordDay ?? { year: 0, month: 0, day: 0 };
  const at = new Date(year, month - 1, dayOfMonth, hours, Number(minute), Number(second));
  if (year < 1970 || at.getMonth() !== month - 1 || at.getDate() !== dayOfMonth) return undefined;
  const latest = wordDay ? now + DAY / 24 : now + DAY;
  return at.getTime() >= 0 && at.getTime() <= latest ? at.getTime() : undefined;
}

/** The same text with the digits of other scripts as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/g, digit => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast(zero => zero <= code) ?? code));
  });
}

function plain(text: string): string {
  if (text.length > MAX_TEXT) return '';
  return plainDigits(text)
    .replace(/[\u200E\u200F\u061C]/g, '')
    .replace(/(\d)T(?=\d)/, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The hour of 0 to 23; undefined where there is none such. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** Dots stand between day and month, never between month and day; slashes stand in both orders. */
function numericDay(date: string): Day | undefined {
  const years = YEAR_FIRST.exec(date);
  if (years) return { year: Number(years[1]), month: Number(years[3]), day: Number(years[4]) };
  const dotted = DOTTED.exec(date);
  if (dotted) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
  const slashed = SLASHED.exec(date);
  const [first, second] = [Number(slashed?.[1]), Number(slashed?.[3])];
  const year = Number(slashed?.[4]);
  if (first > 12 && second <= 12) return { year, month: second, day: first };
  if (second > 12 && first <= 12) return { year, month: first, day: second };
  return undefined;
}

/** The one day of the last week that a word of the language names. */
function namedDay(word: string, language: string, now: number): Day | undefined {
  const locale = /\d/.test(word) ? undefined : localeOf(language);
  if (!locale) return undefined;
  const wanted = folded(word);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const found = [0, 1, 2, 3, 4, 5, 6].filter(ago => {
    if (ago < 2 && folded(relative.format(-ago, 'day')) === wanted) return true;
    // A week ago and today have the same weekday, so today's says nothing.
    return ago > 0 && weekdays(locale, before(now, ago)).includes(wanted);
  });
  const [ago] = found;
  if (ago === undefined || found.length > 1) return undefined;
  const day = before(now, ago);
  return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() };
}

function weekdays(locale: string, day: Date): string[] {
  return (['long', 'short'] as const).map(weekday => folded(day.toLocaleDateString(locale, { weekday })));
}

/** Noon of the day so many days ago: clocks that change do so at night. */
function before(now: number, days: number): Date {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - days, 12);
}

function localeOf(language: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language.replaceAll('_', '-')])[0];
  } catch {
    return undefined;
  }
}

function folded(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/[.,]/g, '').trim();
}
