// Who is selected in a list: people by id, or everybody it shows but some.
import type { Target } from '../../../lib/list/desk';
import type { ListQuery } from '../../../lib/model/list-query';

export type Selection = {
  /** True where everybody is selected but those of `ids`. */
  isAll: boolean;
  ids: ReadonlySet<string>;
};

export const nobody: Selection = { isAll: false, ids: new Set() };
export const everybody: Selection = { isAll: true, ids: new Set() };

export const isSelected = ({ isAll, ids }: Selection, id: string): boolean => ids.has(id) !== isAll;

/** The selection with these people in it, or not in it. */
export function withPeople({ isAll, ids }: Selection, people: string[], isIn: boolean): Selection {
  const next = new Set(ids);
  for (const id of people) {
    if (isIn === isAll) next.delete(id);
    else next.add(id);
  }
  return { isAll, ids: next };
}

export const toggled = (selection: Selection, id: string): Selection =>
  withPeople(selection, [id], !isSelected(selection, id));

/** How many of `total` people are selected. */
export const countOf = ({ isAll, ids }: Selection, total: number): number =>
  isAll ? Math.max(0, total - ids.size) : ids.size;

/** Whom a bulk change is about. */
export const targetOf = ({ isAll, ids }: Selection, query: ListQuery): Target =>
  isAll ? { query, except: [...ids] } : { ids: [...ids] };
