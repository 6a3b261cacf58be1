// Dates as tables have them: the ISO form, words for months, and three numbers in an order that must be known.

export type DateOrder = 'day-first' | 'month-first';

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const numbers = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?)?$/i;
const worded = /^(?:(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The time in ms (UTC where the text names no zone); undefined for what is no date, `'unclear'` for two readings. */
export function readDate(text: string, order?: DateOrder): number | 'unclear' | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40) return undefined;
  const [, year, month, day, hour, minute, second, zone] = iso.exec(trimmed) ?? [];
  if (year) return at(year, month, day, hour, minute, second, zoneMinutes(zone));
  const [, d1, word1, y1, word2, d2, y2] = worded.exec(trimmed) ?? [];
  const word = months.indexOf((word1 ?? word2 ?? '').slice(0, 3).toLowerCase());
  if (word !== -1) return at(y1 ?? y2, String(word + 1), d1 ?? d2);
  return ofNumbers(trimmed, order);
}

function ofNumbers(text: string, order: DateOrder | undefined): number | 'unclear' | undefined {
  const [, first = '', second = '', third = '', hour = '0', minute, half] = numbers.exec(text) ?? [];
  if (!first) return undefined;
  const hours = half ? String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) : hour;
  if (first.length === 4) return at(first, second, third, hours, minute);
  if (third.length !== 4) return undefined;
  // Dots are only written by those who put the day first.
  const known = text.includes('.') ? 'day-first' : (order ?? orderOf(first, second));
  if (!known) return 'unclear';
  const [day, month] = known === 'day-first' ? [first, second] : [second, first];
  return at(third, month, day, hours, minute);
}

/** Which of two numbers must be the day; undefined when both can be. */
function orderOf(first: string, second: string): DateOrder | undefined {
  if (Number(first) > 12) return 'day-first';
  if (Number(second) > 12) return 'month-first';
  return first === second ? 'day-first' : undefined;
}

/** The order of the dates in a column, where one of them leaves no doubt and none says otherwise. */
export function dateOrder(texts: readonly string[]): DateOrder | undefined {
  const found = texts.flatMap(text => {
    const [, first = '', second = '', third = ''] = numbers.exec(text.trim()) ?? [];
    return third.length === 4 && first !== second ? [orderOf(first, second)] : [];
  });
  const orders = new Set(found.filter(order => order !== undefined));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function zoneMinutes(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

function at(
  year = '',
  month = '',
  day = '',
  hour = '0',
  minute = '0',
  second = '0',
  zone = 0,
): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const milliseconds = Math.round(Number(second) * 1000);
  const time = Date.UTC(y, m - 1, d, Number(hour), Number(minute) - zone, 0, milliseconds);
  const isDay = m >= 1 && m <= 12 && new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d;
  const isReal = isDay && Number(hour) < 24 && Number(minute) < 60;
  return isReal && time >= 0 ? time : undefined;
}
