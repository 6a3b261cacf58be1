// A grid of any length of which only the rows in view stand in the page (WAI-ARIA grid pattern). The grid itself keeps
// the focus and names its active row, so that it is not lost when rows come and go.
import { ArrowDown, ArrowUp } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { drawnRows, movedTo, type Span, scrollFor } from './grid-rows';
import { Icon } from './Icon';

export type GridColumn = {
  id: string;
  label: string;
  /** A track of a CSS grid. */
  width: string;
  sort?: 'ascending' | 'descending' | 'none';
};

export type GridProps<Item> = {
  label: string;
  columns: GridColumn[];
  total: number;
  /** Undefined while it is not read yet. */
  itemAt(row: number): Item | undefined;
  keyOf(item: Item): string;
  cells(item: Item): ComponentChildren[];
  /** Before the first column, for all rows and for one. */
  lead?: { head: ComponentChildren; cell(item: Item, row: number): ComponentChildren };
  active: number;
  isSelected?(item: Item): boolean;
  isCurrent?(item: Item): boolean;
  /** Another list: it is shown from its beginning. */
  listKey: string;
  onActive(row: number, isExtending: boolean): void;
  onOpen(row: number): void;
  onSort?(column: string): void;
  /** Keys that are not the grid's own; gives whether it was one. */
  onKey?(event: KeyboardEvent): boolean;
  onShown(span: Span): void;
};

/** As in grid.css: a row and the head, in rem. */
const [rowRem, headRem] = [2.5, 2];
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export function Grid<Item>(props: GridProps<Item>) {
  const { label, columns, total, active, lead, listKey } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const span = useSpan(scroller, total, listKey, props.onShown);
  const height = () => (scroller.current?.clientHeight ?? 0) - headRem * rem();
  useLayoutEffect(() => {
    const area = scroller.current;
    if (!area || active < 0) return;
    area.scrollTop = scrollFor(active, { top: area.scrollTop, height: height(), rowHeight: rowRem * rem() });
  }, [active]);
  const key = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey) return;
    const page = Math.max(1, Math.floor(height() / (rowRem * rem())) - 1);
    const isPlain = !event.ctrlKey && !event.metaKey;
    const next = isPlain || /Home|End/.test(event.key) ? movedTo(event.key, active, total, page) : undefined;
    if (next !== undefined) props.onActive(next, event.shiftKey);
    else if (event.key === 'Enter' && isPlain && active >= 0) props.onOpen(active);
    else if (!props.onKey?.(event)) return;
    event.preventDefault();
  };
  const tracks = [...(lead ? ['2.75rem'] : []), ...columns.map(({ width }) => width)].join(' ');
  return (
    <div
      class="grid"
      role="grid"
      tabIndex={0}
      ref={scroller}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (lead ? 1 : 0)}
      aria-multiselectable={props.isSelected ? true : undefined}
      aria-activedescendant={active >= 0 && active < total ? `${id}-${active}` : undefined}
      style={{ '--tracks': tracks, '--least': `${leastWidth(tracks)}rem` }}
      onKeyDown={key}
    >
      <Head columns={columns} lead={lead?.head} onSort={props.onSort} />
      <div
        class="grid-body"
        role="rowgroup"
        style={{ '--rows': String(total) }}
        onMouseDown={event => {
          // The focus stays with the grid: what is clicked may be scrolled away.
          event.preventDefault();
          scroller.current?.focus({ preventScroll: true });
        }}
      >
        <Rows {...props} id={id} span={span} />
      </div>
    </div>
  );
}

