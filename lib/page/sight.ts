// Whether the sidebar is seen as it is drawn. A page may cover or move it to lure a click that its user can't see.

import { afterFrame } from './after-frame';

/** How long (ms) it must have been in full sight before a click in it counts, and how often that is looked at. */
const [enough, often] = [500, 200];
/** Where the sidebar is looked at: parts of its width and height. */
const grid = [0.08, 0.5, 0.92];

export type Sight = {
  /** Whether the sidebar has been in full sight for long enough. */
  isClear(): boolean;
  /** Told when the page threw the sidebar out or moved it: whatever was seen before does not count. */
  lost(): void;
};

/**
 * Looks at the host again and again while the page is drawn, since a page could show it again just when it is clicked.
 * The host is in the top layer: opacity, filters, masks and clips of the page do not reach it, so what remains is to be
 * taken out or covered. A look comes right after a frame, when the layout is settled: it costs no layout of its own.
 */
export function watchSight(host: HTMLElement, box: HTMLElement, signal: AbortSignal): Sight {
  let lastHidden = Number.NEGATIVE_INFINITY;
  const look = () => {
    if (!box.hidden && !isInSight(host, box)) lastHidden = performance.now();
  };
  const next = async () => {
    await afterFrame();
    if (signal.aborted) return;
    look();
    setTimeout(next, often);
  };
  void next();
  const lost = () => {
    lastHidden = performance.now();
  };
  const isClear = () => {
    look();
    return !box.hidden && performance.now() - lastHidden >= enough;
  };
  return { isClear, lost };
}

function isInSight(host: HTMLElement, box: HTMLElement): boolean {
  const { ownerDocument: document } = host;
  if (host.parentNode !== document.documentElement || !host.matches(':popover-open')) return false;
  const area = box.getBoundingClientRect();
  if (area.width < 200 || area.height < 200) return false;
  const isCovered = [...document.querySelectorAll(':popover-open, :modal, :fullscreen')].some(
    other => other !== host && overlaps(other.getBoundingClientRect(), area),
  );
  if (isCovered) return false;
  return grid.every(x =>
    grid.every(y => document.elementFromPoint(area.x + area.width * x, area.y + area.height * y) === host),
  );
}

const overlaps = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
