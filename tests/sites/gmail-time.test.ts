// The time in a Gmail id: exact where it is believed, and when it is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOf } from '../../lib/sites/gmail/time';

describe('the time of a message', () => {
  /** Noon of 4 November 2026, and the id of a message of that time. */
  const noon = Date.UTC(2026, 10, 4, 12);
  const idOf = (at: number, rest = 0x12345n) => (BigInt(at) << 20n) + rest;
  const hex = (at: number) => idOf(at).toString(16).padStart(16, '0');
  const day = 86_400_000;

  it('is in its id, to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2004, 3, 1), max: noon + day }),
        fc.bigInt({ min: 0n, max: 0xfffffn }),
        (at, rest) => {
          expect(timeOf(idOf(at, rest).toString(16).padStart(16, '0'), undefined, noon)).toBe(at);
        },
      ),
    );
    // 20 August 2025, 07:49:39 UTC, as the ids of the site's own pages say.
    expect(timeOf('198c6747aabb71a9', undefined, noon)).toBe(Date.UTC(2025, 7, 20, 7, 49, 39, 115));
  });

  it.each([
    ['Gmail did not exist', hex(Date.UTC(2004, 2, 31, 23))],
    ['it is not yet', hex(noon + day + 1)],
    ['the id is a new one', 'msg-a:r1881279981159246379'],
    ['there is no id', undefined],
  ])('is unknown where %s', (_, id) => expect(timeOf(id, undefined, noon)).toBeUndefined());

  it.each([
    '4 Nov 2026, 09:12',
    '٤ نوفمبر ٢٠٢٦، ١٠:٠٥ ص',
    '۴ نوامبر ۲۰۲۶',
    '४ नव॰ २०२६, १०:०५',
    '２０２６年11月4日',
    '31 Dec 2025, 23:50',
    '4 พ.ย. 2569 10:05',
    '13 آبان 1405',
    '٢٤ جمادى الأولى ١٤٤٨ هـ',
    '10:05',
    '',
  ])('is believed beside “%s”', printed => expect(timeOf(hex(noon), printed, noon)).toBe(noon));

  it.each(['4 Nov 2024, 09:12', '٤ نوفمبر ٢٠٢٨', '４/１１/２０１０', '2019年11月4日'])(
    'is not believed beside “%s”',
    printed => expect(timeOf(hex(noon), printed, noon)).toBeUndefined(),
  );
});
