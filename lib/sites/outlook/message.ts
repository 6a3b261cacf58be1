// The messages of Outlook's reading pane, each with its head, its recipients and what was written.
import type { ReadAddress } from '../addresses';
import { FOCUS_TEXT, MAX_MESSAGES, type ReadMessage } from '../conversation';
import { lineOf, textOf } from '../dom';
import { reveal } from './card';
import { draftsOf } from './compose';
import { type Envelope, envelopesIn, type Hooks } from './envelopes';
import { isLater } from './order';
import { peopleOf, personIn, saidIn, wellsOf } from './people';
import { BODY, FROM, LABELLED, MESSAGE, QUOTE, SENDER_NAME, SENT, WELL } from './selectors';
import { isWritten } from './written';

type Test = (element: Element) => boolean;
/** The messages in page order, without those that have no sender. */
export type Thread = { messages: ReadMessage[]; isNewestFirst: boolean };

/** What is open in the reading pane. */
export function readThread(pane: Element, document: Document): Thread {
  const drafts = draftsOf(document);
  const isOfMail = (element: Element) =>
    !isWritten(element) && !drafts.some(draft => draft.contains(element));
  const envelopes = envelopesIn(pane, hooksOf(pane, isOfMail));
  const [first = '', last = ''] = [envelopes[0], envelopes.at(-1)].map(envelope =>
    timeIn(envelope?.element, isOfMail),
  );
  const isNewestFirst = isLater(first, last);
  const kept = isNewestFirst ? envelopes.slice(0, MAX_MESSAGES) : envelopes.slice(-MAX_MESSAGES);
  const messages = kept.flatMap(envelope => readMessage(envelope, isOfMail) ?? []);
  return { messages: withRevealed(messages, document), isNewestFirst };
}

function withRevealed(messages: readonly ReadMessage[], document: Document): ReadMessage[] {
  const revealed = reveal(
    document,
    messages.map(({ from, to, cc = [] }) => [from, ...to, ...cc]),
  );
  return messages.map(message => ({
    ...message,
    from: revealed(message.from),
    to: message.to.map(revealed),
    ...(message.cc && { cc: message.cc.map(revealed) }),
  }));
}

function hooksOf(pane: Element, isOfMail: Test): Hooks {
  const isOutermost = ({ parentElement }: Element) => parentElement !== null && isOfMail(parentElement);
  const found = (selector: string) => [...pane.querySelectorAll(selector)];
  const named = found(FROM).filter(isOfMail);
  return {
    areNamed: named.length > 0,
    senders: named.length > 0 ? named : labelledSenders(found(LABELLED).filter(isOfMail)),
    wells: found(WELL).filter(isOfMail),
    bodies: found(BODY).filter(isOutermost),
    starts: found(`${BODY}, ${MESSAGE}`).filter(start =>
      start.matches(BODY) ? isOutermost(start) : isOfMail(start),
    ),
  };
}

function timeIn(element: Element | undefined, isOfMail: Test): string {
  const time = [...(element?.querySelectorAll(SENT) ?? [])].find(isOfMail);
  return time ? lineOf(time, 80) : '';
}

/**
 * Senders of heads without ids: a label on a sender's name, or one with an address before recipients and text. What comes
 * after these may be named by whoever wrote: files.
 */
function labelledSenders(labelled: readonly Element[]): Element[] {
  const senders = labelled.filter(element => {
    if (element.closest(WELL)) return false;
    if (element.matches(SENDER_NAME) || element.querySelector(SENDER_NAME)) return true;
    const end = element.closest(MESSAGE)?.querySelector(`${WELL}, ${BODY}`);
    return end && isBefore(element, end) && saidIn(element) !== undefined;
  });
  return senders.filter((element, place) => !element.contains(senders[place + 1] ?? null));
}

function readMessage({ element, sender, body }: Envelope, isOfMail: Test): ReadMessage | undefined {
  const wells = wellsOf(element).filter(isOfMail);
  const from = senderOf(sender, element, wells[0]);
  if (!from) return undefined;
  const [to = [], ...others] = wells.map(peopleOf);
  return {
    from,
    to,
    ...(others.length > 0 && { cc: others.flat() }),
    ...(body && { text: textOf(body, FOCUS_TEXT, 'blockquote', QUOTE) }),
    expanded: body !== undefined,
  };
}

/** A name in the head may stand beside a label that has the address of the same person, before all recipients. */
function senderOf(
  sender: Element,
  element: Element,
  firstWell: Element | undefined,
): ReadAddress | undefined {
  const shown = personIn(sender);
  if (!shown || shown.value || !firstWell) return shown;
  const [beside, ...others] = [...element.querySelectorAll(LABELLED)]
    .filter(label => !isWritten(label) && isBefore(label, firstWell))
    .flatMap(label => saidIn(label) ?? [])
    .filter(person => person.name === shown.name);
  return beside && others.every(({ value }) => value === beside.value) ? beside : shown;
}

const isBefore = (element: Element, other: Element): boolean =>
  (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
  !element.contains(other);
