// Formats are kept, but not beyond the time zone they were made in.
import { afterEach, describe, expect, it } from 'vitest';
import { fullDate } from '../../lib/dates/relative';

const home = process.env.TZ;
const noon = Date.UTC(2026, 2, 5, 12);

describe('a date in full', () => {
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it('is said in the time zone the computer is in now', () => {
    process.env.TZ = 'Asia/Tokyo';
    expect(fullDate(noon, 'en-GB')).toContain('21:00');
    process.env.TZ = 'Europe/Lisbon';
    expect(fullDate(noon, 'en-GB')).toContain('12:00');
  });
});
