// The colours of people.
import { expect, it } from 'vitest';
import { hueOf, huesOf } from '../../components/parts/hues';

const ids = Array.from({ length: 9 }, (_, n) => `person-${n}`);

it('people beside each other have different colours while there are enough', () => {
  expect(new Set(huesOf(ids).values()).size).toBe(9);
});

it('who comes first keeps the own colour', () => {
  for (const id of ids) expect(huesOf([id, ...ids]).get(id)).toBe(hueOf(id));
});

it('ids that differ in one letter use many colours', () => {
  expect(new Set(ids.map(hueOf)).size).toBeGreaterThan(4);
});