/** What the tracks need at least, in rem: the first length of each. */
const leastWidth = (tracks: string) =>
  tracks.split(' ').reduce((sum, part) => sum + Number(/^(?:minmax\()?([\d.]+)rem/.exec(part)?.[1] ?? 0), 0);

/** The rows to draw; follows scrolling and the size of the area. */
function useSpan(
  scroller: { current: HTMLDivElement | null },
  total: number,
  listKey: string,
  onShown: (span: Span) => void,
): Span {
  const [place, setPlace] = useState({ top: 0, height: 20 });
  const span = drawnRows(place.top, place.height, total);
  /** Known without asking the page, which would lay itself out for the answer. */
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    const area = scroller.current;
    if (!area) return;
    const look = () => {
      const row = rowRem * rem();
      isScrolled.current = area.scrollTop > 0;
      const next = { top: Math.floor(area.scrollTop / row), height: Math.ceil(area.clientHeight / row) };
      setPlace(old => (old.top === next.top && old.height === next.height ? old : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(area);
    area.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', look);
    };
  }, []);
  useLayoutEffect(() => {
    if (isScrolled.current) scroller.current?.scrollTo(0, 0);
  }, [listKey]);
  useLayoutEffect(() => onShown(span), [span.from, span.to, listKey]);
  return span;
}

type HeadProps = {
  columns: GridColumn[];
  lead: ComponentChildren;
  onSort: ((column: string) => void) | undefined;
};

function Head({ columns, lead, onSort }: HeadProps) {
  return (
    <div class="grid-head" role="rowgroup">
      <div class="grid-row" role="row" aria-rowindex={1}>
        {lead !== undefined && (
          <div class="grid-cell" role="columnheader">
            {lead}
          </div>
        )}
        {columns.map(({ id, label, sort }) => (
          <div key={id} class="grid-cell" role="columnheader" aria-sort={sort === 'none' ? undefined : sort}>
            {sort && onSort ? (
              <button type="button" class="sorter" onClick={() => onSort(id)}>
                {label}
                {sort !== 'none' && <Icon node={sort === 'ascending' ? ArrowUp : ArrowDown} />}
              </button>
            ) : (
              label
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

type RowsProps<Item> = GridProps<Item> & { id: string; span: Span };
/** A drawn row and what it was drawn from. */
type Drawn = { made: readonly unknown[]; node: VNode };

/** The drawn rows. One that is as before is the same node, which costs nothing while scrolling. */
function Rows<Item>(props: RowsProps<Item>) {
  const { span, active, total, columns, itemAt } = props;
  const drawn = useRef(new Map<number, Drawn>());
  // A row that stays as it was drawn answers to the newest list.
  const newest = useRef(props);
  newest.current = props;
  const places = Array.from({ length: span.to - span.from }, (_item, at) => span.from + at);
  // The active row stays, wherever the others were scrolled to: it is named by the grid.
  if (active >= 0 && active < total && !places.includes(active)) places.push(active);
  const next = new Map<number, Drawn>();
  for (const row of places) {
    const item = itemAt(row);
    const isSelected = item !== undefined && props.isSelected?.(item) === true;
    const isCurrent = item !== undefined && props.isCurrent?.(item) === true;
    const made = [item, row === active, isSelected, isCurrent, columns];
    const old = drawn.current.get(row);
    const isSame = old?.made.every((one, at) => one === made[at]);
    next.set(
      row,
      old && isSame ? old : { made, node: drawRow(props, newest, row, item, isSelected, isCurrent) },
    );
  }
  drawn.current = next;
  return <>{places.map(row => next.get(row)?.node)}</>;
}

function drawRow<Item>(
  { id, active, lead, keyOf, cells, columns, isSelected: selectable }: RowsProps<Item>,
  newest: { current: RowsProps<Item> },
  row: number,
  item: Item | undefined,
  isSelected: boolean,
  isCurrent: boolean,
): VNode {
  const names = ['grid-row', row === active && 'active', isCurrent && 'chosen'].filter(Boolean).join(' ');
  const shown = item === undefined ? [] : cells(item);
  return (
    <div
      key={item === undefined ? `row-${row}` : keyOf(item)}
      id={`${id}-${row}`}
      class={names}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={selectable ? isSelected : undefined}
      aria-busy={item === undefined ? true : undefined}
      style={{ '--row': String(row) }}
      onClick={event => {
        newest.current.onActive(row, event.shiftKey);
        if (event.detail === 2) newest.current.onOpen(row);
      }}
    >
      {lead && (
        <div class="grid-cell" role="gridcell">
          {item !== undefined && lead.cell(item, row)}
        </div>
      )}
      {columns.map((column, at) => (
        <div key={column.id} class="grid-cell" role={at === 0 ? 'rowheader' : 'gridcell'}>
          {shown[at]}
        </div>
      ))}
    </div>
  );
}
