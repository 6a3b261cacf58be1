// The messages of Outlook's reading pane, each with its head, its recipients and what was written.
import type { ReadAddress } from '../addresses';
import { FOCUS_TEXT, MAX_MESSAGES, type ReadMessage } from '../conversation';
import { textOf } from '../dom';
import { reveal } from './card';
import { draftsOf } from './compose';
import { type Envelope, envelopesIn } from './envelopes';
import { peopleOf, personIn, wellsOf } from './people';
import { BODY, FROM, LABELLED, MESSAGE, QUOTE, SENDER_NAME, WELL } from './selectors';
import { isWritten } from './written';

/** The messages in page order; those without a sender are left out. */
export function readMessages(pane: Element, document: Document): ReadMessage[] {
  const drafts = draftsOf(document);
  const isOfMail = (element: Element) =>
    !isWritten(element) && !drafts.some(draft => draft.contains(element));
  const isOutermost = ({ parentElement }: Element) => parentElement !== null && isOfMail(parentElement);
  const found = (selector: string) => [...pane.querySelectorAll(selector)];
  const named = found(FROM).filter(isOfMail);
  const envelopes = envelopesIn(pane, {
    areNamed: named.length > 0,
    wells: found(WELL).filter(isOfMail),
    senders: named.length > 0 ? named : labelledSenders(found(LABELLED).filter(isOfMail), pane),
    bodies: found(BODY).filter(isOutermost),
    starts: found(`${BODY}, ${MESSAGE}`).filter(start =>
      start.matches(BODY) ? isOutermost(start) : isOfMail(start),
    ),
  });
  const read = envelopes.slice(-MAX_MESSAGES).flatMap(envelope => readMessage(envelope, isOfMail) ?? []);
  const revealed = reveal(
    document,
    read.map(({ from, to, cc = [] }) => [from, ...to, ...cc]),
  );
  return read.map(message => ({
    ...message,
    from: revealed(message.from),
    to: message.to.map(revealed),
    ...(message.cc && { cc: message.cc.map(revealed) }),
  }));
}

/** Senders of heads without ids: a label with an address, or one on a sender's name; recipients stand in their fields. */
function labelledSenders(labelled: readonly Element[], pane: Element): Element[] {
  const hasFields = pane.querySelector(WELL) !== null;
  const outside = labelled.filter(element => !element.closest(WELL));
  const senders = outside.filter(element => {
    const isName = element.matches(SENDER_NAME) || element.querySelector(SENDER_NAME) !== null;
    return isName || (hasFields && Boolean(personIn(element)?.value));
  });
  return senders.filter((element, place) => !element.contains(senders[place + 1] ?? null));
}

function readMessage(
  { element, sender, body }: Envelope,
  isOfMail: (element: Element) => boolean,
): ReadMessage | undefined {
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
    .flatMap(label => personIn(label) ?? [])
    .filter(person => person.value && person.name === shown.name);
  return beside && others.every(({ value }) => value === beside.value) ? beside : shown;
}

const isBefore = (element: Element, other: Element): boolean =>
  (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
  !element.contains(other);
