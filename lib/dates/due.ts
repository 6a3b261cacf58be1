// Reading a due date as people type it: "Fri", "in 2 weeks", "mañana 10:00", "25.12.".

export type Due = { /** ms */ at: number; hasTime: boolean };

/** Folded words for weekdays and months, beginning with Sunday and January, in English, Spanish and German. */
const weekdays = [
  'sun domingo dom sonntag so',
  'mon lunes lun montag mo',
  'tue martes mar dienstag di',
  'wed miercoles mie mittwoch mi',
  'thu jueves jue donnerstag do',
  'fri viernes vie freitag fr',
  'sat sabado sab samstag sa',
];
const months = [
  'jan ene januar',
  'feb febrero februar',
  'mar marzo marz',
  'apr abr abril',
  'may mayo mai',
  'jun junio juni',
  'jul julio juli',
  'aug ago agosto',
  'sep sept septiembre',
  'oct octubre oktober okt',
  'nov noviembre',
  'dec dic diciembre dezember dez',
];
const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
};
const units: [RegExp, 'day' | 'week' | 'month'][] = [
  [/^(d|days?|dias?|tag|tage|tagen)$/, 'day'],
  [/^(w|weeks?|semanas?|woche|wochen)$/, 'week'],
  [/^(months?|mes|meses|monat|monate|monaten)$/, 'month'],
];

const spans: [RegExp, number][] = [
  [/^(min|mins|minutes?|minutos?|minuten?)$/, 60_000],
  [/^(h|hours?|horas?|stunden?)$/, 3_600_000],
];

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const indexIn = (lists: string[], word: string) =>
  lists.findIndex(list =>
    list
      .split(' ')
      .some(known => word === known || (known.length === 3 && word.length > 3 && word.startsWith(known))),
  );

/**
 * The moment a text means, at 9:00 local time where it says none; undefined when it means none or one in the past. A
 * weekday is the next one after today; a date without year is the next such date. `locale` (the browser's own unless
 * given) says whether 3/4 is the third of April or the fourth of March.
 */
export function parseDue(text: string, now: Date, locale?: string): Due | undefined {
  if (text.length > 60) return undefined;
  let rest = fold(text.trim());
  const soon = readMoment(rest, now);
  if (soon) return { at: soon, hasTime: true };
  const time = /(?:^|\s)(?:at|a las|um)?\s*(\d{1,2})(?::(\d{2})\s*(am|pm)?|\s*(am|pm|h|uhr))(?=\s|$)/.exec(
    rest,
  );
  if (time) rest = rest.replace(time[0], ' ').trim();
  const hour = time ? toHour(Number(time[1]), time[3] ?? time[4]) : 9;
  const minute = Number(time?.[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const date =
    rest === '' && time
      ? nextTime(hour, minute, now)
      : readDate(rest.replace(/^(on|el|am|next|proximo|nachsten?|nachste[rn]?)\s+/, ''), rest, now, locale);
  if (!date) return undefined;
  const at = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour, minute).getTime();
  return at > now.getTime() ? { at, hasTime: time !== null } : undefined;
}

const countOf = (word = '') => (/^\d+$/.test(word) ? Number(word) : numbers[word]);
const spanPattern = /^(?:in|en|dentro de)?\s*(\d{1,3}|[a-z]+)\s*([a-z]+)$/;

/** "In 30 minutes", "in an hour": a moment counted from now, in ms. */
function readMoment(text: string, now: Date): number | undefined {
  if (/^(in )?half an hour$/.test(text)) return now.getTime() + 30 * 60_000;
  const span = spanPattern.exec(text);
  const count = countOf(span?.[1]);
  const unit = spans.find(([pattern]) => pattern.test(span?.[2] ?? ''))?.[1];
  // "10 h" is a time of day, "in 10 h" is not.
  const isTime = span?.[2] === 'h' && !/^(in|en|dentro de) /.test(text);
  return count && unit && !isTime ? now.getTime() + count * unit : undefined;
}

const toHour = (hour: number, half: string | undefined) =>
  half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;

function nextTime(hour: number, minute: number, now: Date): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
  return today > now ? today : plus(now, 1);
}

