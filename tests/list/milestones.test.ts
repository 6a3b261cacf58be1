// Milestones: whose day recurs today or within a week.
import { describe, expect, it } from 'vitest';
import { milestonesOf } from '../../lib/list/milestones';
import { makeEntry } from './people';

/** Monday, 2 March 2026, at nine. */
const now = new Date(2026, 2, 2, 9).getTime();
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
const dates = new Set(['f']);

const born = (field: string, more = {}) => makeEntry('c', { name: 'Marta', field, ...more });
const ofDay = (field: string, today = now) => milestonesOf([born(field)], dates, today);
const known = (createdAt: number) => milestonesOf([makeEntry('c', { createdAt })], dates, now);

describe('a day in a custom field', () => {
  it('is told today and seven days ahead, and neither before nor after', () => {
    const days = ['1986-03-01', '1986-03-02', '1986-03-09', '1986-03-10'].map(day => ofDay(day));
    expect(days.map(found => found.map(({ on }) => on))).toEqual([
      [],
      [at(2026, 3, 2)],
      [at(2026, 3, 9)],
      [],
    ]);
  });

  it('says how many years it is, over the turn of a year too', () => {
    expect(ofDay('1986-03-04')[0]).toMatchObject({ field: 'f', years: 40, contact: { name: 'Marta' } });
    expect(ofDay('2000-01-01', at(2026, 12, 30))[0]).toMatchObject({ on: at(2027, 1, 1), years: 27 });
  });

  it('that is yet to come for the first time is told as well, and not years before', () => {
    expect(ofDay('2026-03-05')[0]).toMatchObject({ years: 0 });
    expect(ofDay('2027-03-05')).toEqual([]);
  });

  it('without a year, or with one that stands for none, has no years', () => {
    for (const text of ['--03-05', '--0305', '1604-03-05']) {
      const [found] = ofDay(text);
      expect(found).toMatchObject({ on: at(2026, 3, 5) });
      expect(found).not.toHaveProperty('years');
    }
  });

  it('29 February is kept on the 28th where there is none', () => {
    expect(ofDay('2000-02-29', at(2026, 2, 25))[0]).toMatchObject({ on: at(2026, 2, 28), years: 26 });
    expect(ofDay('2000-02-29', at(2028, 2, 25))[0]).toMatchObject({ on: at(2028, 2, 29), years: 28 });
  });

  it('counts only in fields for dates, and only where it is a day', () => {
    expect(milestonesOf([born('1986-03-04')], new Set(['other']), now)).toEqual([]);
    for (const text of ['', 'March', '1986-03', '86-03-04', `1986-03-04T${'x'.repeat(1000)}`])
      expect(ofDay(text)).toEqual([]);
  });
});

describe('how long somebody is known', () => {
  it('is told for one, two and three years, and then every fifth', () => {
    const told = Array.from({ length: 21 }, (_none, years) => years).filter(
      years => known(at(2026 - years, 3, 3)).length > 0,
    );
    expect(told).toEqual([1, 2, 3, 5, 10, 15, 20]);
  });

  it('is not told of the many who came with one file', () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, (_none, place) => makeEntry(`c${place}`, { createdAt: at(2024, 3, 3) }));
    expect(milestonesOf(crowd(20), dates, now)).toHaveLength(20);
    expect(milestonesOf(crowd(21), dates, now)).toEqual([]);
  });
});

it('the nearest come first, and of who is not to be contacted none', () => {
  const people = [
    makeEntry('a', { name: 'Last', field: '1990-03-08' }),
    makeEntry('b', { name: 'Never', field: '1990-03-02', doNotContact: true }),
    makeEntry('c', { name: 'First', createdAt: at(2025, 3, 2) }),
  ];
  expect(milestonesOf(people, dates, now).map(({ contact }) => contact.name)).toEqual(['First', 'Last']);
});
