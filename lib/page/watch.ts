// Watching a page: tells when the address or something relevant changed, seldom where it changes all the time.

/** When a page that stood still changes, it is read this soon (ms), so that a message is known at once. */
const soon = 16;
/** Then it is not looked at for so long (ms), and read again; twice as long each time while it goes on changing. */
const [shortRest, longRest] = [160, 1280];
/** A page that stood still for so long (ms) after a rest is at rest itself. */
const still = 50;

export type Watching = {
  /** The page's inner documents; looked up anew after every batch. */
  documents(): Document[];
  changed(): void;
  /**
   * Called at once, for what must not even be drawn once more. Gives whether every change must be told: then nothing is
   * left out, which costs a page that redraws a list a good deal more.
   */
  touched(): boolean;
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
  const observer = new MutationObserver(records => {
    if (!records.some(isRelevant)) return;
    const isStrict = watching.touched();
    if (!isStrict) observer.disconnect();
    timing.nodes(!isStrict);
  });
  const attributeFilter = watching.attributes && [...watching.attributes];
  const what = { childList: true, subtree: true, ...(attributeFilter?.length && { attributeFilter }) };
  const observe = () => {
    for (const each of [document, ...watching.documents()])
      if (each.documentElement) observer.observe(each.documentElement, what);
  };
  const timing = readInTime(watching.changed, observe);
  // An inner document that loads replaces the one that was watched; load events do not bubble but can be captured.
  document.addEventListener('load', () => timing.nodes(false), { capture: true, signal });
  const scroll = () => {
    if (watching.scrolled()) timing.address();
  };
  document.addEventListener('scroll', scroll, { capture: true, passive: true, signal });
  const act = ({ isTrusted }: Event) => {
    if (isTrusted) timing.hurry();
  };
  for (const event of ['pointerup', 'keyup'])
    document.addEventListener(event, act, { capture: true, passive: true, signal });
  for (const event of ['hashchange', 'popstate', 'pageshow'])
    window.addEventListener(event, timing.address, { signal });
  signal.addEventListener('abort', () => {
    timing.stop();
    observer.disconnect();
  });
  timing.now();
}

const isRelevant = ({ type, addedNodes, removedNodes }: MutationRecord) =>
  type === 'attributes' || addedNodes.length > 0 || removedNodes.length > 0;

/** When to read, and when to observe again: see `soon`, `shortRest` and `still`. */
function readInTime(read: () => void, observe: () => void) {
  let [early, late]: (number | undefined)[] = [];
  let rest = shortRest;
  let woke = Number.NEGATIVE_INFINITY;
  const now = () => {
    read();
    observe();
  };
  const wake = () => {
    late = undefined;
    woke = performance.now();
    now();
  };
  /** The address changes before what it names is there: waiting keeps the last message from being read as the next. */
  const address = () => {
    clearTimeout(early);
    clearTimeout(late);
    late = window.setTimeout(wake, shortRest);
  };
  /** `isResting`: nothing is observed until the rest is over. */
  const nodes = (isResting: boolean) => {
    if (late !== undefined) return;
    const isBusy = performance.now() - woke < still;
    // What goes on changing is read after its rest only; what changes a second time may be the next message.
    if (!isBusy || rest === shortRest) early = window.setTimeout(read, soon);
    rest = isBusy && isResting ? Math.min(rest * 2, longRest) : shortRest;
    late = window.setTimeout(wake, rest);
  };
  /** Somebody did something: what comes of it is not waited for until a long rest is over. */
  const hurry = () => {
    if (late === undefined || rest === shortRest) return;
    rest = shortRest;
    address();
  };
  const stop = () => {
    clearTimeout(early);
    clearTimeout(late);
  };
  return { now, nodes, address, hurry, stop };
}
