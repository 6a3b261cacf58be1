// The active row and the selection of a list: both follow people, not places, when the list changes.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListQuery } from '../../../lib/model/list-query';
import { ask } from '../desk';
import { everybody, isSelected, nobody, type Selection, toggled, withPeople } from './selection';
import type { Listed } from './use-list';

/** Between two places, in the order of the list, both included. */
const between = (query: ListQuery, a: number, b: number) =>
  ask('ids', query, Math.min(a, b), Math.max(a, b) + 1);

/** Where the list was left: who goes to a person's page comes back to the same row and selection. */
let left: { key: string; person: { current: string | undefined }; selection: Selection } | undefined;

export function useRows(query: ListQuery, listed: Listed) {
  const key = JSON.stringify(query);
  const [before] = useState(() => (left?.key === key ? left : undefined));
  const [active, setActive] = useState(0);
  const [selection, setSelection] = useState<Selection>(before?.selection ?? nobody);
  const person = useRef(before?.person.current);
  /** Where an extended selection began, and what was selected before. */
  const anchor = useRef<{ row: number; before: Selection } | undefined>(undefined);
  const lastKey = useRef(key);
  useEffect(() => {
    if (lastKey.current === key) return;
    lastKey.current = key;
    anchor.current = undefined;
    setActive(0);
    setSelection(nobody);
    person.current = undefined;
  }, [key]);
  useEffect(() => {
    left = { key, person, selection };
  }, [key, active, selection]);
  useEffect(() => {
    // Of a row that was moved to before it was read, the person is known now.
    if (active > 0) person.current ??= listed.rows.get(active)?.id;
    const id = person.current;
    if (id === undefined || listed.rows.get(active)?.id === id) return;
    void ask('find', query, 0, 0, id).then(
      ({ place, total }) => {
        if (person.current === id) setActive(place === -1 ? Math.max(0, Math.min(active, total - 1)) : place);
      },
      () => undefined,
    );
  }, [listed]);
  const moveTo = (row: number, isExtending: boolean) => {
    anchor.current = isExtending ? (anchor.current ?? { row: active, before: selection }) : undefined;
    setActive(row);
    person.current = listed.rows.get(row)?.id;
    const begun = anchor.current;
    if (!begun) return;
    void between(query, begun.row, row).then(ids => {
      if (anchor.current === begun) setSelection(withPeople(begun.before, ids, true));
    });
  };
  return {
    active,
    selection,
    /** Whether the list was left at a person before. */
    isBack: before?.person.current !== undefined,
    moveTo,
    toggle(row = active) {
      const id = listed.rows.get(row)?.id;
      anchor.current = undefined;
      if (id !== undefined) setSelection(old => toggled(old, id));
    },
    selectAll: () => setSelection(old => (old.isAll && old.ids.size === 0 ? nobody : everybody)),
    unselect: () => setSelection(nobody),
    has: (id: string) => isSelected(selection, id),
  };
}