const plus = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);

/** The same day of a later month, or the last day of a month that is too short for it. */
function plusMonths(now: Date, count: number): Date {
  const last = new Date(now.getFullYear(), now.getMonth() + count + 1, 0, 12);
  return new Date(last.getFullYear(), last.getMonth(), Math.min(now.getDate(), last.getDate()), 12);
}

function readDate(text: string, whole: string, now: Date, locale?: string): Date | undefined {
  if (/^(today|hoy|heute)$/.test(text)) return plus(now, 0);
  if (/^(tomorrow|manana|morgen)$/.test(text)) return plus(now, 1);
  if (/^(day after tomorrow|pasado manana|ubermorgen)$/.test(text)) return plus(now, 2);
  if (whole !== text && /^(week|semana|woche)$/.test(text)) return plus(now, (8 - now.getDay()) % 7 || 7);
  if (whole !== text && /^(month|mes|monat)$/.test(text))
    return new Date(now.getFullYear(), now.getMonth() + 1, 1, 12);
  if (/^((the )?end of (the )?month|fin de mes|monatsende|ende des monats)$/.test(text))
    return endOfMonth(now);
  const weekday = indexIn(weekdays, text);
  if (weekday !== -1) return plus(now, (weekday - now.getDay() + 7) % 7 || 7);
  return readSpan(text, now) ?? readCalendar(text, now, locale);
}

/** The last day of this month; on that day, of the next. */
function endOfMonth(now: Date): Date {
  const last = new Date(now.getFullYear(), now.getMonth() + 1, 0, 12);
  return last.getDate() > now.getDate() ? last : new Date(now.getFullYear(), now.getMonth() + 2, 0, 12);
}

function readSpan(text: string, now: Date): Date | undefined {
  const span = spanPattern.exec(text);
  if (!span) return undefined;
  const count = countOf(span[1]);
  const unit = units.find(([pattern]) => pattern.test(span[2] ?? ''))?.[1];
  if (!count || !unit) return undefined;
  if (unit === 'month') return plusMonths(now, count);
  return plus(now, unit === 'week' ? count * 7 : count);
}

/** Whether this reader writes the month before the day. */
const isMonthFirst = (locale: string | undefined): boolean => {
  const parts = new Intl.DateTimeFormat(locale).formatToParts().map(part => part.type);
  return parts.indexOf('month') < parts.indexOf('day');
};

function readCalendar(text: string, now: Date, locale?: string): Date | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{1,2})([./])(\d{1,2})[./]?(\d{4})?$/.exec(text);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[3])];
    // With dots the day comes first everywhere; a number over 12 is no month, whatever the reader is used to.
    const monthFirst = short[2] === '/' && (second > 12 || (first <= 12 && isMonthFirst(locale)));
    return monthFirst ? upcoming(second, first, short[4], now) : upcoming(first, second, short[4], now);
  }
  const named = /^(?:(\d{1,2})[.\s]*(?:de\s+)?([a-z]+)|([a-z]+)\s+(\d{1,2}))\.?(?:\s+(\d{4}))?$/.exec(text);
  const month = named ? indexIn(months, named[2] ?? named[3] ?? '') : -1;
  return named && month !== -1 ? upcoming(Number(named[1] ?? named[4]), month + 1, named[5], now) : undefined;
}

function upcoming(day: number, month: number, year: string | undefined, now: Date): Date | undefined {
  if (year) return exact(Number(year), month, day);
  const date = exact(now.getFullYear(), month, day);
  return date && date < now ? exact(now.getFullYear() + 1, month, day) : date;
}

/** The date at noon, undefined when the calendar has no such day. */
function exact(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day, 12);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** Times offered for putting a follow-up off. */
export function snoozeChoices(now: Date): { label: string; at: number }[] {
  const at = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9).getTime();
  return [
    { label: 'In 3 hours', at: now.getTime() + 3 * 3_600_000 },
    { label: 'Tomorrow morning', at: at(1) },
    { label: 'Next Monday', at: at((8 - now.getDay()) % 7 || 7) },
    { label: 'In two weeks', at: at(14) },
  ];
}
