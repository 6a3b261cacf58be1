// Watching a page: tells when the address or something relevant changed, in one batch per frame.

/** Changes are read at most this often (ms); a busy page is read once it pauses or this much later. */
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
  let timer: number | undefined;
  let first = 0;
  const watched = new WeakSet<Document>();
  const read = () => {
    timer = undefined;
    first = 0;
    watchInner();
    changed();
  };
  const schedule = () => {
    const now = performance.now();
    if (first === 0) first = now;
    if (timer !== undefined) clearTimeout(timer);
    timer = window.setTimeout(read, now - first > latest ? 0 : quiet);
  };
  const observer = new MutationObserver(records => {
    if (records.some(record => record.addedNodes.length > 0 || record.removedNodes.length > 0)) schedule();
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
  document.addEventListener('load', schedule, { capture: true, signal });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, schedule, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== undefined) clearTimeout(timer);
  });
  read();
}
