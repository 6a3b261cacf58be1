// Formats of dates, each made once: making one takes about as long as formatting a hundred dates.

const made = new Map<string, Intl.DateTimeFormat>();
const relative = new Map<string | undefined, Intl.RelativeTimeFormat>();

/** The format of dates with these options. Throws a RangeError for unknown time zones. */
export function dateFormat(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  // A format keeps the time zone of its making, and whoever travels takes an open page along.
  const key = JSON.stringify([locale, options, new Date().getTimezoneOffset()]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}

/** The format of "2 hours ago" and "yesterday". */
export function relativeFormat(locale: string | undefined): Intl.RelativeTimeFormat {
  const format =
    relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  relative.set(locale, format);
  return format;
}
