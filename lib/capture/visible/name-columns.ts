// Tables say in their first row which column names people: candidates of other columns are cars, subjects and places.
import { labelOf } from '../labels';
import type { Candidate } from './named-in-line';
import { nearest } from './near';

const mostCells = 30;

const columnOf = (cell: Element): number => {
  let column = 0;
  for (
    let before = cell.previousElementSibling;
    before && column < mostCells;
    before = before.previousElementSibling
  )
    column++;
  return column;
};

/** The names of columns of the tables that were met. */
export class NameColumns {
  #known = new Map<Element, string[]>();

  /** The candidate, labelled where its column is of names; nothing where another column is. */
  fitting(one: Candidate): Candidate[] {
    const cell = nearest(one.piece.element, ({ tagName }) => tagName === 'TD');
    const table = cell && nearest(cell, ({ tagName }) => tagName === 'TABLE');
    if (!cell || !table) return [one];
    const heads = this.#headsOf(table);
    const names = heads.flatMap((head, at) =>
      labelOf(head) === 'name' || labelOf(head) === 'person' ? [at] : [],
    );
    if (names.length === 0) return [one];
    if (!names.includes(columnOf(cell))) return [];
    const cells = [...(cell.parentElement?.children ?? [])].slice(0, mostCells);
    const row = cells.flatMap((other, at) =>
      other === cell ? [] : [{ label: labelOf(heads[at] ?? ''), cell: other }],
    );
    const isOfPeople = row.some(({ label }) => label !== undefined && label !== 'name');
    const label = one.label ?? (isOfPeople ? heads[columnOf(cell)] : undefined);
    return [{ ...one, row, ...(label ? { label } : {}) }];
  }

  #headsOf(table: Element): string[] {
    const known = this.#known.get(table);
    if (known) return known;
    const row = table.querySelector('tr');
    const cells = row ? [...row.children].slice(0, mostCells) : [];
    const isHead =
      (cells.length > 1 && cells.every(({ tagName }) => tagName === 'TH')) ||
      row?.parentElement?.tagName === 'THEAD' ||
      cells.every(
        cell => labelOf(cell.textContent.slice(0, 60)) !== undefined || cell.textContent.trim().length < 12,
      );
    const heads = isHead ? cells.map(cell => cell.textContent.slice(0, 60).replace(/\s+/g, ' ').trim()) : [];
    this.#known.set(table, heads);
    return heads;
  }
}
