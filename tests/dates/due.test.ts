// Due dates as people type them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDue, snoozeChoices } from '../../lib/dates/due';

/** A Wednesday, half past two. */
const now = new Date(2026, 10, 11, 14, 30);
const local = (...[year, month, day, hour = 9, minute = 0]: [number, number, number, number?, number?]) =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('a due date', () => {
  it.each([
    ['tomorrow', local(2026, 11, 12)],
    ['morgen', local(2026, 11, 12)],
    ['pasado mañana', local(2026, 11, 13)],
    ['Fri', local(2026, 11, 13)],
    ['on friday', local(2026, 11, 13)],
    ['nächsten Montag', local(2026, 11, 16)],
    ['wednesday', local(2026, 11, 18)],
    ['next week', local(2026, 11, 16)],
    ['next month', local(2026, 12, 1)],
    ['in 2 weeks', local(2026, 11, 25)],
    ['en tres días', local(2026, 11, 14)],
    ['in einer Woche', local(2026, 11, 18)],
    ['in a month', local(2026, 12, 11)],
    ['25.12.', local(2026, 12, 25)],
    ['3 de enero', local(2027, 1, 3)],
    ['Dec 25', local(2026, 12, 25)],
    ['2027-02-03', local(2027, 2, 3)],
    ['end of month', local(2026, 11, 30)],
    ['fin de mes', local(2026, 11, 30)],
    ['Ende des Monats', local(2026, 11, 30)],
  ])('%s is meant at nine in the morning', (text, at) => {
    expect(parseDue(text, now)).toEqual({ at, hasTime: false });
  });

  it.each([
    ['mañana 10:00', local(2026, 11, 12, 10)],
    ['today 5pm', local(2026, 11, 11, 17)],
    ['friday at 12am', local(2026, 11, 13, 0)],
    ['16:45', local(2026, 11, 11, 16, 45)],
    ['8:15', local(2026, 11, 12, 8, 15)],
    ['in 30 minutes', local(2026, 11, 11, 15, 0)],
    ['in an hour', local(2026, 11, 11, 15, 30)],
    ['in half an hour', local(2026, 11, 11, 15, 0)],
    ['in 2 h', local(2026, 11, 11, 16, 30)],
    ['en 2 horas', local(2026, 11, 11, 16, 30)],
    ['in einer Stunde', local(2026, 11, 11, 15, 30)],
    ['2026-11-12 10:00', local(2026, 11, 12, 10)],
  ])('%s has a time', (text, at) => {
    expect(parseDue(text, now)).toEqual({ at, hasTime: true });
  });

  it('at the end of January goes on to the last day of February in a month', () => {
    expect(parseDue('in a month', new Date(2026, 0, 31, 10))).toEqual({
      at: local(2026, 2, 28),
      hasTime: false,
    });
  });

  it.each([
    ['12/3', 'en-US', local(2026, 12, 3)],
    ['12/3', 'en-GB', local(2027, 3, 12)],
    ['12/3', 'de-DE', local(2027, 3, 12)],
    ['12/25/2026', 'en-GB', local(2026, 12, 25)],
    ['25/12', 'en-US', local(2026, 12, 25)],
    ['3.12.', 'en-US', local(2026, 12, 3)],
  ])('%s is read as %s readers write dates', (text, locale, at) => {
    expect(parseDue(text, now, locale)?.at).toBe(at);
  });

  it('on the last day of a month, “end of month” is that of the next', () => {
    expect(parseDue('end of month', new Date(2026, 10, 30, 8))?.at).toBe(local(2026, 12, 31));
  });

  it.each(['', 'soon', 'today', '2026-11-10', '31.2.', 'fri 25:00', '10:75', 'in 0 days', 'x'.repeat(61)])(
    'is not read from %j',
    text => {
      expect(parseDue(text, now)).toBeUndefined();
    },
  );

  it('is never in the past, whatever is typed', () => {
    const words = fc.constantFrom(
      'in',
      'on',
      '5',
      'weeks',
      'fri',
      'mayo',
      '25.12.',
      '10:30',
      'am',
      '31',
      '2026-11-11',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(words).map(all => all.join(' ')),
    );
    fc.assert(
      fc.property(typed, text => {
        const due = parseDue(text, now);
        if (due) expect(due.at).toBeGreaterThan(now.getTime());
      }),
    );
  });

  it('of any day to come is read from its ISO form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), days => {
        const day = new Date(2026, 10, 11 + days, 9);
        const pad = (part: number) => String(part).padStart(2, '0');
        const iso = `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
        expect(parseDue(iso, now)).toEqual({ at: day.getTime(), hasTime: false });
      }),
    );
  });
});

it('putting off is offered for three hours, tomorrow, Monday and two weeks', () => {
  expect(snoozeChoices(now).map(choice => choice.at)).toEqual([
    local(2026, 11, 11, 17, 30),
    local(2026, 11, 12),
    local(2026, 11, 16),
    local(2026, 11, 25),
  ]);
});
