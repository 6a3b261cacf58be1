// Marks on list rows of known people: one overlay of our own, so that rows and layout are the same for everybody.
import { call } from '../rpc/client';
import type { Row } from '../sites/site';
import { afterFrame } from './after-frame';

/** The most identities asked for at once; the background refuses more. */
const portion = 64;

/** `show` is given a reader of the rows, which asks of each whether it is wanted. */
export type Marks = {
  show(rows: (wanted: (row: Element) => boolean) => Row[]): Promise<void>;
  clear(): void;
};

/** Draws marks over the rows in view, in a closed host that takes no clicks. Answers are kept while the page lives. */
export function createMarks(document: Document, signal: AbortSignal): Marks {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  host.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483645;';
  const known = new Map<string, boolean>();
  let shown: Row[] = [];
  const key = ({ identity }: Row) => `${identity.kind}:${identity.value.toLowerCase()}`;
  const draw = () => {
    root.replaceChildren();
    const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
    for (const row of shown) {
      if (!known.get(key(row)) || !row.element.isConnected) continue;
      const box = row.element.getBoundingClientRect();
      if (box.height === 0 || box.bottom < 0 || box.top > innerHeight) continue;
      const dot = document.createElement('span');
      dot.style.cssText = `position:absolute;left:${isRtl ? Math.min(innerWidth - 6, box.right + 2) : Math.max(0, box.left - 8)}px;top:${box.top + box.height / 2 - 3}px;width:6px;height:6px;border-radius:50%;background:#2c7a5c;`;
      root.append(dot);
    }
  };
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  const redraw = () => requestAnimationFrame(draw);
  document.addEventListener('scroll', redraw, { capture: true, passive: true, signal });
  window.addEventListener('resize', redraw, { signal });
  return {
    clear: () => {
      known.clear();
      shown = [];
      draw();
    },
    show: async rows => {
      await afterFrame();
      shown = rows(viewFinder()).slice(0, 200);
      const unknown = [
        ...new Map(shown.filter(row => !known.has(key(row))).map(row => [key(row), row])).values(),
      ];
      for (let at = 0; at < unknown.length; at += portion) {
        const part = unknown.slice(at, at + portion);
        const answers = await call('page.marks', { identities: part.map(row => row.identity) });
        for (const [index, row] of part.entries()) known.set(key(row), answers[index] === true);
      }
      draw();
    },
  };
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
