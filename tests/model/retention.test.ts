// When the user is reminded of retention, and what "twelve months ago" is.
import { describe, expect, it } from 'vitest';
import { isReminderDue, monthsBefore, type Retention } from '../../lib/model/retention';

const at = (text: string) => Date.parse(`${text}T10:00:00Z`);

describe('months before a day', () => {
  it.each([
    ['2026-03-15', 1, '2026-02-15'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-31', 12, '2025-01-31'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-05-31', 3, '2026-02-28'],
  ])('%s, %i: %s', (day, months, before) => {
    expect(new Date(monthsBefore(at(day), months)).toISOString()).toBe(`${before}T10:00:00.000Z`);
  });
});

describe('the reminder', () => {
  const rule = { id: 'r', stages: [], months: 12 };
  const due = (more: Partial<Retention>) =>
    isReminderDue({ rules: [rule], remind: 'monthly', ...more }, at('2026-03-15'));

  it('is due a month or a year after somebody last looked', () => {
    expect(due({ lookedAt: at('2026-02-15') })).toBe(true);
    expect(due({ lookedAt: at('2026-02-16') })).toBe(false);
    expect(due({ remind: 'yearly', lookedAt: at('2026-02-15') })).toBe(false);
    expect(due({ remind: 'yearly', lookedAt: at('2025-03-15') })).toBe(true);
    expect(due({})).toBe(true);
  });

  it('is never due without a rule or a wish', () => {
    expect(due({ rules: [] })).toBe(false);
    expect(due({ remind: 'never' })).toBe(false);
  });
});
