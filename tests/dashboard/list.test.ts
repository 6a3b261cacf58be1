// The list of contacts on the screen: its address, who is selected, and which rows stand in the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, firstColumns, readAddress } from '../../components/dashboard/contacts/address';
import { chipsOf, withoutFilter } from '../../components/dashboard/contacts/filters';
import {
  countOf,
  everybody,
  isSelected,
  nobody,
  targetOf,
  toggled,
  withPeople,
} from '../../components/dashboard/contacts/selection';
import { drawnRows, movedTo, scrollFor } from '../../components/ui/grid-rows';
import type { ListQuery } from '../../lib/model/list-query';

describe('the address of a list', () => {
  const query: ListQuery = { text: 'Zoë & "co" #1?', tags: ['a,b'], hasOpenIssue: true };

  it('gives back what it was made of', () => {
    const state = { query, columns: ['stage' as const, 'field:f 1,2' as const], view: 'v1' };
    const plain = { ...state, columns: ['stage' as const] };
    expect(readAddress(addressOf(plain, 'p1'))).toEqual(plain);
    expect(readAddress(addressOf({ query, columns: firstColumns }))).toEqual({
      query,
      columns: firstColumns,
    });
  });

  it('without a list names none', () => {
    expect(readAddress('#/contacts/p1')).toBeUndefined();
  });

  it.each(['{"text":', '[]', '{"text":7}', '{"unknown":1}', '"x"'])(
    'that somebody wrote, %s, shows everybody',
    list => {
      const read = readAddress(`#/contacts?${new URLSearchParams({ list, columns: 'stage,nonsense' })}`);
      expect(read).toEqual({ query: {}, columns: ['stage'] });
    },
  );
});

describe('a selection', () => {
  it('is as a set of people would be, whether it began with nobody or with everybody', () => {
    const people = ['a', 'b', 'c', 'd'];
    const step = fc.oneof(
      fc.constant<'all' | 'none'>('all'),
      fc.constant<'all' | 'none'>('none'),
      fc.constantFrom(...people),
      fc.record({ ids: fc.subarray(people), isIn: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step), steps => {
        let selection = nobody;
        let set = new Set<string>();
        for (const one of steps) {
          if (one === 'all') [selection, set] = [everybody, new Set(people)];
          else if (one === 'none') [selection, set] = [nobody, new Set()];
          else if (typeof one === 'string') {
            selection = toggled(selection, one);
            if (!set.delete(one)) set.add(one);
          } else {
            selection = withPeople(selection, one.ids, one.isIn);
            for (const id of one.ids) one.isIn ? set.add(id) : set.delete(id);
          }
        }
        expect(people.filter(id => isSelected(selection, id))).toEqual(people.filter(id => set.has(id)));
        expect(countOf(selection, people.length)).toBe(set.size);
      }),
    );
  });

  it('of everybody but one is about the query, and those found by it later', () => {
    expect(targetOf(toggled(everybody, 'a'), { text: 'x' })).toEqual({ query: { text: 'x' }, except: ['a'] });
    expect(targetOf(toggled(nobody, 'a'), { text: 'x' })).toEqual({ ids: ['a'] });
  });
});

describe('filters in words', () => {
  const names = { siteName: (site: string) => site, companyName: () => 'Norte', fields: [] };

  it('have a chip each, and are gone when each is taken away', () => {
    const query: ListQuery = {
      text: 'a',
      stages: ['lead', 'none'],
      tags: ['VIP'],
      company: 'norte',
      lastContact: { notWithin: 30 },
      hasFollowUp: false,
    };
    const chips = chipsOf(query, names);
    expect(chips.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Stage: Lead or No stage',
      'Tag: VIP',
      'Company: Norte',
      'Last contact: not for 30 days',
      'Follow-up: no',
    ]);
    const left = chips.reduce((rest, { kind }) => withoutFilter(rest, kind), query);
    expect(left).toEqual({ text: 'a' });
  });
});

describe('rows of a long grid', () => {
  it('that are in view are drawn, and never many more', () => {
    const place = fc.record({
      top: fc.nat({ max: 100_000 }),
      height: fc.nat({ max: 60 }),
      total: fc.nat(100_000),
    });
    fc.assert(
      fc.property(place, ({ top, height, total }) => {
        const { from, to } = drawnRows(top, height, total);
        for (const row of [top, top + height - 1]) {
          if (height > 0 && row < total) expect(row >= from && row < to).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(height + 24);
      }),
    );
  });

  it.each([
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 2, 7],
    ['PageUp', 3, 0],
    ['End', 2, 9],
    ['Home', 2, 0],
    ['a', 2, undefined],
  ])('%s from row %i goes to %s of ten', (key, active, row) => {
    expect(movedTo(key, active, 10, 5)).toBe(row);
  });

  it('are scrolled no further than needed', () => {
    const at = { top: 100, height: 200, rowHeight: 40 };
    expect(scrollFor(4, at)).toBe(100);
    expect(scrollFor(1, at)).toBe(40);
    expect(scrollFor(9, at)).toBe(200);
  });
});
