// Watching a page: tells when the address or something relevant changed, in one batch per frame.

/**
 * When a page that stood still changes, it is read this soon (ms), so that a message is known at once; then again when
 * it has been quiet for a while, and a page that never is at the latest after `latest`.
 */
const soon = 16;
const quiet = 150;
const latest = 1000;

export type Watching = {
  /** The page's inner documents; looked up anew after every batch. */
  documents(): Document[];
  changed(): void;
  /** Called at once, for what must not even be drawn once more. */
  touched(): void;
  /** Whether scrolling alone shows something else. */
  scrolled(): boolean;
  /** Attributes that say who is meant: lists that recycle their elements change nothing else. */
  attributes?: readonly string[] | undefined;
};

/**
 * Calls `changed` after the page or one of its inner documents changed. Only added or removed nodes and the attributes
 * that were named count: typing and other noise cost nothing. Stops with `signal`.
 */
export function watchPage(document: Document, watching: Watching, signal: AbortSignal): void {
  const watched = new WeakSet<Document>();
  const timing = readInTime(() => {
    watchInner();
    watching.changed();
  });
  const observer = new MutationObserver(records => {
    if (!records.some(isRelevant)) return;
    watching.touched();
    timing.nodes();
  });
  const attributeFilter = watching.attributes && [...watching.attributes];
  const what = { childList: true, subtree: true, ...(attributeFilter?.length && { attributeFilter }) };
  const watchInner = () => {
    for (const inner of watching.documents()) {
      if (watched.has(inner) || !inner.documentElement) continue;
      watched.add(inner);
      observer.observe(inner.documentElement, what);
    }
  };
  observer.observe(document.documentElement, what);
  // An inner document that loads replaces the one that was watched; load events do not bubble but can be captured.
  document.addEventListener('load', timing.nodes, { capture: true, signal });
  const scroll = () => {
    if (watching.scrolled()) timing.address();
  };
  document.addEventListener('scroll', scroll, { capture: true, passive: true, signal });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, timing.address, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    timing.stop();
  });
  timing.now();
}

const isRelevant = ({ type, addedNodes, removedNodes }: MutationRecord) =>
  type === 'attributes' || addedNodes.length > 0 || removedNodes.length > 0;

/** When to read: see `soon`, `quiet` and `latest`. */
function readInTime(read: () => void) {
  let [early, late]: (number | undefined)[] = [];
  let since = 0;
  let isStale = false;
  const now = () => {
    isStale = false;
    read();
  };
  const settle = () => {
    clearTimeout(early);
    late = undefined;
    if (isStale) now();
  };
  /** The address changes before what it names is there: waiting keeps the last message from being read as the next. */
  const address = () => {
    isStale = true;
    if (late === undefined) since = performance.now();
    clearTimeout(late);
    late = window.setTimeout(settle, performance.now() - since > latest ? 0 : quiet);
  };
  const nodes = () => {
    if (late === undefined) early = window.setTimeout(now, soon);
    address();
  };
  const stop = () => {
    clearTimeout(early);
    clearTimeout(late);
  };
  return { now, nodes, address, stop };
}
