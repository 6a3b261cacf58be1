// Moments in the browser's date fields, and zones by their cities.
import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from '../../lib/dates/local-input';
import { timeZoneOf } from '../../lib/dates/time-zones';

describe('a date field', () => {
  const at = new Date(2026, 2, 5, 9, 7).getTime();

  it('shows local time to the minute', () => expect(toLocalInput(at + 31_000)).toBe('2026-03-05T09:07'));
  it('is read back as the same minute', () => expect(fromLocalInput(toLocalInput(at))).toBe(at));
  it.each(['', 'soon', '2026-13-40T00:00', '1960-01-01T00:00'])('says nothing with %j', text => {
    expect(fromLocalInput(text)).toBeUndefined();
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['madrid', 'Europe/Madrid'],
    ['New York', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
  ])('is found by “%s”', (text, zone) => expect(timeZoneOf(text)).toBe(zone));
  it.each(['', 'Atlantis', '/'])('is not found by %j', text => expect(timeZoneOf(text)).toBeUndefined());
});
