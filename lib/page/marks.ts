// Marks on list rows of known people: one overlay of our own, so that rows and layout are the same for everybody.
import { call } from '../rpc/client';
import type { Row } from '../sites/site';
import { afterFrame } from './after-frame';

/** The most identities asked for at once; the background refuses more. */
const portion = 64;
/** Milliseconds after which scrolling has ended. */
const afterScrolling = 200;

/** Reads rows; asks of each whether it is wanted before anything of it is read. */
export type RowReader = (wanted: (row: Element) => boolean) => Row[];

export type Marks = {
  /** Looks which rows are in view and draws the marks of those that are known. */
  show(rows: RowReader): Promise<void>;
  /**
   * Before the next frame is drawn, takes marks away whose rows stand for somebody else now. Gives whether there are
   * marks at all.
   */
  verify(rows: RowReader): boolean;
  clear(): void;
};

/** Draws marks over the rows in view, in a closed host that takes no clicks. Answers are kept while the page lives. */
export function createMarks(document: Document, signal: AbortSignal): Marks {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  host.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483645;';
  const known = new Map<string, boolean>();
  let shown: Row[] = [];
  let isVerifying = false;
  let reader: RowReader | undefined;
  const show = async (rows: RowReader) => {
    reader = rows;
    await afterFrame();
    if (signal.aborted) return;
    shown = rows(viewFinder()).slice(0, 200);
    await learn(shown, known);
    draw();
  };
  const draw = () => {
    const marked = shown.filter(row => known.get(keyOf(row)) && row.element.isConnected);
    // Asking for a style costs a page that scrolls more than everything else here.
    if (marked.length === 0 && root.childElementCount === 0) return;
    const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
    root.replaceChildren(
      ...marked.flatMap(({ element, beside }) => dotBeside(beside ?? element, isRtl) ?? []),
    );
  };
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  const redraw = () => {
    if (shown.some(row => known.get(keyOf(row)))) requestAnimationFrame(draw);
  };
  let stopped: number | undefined;
  /** Scrolling moves marks at once, and brings other rows into view, which are looked at when it has ended. */
  const scrolled = () => {
    redraw();
    clearTimeout(stopped);
    stopped = window.setTimeout(() => reader && show(reader).catch(() => undefined), afterScrolling);
  };
  document.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
  window.addEventListener('resize', redraw, { signal });
  return {
    clear: () => {
      known.clear();
      shown = [];
      draw();
    },
    show,
    verify: rows => {
      if (root.childElementCount === 0) return false;
      if (isVerifying) return true;
      isVerifying = true;
      requestAnimationFrame(() => {
        isVerifying = false;
        const marked = new Map(
          shown.filter(row => known.get(keyOf(row))).map(row => [row.element, keyOf(row)]),
        );
        const still = rows(element => marked.has(element));
        shown = still.filter(row => marked.get(row.element) === keyOf(row));
        draw();
      });
      return true;
    },
  };
}

const keyOf = ({ identity: { kind, value, id = '' } }: Row) => `${kind}:${value.toLowerCase()}:${id}`;

/** Asks the background about those it was not asked about yet. */
async function learn(rows: Row[], known: Map<string, boolean>): Promise<void> {
  const unknown = [...new Map(rows.map(row => [keyOf(row), row])).values()].filter(
    row => !known.has(keyOf(row)),
  );
  for (let at = 0; at < unknown.length; at += portion) {
    const part = unknown.slice(at, at + portion);
    const answers = await call('page.marks', { identities: part.map(row => row.identity) });
    for (const [index, row] of part.entries()) known.set(keyOf(row), answers[index] === true);
  }
}

/** A mark beside an element; undefined where that is out of view. */
function dotBeside(element: Element, isRtl: boolean): HTMLElement | undefined {
  const box = element.getBoundingClientRect();
  if (box.height === 0 || box.bottom < 0 || box.top > innerHeight) return undefined;
  const dot = element.ownerDocument.createElement('span');
  const left = isRtl ? Math.min(innerWidth - 6, box.right + 2) : Math.max(0, box.left - 8);
  // Long comments are marked beside their first lines.
  const top = box.top + Math.min(box.height, 48) / 2 - 3;
  dot.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:6px;height:6px;border-radius:50%;background:#2c7a5c;`;
  return dot;
}

/** Tells of one row after the other whether it is in view; lists run downwards, so the first below ends the look. */
function viewFinder(): (row: Element) => boolean {
  let isBelow = false;
  return row => {
    if (isBelow) return false;
    const box = row.getBoundingClientRect();
    isBelow = box.height > 0 && box.top >= innerHeight;
    return box.height > 0 && box.bottom > 0 && !isBelow;
  };
}
