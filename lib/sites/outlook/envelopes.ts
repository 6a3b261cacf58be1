// Which sender, recipients and body belong together: one sender in each message, whatever Outlook's frames are called.
import { MESSAGE } from './selectors';

/** What stands in a reading pane, in page order and without what people wrote. */
export type Hooks = {
  senders: Element[];
  /** Whether senders are known by an id; where they are not, a message needs a frame. */
  areNamed: boolean;
  wells: Element[];
  bodies: Element[];
  /** Bodies and frames. */
  starts: Element[];
};
/** What is around one message. Who is folded has no body. */
export type Envelope = { element: Element; sender: Element; body?: Element };

type Count = (element: Element) => number;
type Counts = { sendersIn: Count; wellsIn: Count; bodiesIn: Count };

const MAX_STEPS = 60;

/** The messages below `pane` in page order. Where more than one could be the sender of something, it is left out. */
export function envelopesIn(pane: Element, { senders, areNamed, wells, bodies, starts }: Hooks): Envelope[] {
  const counts = {
    sendersIn: counted(senders, pane),
    wellsIn: counted(wells, pane),
    bodiesIn: counted(bodies, pane),
  };
  const senderIn = firstIn(senders, pane);
  const bodyIn = firstIn(bodies, pane);
  const found = new Map<Element, Envelope>();
  for (const start of starts) {
    const frame = frameOf(start, counts);
    const element = frame ?? (areNamed ? aroundUnframed(start, pane, counts) : undefined);
    const sender = element && senderIn.get(element);
    if (!element || !sender || found.has(sender)) continue;
    const body = bodyIn.get(element);
    found.set(sender, { element, sender, ...(body && { body }) });
  }
  return [...found.values()];
}

/**
 * The element around a body that has one sender, and no other message's body. What has recipients and no sender is of a
 * message whose sender was not found.
 */
function aroundUnframed(
  body: Element,
  pane: Element,
  { sendersIn, wellsIn, bodiesIn }: Counts,
): Element | undefined {
  let around = body;
  for (let step = 0; step < MAX_STEPS && sendersIn(around) === 0; step++) {
    if (!around.parentElement || around === pane || wellsIn(around) > 0) return undefined;
    around = around.parentElement;
  }
  if (sendersIn(around) !== 1 || bodiesIn(around) > 1) return undefined;
  for (let step = 0; step < MAX_STEPS && around !== pane && wellsIn(around) === 0; step++) {
    const parent = around.parentElement;
    if (!parent || sendersIn(parent) > 1 || bodiesIn(parent) > 1) break;
    around = parent;
  }
  return around;
}

/**
 * The outermost of Outlook's frames around an element that is of one message still. The innermost may have a second body:
 * the history of that message.
 */
function frameOf(element: Element, { sendersIn, bodiesIn }: Counts): Element | undefined {
  let frame: Element | undefined;
  let next = element.closest(MESSAGE);
  while (next && sendersIn(next) <= 1 && (!frame || bodiesIn(next) === bodiesIn(frame))) {
    frame = next;
    next = next.parentElement?.closest(MESSAGE) ?? null;
  }
  return frame;
}

/** How many of `elements` stand in an element, for everything up to `pane`: counted once, however often it is asked. */
function counted(elements: readonly Element[], pane: Element): Count {
  const counts = new Map<Element, number>();
  for (const element of elements)
    for (const around of upTo(pane, element)) counts.set(around, (counts.get(around) ?? 0) + 1);
  return element => counts.get(element) ?? 0;
}

function firstIn(elements: readonly Element[], pane: Element): Map<Element, Element> {
  const first = new Map<Element, Element>();
  for (const element of elements)
    for (const around of upTo(pane, element)) if (!first.has(around)) first.set(around, element);
  return first;
}

function* upTo(pane: Element, element: Element): Generator<Element> {
  for (let around: Element | null = element; around; around = around.parentElement) {
    yield around;
    if (around === pane) return;
  }
}
