// The messages of Outlook's reading pane: one around each body, and collapsed ones that have no body yet.
import type { ReadAddress } from '../addresses';
import { FOCUS_TEXT, MAX_MESSAGES, type ReadMessage } from '../conversation';
import { textOf } from '../dom';
import { peopleOf, personIn, reveal, wellsOf } from './people';
import { BODY, FROM, LABELLED, MESSAGE, QUOTED, WELL, WRITTEN } from './selectors';

const MAX_STEPS = 30;

/** The messages in page order; those without a sender are left out. */
export function readMessages(pane: Element, document: Document): ReadMessage[] {
  const read = messageElements(pane).flatMap(element => readMessage(element) ?? []);
  const people = read.flatMap(({ from, to, cc = [] }) => [from, ...to, ...cc]);
  const revealed = reveal(document, people);
  return read.map(message => ({
    ...message,
    from: revealed(message.from),
    to: message.to.map(revealed),
    ...(message.cc && { cc: message.cc.map(revealed) }),
  }));
}

function messageElements(pane: Element): Element[] {
  const bodies = [...pane.querySelectorAll(BODY)].filter(body => !body.parentElement?.closest(WRITTEN));
  const around = bodies.map(body => aroundBody(body, pane));
  const collapsed = [...pane.querySelectorAll(MESSAGE)].filter(
    element =>
      !element.closest(WRITTEN) &&
      !element.parentElement?.closest(MESSAGE) &&
      !around.some(other => other.contains(element) || element.contains(other)),
  );
  return [...around, ...collapsed]
    .toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .slice(-MAX_MESSAGES);
}

/** The largest element around a body that holds no other body. */
function aroundBody(body: Element, pane: Element): Element {
  let around = body;
  for (let step = 0; step < MAX_STEPS; step++) {
    const parent = around.parentElement;
    if (!parent || parent === pane || parent.querySelectorAll(BODY).length > 1) break;
    around = parent;
    if (around.matches(MESSAGE)) break;
  }
  return around;
}

function readMessage(element: Element): ReadMessage | undefined {
  const from = senderOf(element);
  if (!from) return undefined;
  const [to, cc] = wellsOf(element).map(peopleOf);
  const body = element.querySelector(BODY);
  return {
    from,
    to: to ?? [],
    ...(cc && { cc }),
    ...(body && { text: textOf(body, FOCUS_TEXT, QUOTED) }),
    expanded: body !== null,
  };
}

function senderOf(element: Element): ReadAddress | undefined {
  // What comes after it may be named by whoever wrote: attachments.
  const end = element.querySelector(`${WELL}, ${BODY}`);
  const isSender = (found: Element) =>
    !found.closest(WRITTEN) &&
    !found.closest(WELL) &&
    !(end && end.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING);
  const named = [...element.querySelectorAll(FROM)].find(isSender);
  const labelled = [...element.querySelectorAll(LABELLED)].filter(isSender).map(personIn);
  const inLabels = labelled.find(person => person?.value);
  const shown = named && personIn(named);
  // A name in the head may stand beside a label that has the address of the same person.
  if (shown?.value || !inLabels) return shown;
  return !shown || shown.name === inLabels.name ? inLabels : shown;
}
