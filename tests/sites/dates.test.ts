// Dates as pages print them: what is claimed is read back exactly, what could mean two days is left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits, readDate } from '../../lib/sites/dates';

/** Monday, 9 November 2026, 14:00 where the reader is. */
const now = new Date(2026, 10, 9, 14, 0).getTime();
const local = (month: number, day: number, hour: number, minute: number) =>
  new Date(2026, month - 1, day, hour, minute).getTime();
const two = (number: number) => String(number).padStart(2, '0');

type Parts = { Y: number; n: number; j: number; G: number; i: number };
/** Roundcube's formats for days and for times of day; those with slashes only for days after the 12th. */
const days: [string, (at: Parts) => string][] = [
  ['Y-m-d', at => `${at.Y}-${two(at.n)}-${two(at.j)}`],
  ['Y/m/d', at => `${at.Y}/${two(at.n)}/${two(at.j)}`],
  ['Y.m.d', at => `${at.Y}.${two(at.n)}.${two(at.j)}`],
  ['d.m.Y', at => `${two(at.j)}.${two(at.n)}.${at.Y}`],
  ['j.n.Y', at => `${at.j}.${at.n}.${at.Y}`],
];
const lateDays: typeof days = [
  ['d/m/Y', at => `${two(at.j)}/${two(at.n)}/${at.Y}`],
  ['d-m-Y', at => `${two(at.j)}-${two(at.n)}-${at.Y}`],
  ['m/d/Y', at => `${two(at.n)}/${two(at.j)}/${at.Y}`],
];
const times: ((at: Parts) => string)[] = [
  at => `${at.G}:${two(at.i)}`,
  at => `${two(at.G)}:${two(at.i)}`,
  at => `${at.G % 12 || 12}:${two(at.i)} ${at.G < 12 ? 'am' : 'pm'}`,
  at => `${two(at.G % 12 || 12)}:${two(at.i)} ${at.G < 12 ? 'AM' : 'PM'}`,
];

const minutes = fc.integer({ min: 1, max: Math.floor(now / 60_000) }).map(minute => minute * 60_000);
const partsOf = (at: number): Parts => {
  const date = new Date(at);
  return {
    Y: date.getFullYear(),
    n: date.getMonth() + 1,
    j: date.getDate(),
    G: date.getHours(),
    i: date.getMinutes(),
  };
};
/** An hour that clocks were put back over occurs twice. */
const isOnce = (at: number) =>
  [-3_600_000, 3_600_000].every(
    shift => two(new Date(at + shift).getHours()) !== two(new Date(at).getHours()),
  );

function comesBack(formats: typeof days, wanted: (at: Parts) => boolean): void {
  fc.assert(
    fc.property(minutes, fc.constantFrom(...formats), fc.constantFrom(...times), (at, [, day], time) => {
      const parts = partsOf(at);
      fc.pre(parts.Y >= 1970 && wanted(parts) && isOnce(at));
      expect(readDate(`${day(parts)} ${time(parts)}`, 'en', now)).toBe(at);
    }),
  );
}

