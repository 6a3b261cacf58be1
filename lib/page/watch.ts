// Watching a page: tells when the address or something relevant changed, in one batch per frame.

/**
 * When a page that stood still changes, it is read this soon (ms), so that a message is known at once; then again when
 * it has been quiet for a while, and a page that never is at the latest after `latest`.
 */
const soon = 16;
const quiet = 150;
const latest = 1000;

/**
 * Calls `changed` after the page or one of its inner documents changed. Only added or removed nodes count: typing and
 * attribute noise cost nothing. `innerDocuments` are looked up anew after every batch. Stops with `signal`.
 */
export function watchPage(
  document: Document,
  innerDocuments: () => Document[],
  changed: () => void,
  signal: AbortSignal,
): void {
  const watched = new WeakSet<Document>();
  const timing = readInTime(() => {
    watchInner();
    changed();
  });
  const observer = new MutationObserver(records => {
    if (records.some(record => record.addedNodes.length > 0 || record.removedNodes.length > 0))
      timing.nodes();
  });
  const watchInner = () => {
    for (const inner of innerDocuments()) {
      if (watched.has(inner) || !inner.documentElement) continue;
      watched.add(inner);
      observer.observe(inner.documentElement, { childList: true, subtree: true });
    }
  };
  observer.observe(document.documentElement, { childList: true, subtree: true });
  // An inner document that loads replaces the one that was watched; load events do not bubble but can be captured.
  document.addEventListener('load', timing.nodes, { capture: true, signal });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, timing.address, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    timing.stop();
  });
  timing.now();
}

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
