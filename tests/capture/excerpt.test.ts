// The first words of a message: its own, in one line, not too many.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerpt } from '../../lib/capture/excerpt';

it('quoted lines and line breaks are left out', () => {
  expect(excerpt('> You wrote\nYes,\n  gladly.\n > old')).toBe('Yes, gladly.');
});

it('a long message is cut at a blank, or in a word where there is none', () => {
  expect(excerpt('one two three four', 12)).toBe('one two…');
  expect(excerpt('abcdefghijklmnop', 8)).toBe('abcdefg…');
});

it('is never longer than asked for and has no line breaks', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.integer({ min: 1, max: 300 }),
      (text, max) => {
        const short = excerpt(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/[\r\n]/);
      },
    ),
  );
});