describe('a date', () => {
  it('comes back from every format with one meaning', () => comesBack(days, () => true));

  it('comes back with slashes or dashes when the day is no month', () =>
    comesBack(lateDays, at => at.j > 12));

  it('with slashes or dashes says nothing when the day could be the month', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...lateDays), fc.constantFrom(...times), (at, [, day], time) => {
        const parts = partsOf(at);
        fc.pre(parts.j <= 12);
        expect(readDate(`${day(parts)} ${time(parts)}`, 'en', now)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['٢٠٢٦-١١-٠٧ ٠٨:٣٠', 'Arabic'],
    ['۲۰۲۶-۱۱-۰۷ ۰۸:۳۰', 'Persian'],
    ['२०२६-११-०७ ०८:३०', 'Devanagari'],
    ['２０２６-１１-０７ ０８:３０', 'full-width'],
    ['\u200F2026-11-07\u00A008:30', 'marked'],
    ['2026-11-07T08:30', 'ISO'],
    ['7.11.2026, 8:30:00', 'German'],
  ])('%s (%s) is the 7th of November', text => {
    expect(readDate(text, 'en', now)).toBe(local(11, 7, 8, 30));
  });

  it.each([
    ['2026-11-07', 'no time of day'],
    ['14:30', 'no day'],
    ['2026-02-30 10:00', 'no such day'],
    ['2026-13-01 10:00', 'no such month'],
    ['2026-11-07 24:10', 'no such hour'],
    ['2026-11-07 13:10 pm', 'no such hour'],
    ['2026-11-07 10:61', 'no such minute'],
    ['07.11.26 10:00', 'no century'],
    ['13/13/2026 10:00', 'no month'],
    ['2026-11/07 10:00', 'two kinds of separator'],
    ['2026-11-11 10:00', 'the future'],
    ['1969-11-11 10:00', 'before there was mail'],
    ['on 2026-11-07 10:00', 'more words'],
    ['2026-11-07 10:00 or 11:00', 'two times'],
    ['', 'nothing'],
    [`${' '.repeat(100_000)}2026-11-07 10:00`, 'too long'],
  ])('%j is none: %s', text => expect(readDate(text, 'en', now)).toBeUndefined());

  it('of whatever text is a time that can be stored, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, language) => {
        const at = readDate(text, language, now);
        expect(at === undefined || (at >= 0 && at <= now + 86_400_000)).toBe(true);
      }),
    );
  });
});

// The words of Roundcube 1.6.5, with the language its pages state.
describe('a word', () => {
  it.each([
    ['en', 'Today'],
    ['de', 'Heute'],
    ['es', 'Hoy'],
    ['fr', 'Aujourd’hui'],
    ['ja', '今日'],
    ['ar', 'اليوم'],
    ['pt', 'Hoje'],
    ['ru', 'Сегодня'],
    ['zh', '今天'],
  ])('in %s, “%s” is today', (language, word) => {
    expect(readDate(`${word} 08:30`, language, now)).toBe(local(11, 9, 8, 30));
  });

  it.each([
    ['en', 'Thu'],
    ['de', 'Do'],
    ['es', 'jue'],
    ['fr', 'Jeu'],
    ['ja', '木'],
    ['pt', 'Qui.'],
    ['ru', 'Чт'],
    ['zh', '星期四'],
    ['it', 'Giovedì'],
    ['tr', 'Perşembe'],
  ])('in %s, “%s” is the Thursday before', (language, word) => {
    expect(readDate(`${word} 8:30 pm`, language, now)).toBe(local(11, 5, 20, 30));
  });

  it('for yesterday is the day before, over the end of a month too', () => {
    const first = new Date(2026, 10, 1, 9).getTime();
    expect(readDate('gestern 23:59', 'de', first)).toBe(local(10, 31, 23, 59));
  });

  it('names a day of the last six, whatever the day is', () => {
    const noon = new Date(2026, 10, 9, 12).getTime();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom('en', 'de', 'ar', 'ja', 'hu'),
        fc.constantFrom('long', 'short'),
        (ago, shift, language, weekday) => {
          const today = new Date(noon);
          today.setDate(today.getDate() - shift);
          const day = new Date(today);
          day.setDate(day.getDate() - ago);
          const word = day.toLocaleDateString(language, { weekday });
          expect(readDate(`${word} 12:00`, language, today.getTime())).toBe(day.getTime());
        },
      ),
    );
  });

  it.each([
    ['en', 'Mon 08:30', 'the weekday of today: today or a week ago'],
    ['en', 'Today 23:30', 'later than now'],
    ['en', 'Heute 08:30', 'a word of another language'],
    ['en', 'Tomorrow 08:30', 'not over'],
    ['xx-nonsense-', 'Today 08:30', 'no language'],
    ['', 'Today 08:30', 'no language'],
    ['de', 'S 08:30', 'Saturday or Sunday'],
  ])('in %j, “%s” is none: %s', (language, text) => {
    expect(readDate(text, language, now)).toBeUndefined();
  });
});

it('digits of other scripts are made plain, and nothing else', () => {
  expect(plainDigits('٤ نوفمبر ٢٠٢٦ / ४ / ４ / ۴ / 4a')).toBe('4 نوفمبر 2026 / 4 / 4 / 4 / 4a');
});
