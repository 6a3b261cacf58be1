// The order of a list: by one column, then by name; who has no value comes last in both directions.
import { stages } from '../model/contact';
import type { ListQuery, SortColumn } from '../model/list-query';
import { type Entry, sortKey } from './entry';

export type Compare = (a: Entry, b: Entry) => number;
export type Sort = NonNullable<ListQuery['sort']>;

export const byName: Sort = { by: 'name', isDescending: false };

const values: Record<SortColumn, (entry: Entry) => string | number | undefined> = {
  name: entry => entry.sort,
  company: ({ company }) => company && sortKey(company),
  stage: ({ stage }) => stage && stages.indexOf(stage),
  lastContact: ({ history }) => history.lastContact,
  nextFollowUp: ({ nextFollowUp }) => nextFollowUp,
  created: ({ createdAt }) => createdAt,
};

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const compareNames: Compare = (a, b) => compare(a.sort, b.sort) || compare(a.id, b.id);

/** Compares two entries in this order; no two entries are equal. */
export function comparing({ by, isDescending }: Sort): Compare {
  const value = values[by];
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || compareNames(a, b);
    return sign * compare(left, right) || compareNames(a, b);
  };
}

/** The first place in `order` whose entry does not come before this one. */
function placeOf(entry: Entry, order: readonly Entry[], comparison: Compare): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[middle];
    if (other && comparison(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list in order after some entries were changed; the others keep their sequence and are not compared anew. */
export function reordered(
  order: readonly Entry[],
  changed: ReadonlySet<string>,
  current: readonly Entry[],
  comparison: Compare,
): Entry[] {
  const kept = order.filter(entry => !changed.has(entry.id));
  const pieces: Entry[][] = [];
  let from = 0;
  for (const entry of current.toSorted(comparison)) {
    const place = placeOf(entry, kept, comparison);
    pieces.push(kept.slice(from, place), [entry]);
    from = place;
  }
  return [...pieces, kept.slice(from)].flat();
}
