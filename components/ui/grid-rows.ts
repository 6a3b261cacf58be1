// Which rows of a long grid stand in the page, and where a key moves to. Rows are all of one height.

/** Rows drawn above and below those in view, so that scrolling does not show blank ones. */
const spare = 8;
/** The drawn part moves by so many rows at a time: fewer changes while scrolling. */
const step = 4;

export type Span = { from: number; to: number };

/** The rows to draw, `to` not included. `top` and `height` in rows. */
export function drawnRows(top: number, height: number, total: number): Span {
  const from = Math.max(0, Math.floor((top - spare) / step) * step);
  return { from: Math.min(from, total), to: Math.min(total, from + Math.ceil(height) + 2 * spare + step) };
}

/** Where a key moves the active row; undefined where it moves nothing. `page` is the number of rows in view. */
export function movedTo(key: string, active: number, total: number, page: number): number | undefined {
  const target = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined || total === 0 ? undefined : Math.min(Math.max(target, 0), total - 1);
}

/** How far to scroll so that a row is in view, in the same unit as the other lengths. */
export function scrollFor(row: number, at: { top: number; height: number; rowHeight: number }): number {
  const { top, height, rowHeight } = at;
  if (row * rowHeight < top) return row * rowHeight;
  return Math.max(top, (row + 1) * rowHeight - height);
}
