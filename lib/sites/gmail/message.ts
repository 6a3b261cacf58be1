// The messages of an open Gmail thread: which they are, who wrote them, to whom, and their ids.
import { cleanName, isAddress, type ReadAddress, readAddress } from '../addresses';
import { FOCUS_TEXT, MAX_MESSAGES, type ReadMessage } from '../conversation';
import { attribute, lineOf, textOf, visible } from '../dom';
import { ofGmail } from './elements';
import { hexId, loggedIds, newId } from './place';
import {
  BODY,
  COLLAPSED,
  LOGGED,
  MESSAGE,
  PRINTED_SENDER,
  PRINTED_TIME,
  QUOTED,
  RECIPIENT,
  RECIPIENTS,
  SENDERS,
  WRITTEN,
} from './selectors';
import { timeOf } from './time';

const MAX_ITEMS = MAX_MESSAGES + 16;
const MAX_RECIPIENTS = 100;

/**
 * The newest messages below `root` in page order; those without an address are left out. Where `root` is not
 * `known` to be on screen, threads that Gmail keeps hidden are too.
 */
export function readMessages(root: Element, known: boolean, now: number): ReadMessage[] {
  return messageElements(root).flatMap(element => {
    const from = known || visible(element.parentElement ?? element) ? senderOf(element) : undefined;
    if (!from) return [];
    const body = bodyOf(element);
    const expanded = body !== undefined && !element.closest(COLLAPSED);
    const id = messageId(element);
    const [printed] = ofGmail(element, PRINTED_TIME, 1);
    return [
      {
        id,
        at: timeOf(id, printed && attribute(printed, 'title', 200), now),
        from,
        to: recipientsOf(element, from.value),
        text: expanded ? textOf(body, FOCUS_TEXT, QUOTED) : undefined,
        expanded,
      },
    ];
  });
}

/** The thread id that the messages' log attributes name. */
export function loggedThread(root: Element): string | undefined {
  for (const element of ofGmail(root, LOGGED, 60)) {
    const { thread } = loggedIds(element);
    if (thread) return thread;
  }
  return undefined;
}

/** Whether a message stands below `root`, outside of what people wrote. */
export function hasMessage(root: Element): boolean {
  return ofGmail(root, MESSAGE, 1).length > 0;
}

/** Outermost element of each message, gathered from the end, since the newest matter most. */
function messageElements(root: Element): Element[] {
  const all = root.querySelectorAll(MESSAGE);
  const found: Element[] = [];
  for (let i = all.length - 1; i >= 0 && found.length < MAX_ITEMS; i--) {
    const element = all[i];
    if (!element) break;
    const written = element.parentElement?.closest(WRITTEN);
    if (written) {
      while (i > 0 && written.contains(all[i - 1] ?? null)) i--;
      continue;
    }
    const inner = found.filter(other => element.contains(other));
    if (new Set(inner.map(shownId).filter(Boolean)).size > 1) continue;
    found.splice(found.length - inner.length, inner.length, element);
  }
  return found.reverse();
}

function shownId(element: Element): string | undefined {
  return (
    hexId(attributeWithin(element, 'data-legacy-message-id')) ?? attributeWithin(element, 'data-message-id')
  );
}

/** The attribute of the element or of what Gmail put into it. */
function attributeWithin(element: Element, name: string): string | undefined {
  const own = attribute(element, name, 80);
  if (own) return own;
  const inner = ofGmail(element, `[${name}]`, 1)[0];
  return inner && attribute(inner, name, 80);
}

function messageId(element: Element): string | undefined {
  const plain = attributeWithin(element, 'data-message-id');
  const known = hexId(attributeWithin(element, 'data-legacy-message-id')) ?? hexId(plain);
  if (known) return known;
  const logged = ofGmail(element, LOGGED, 20)
    .map(part => loggedIds(part).message)
    .find(id => id !== undefined);
  return hexId(logged) ?? newId(plain) ?? newId(logged);
}

function senderOf(message: Element): ReadAddress | undefined {
  for (const selector of SENDERS) {
    for (const element of ofGmail(message, selector, 8)) {
      const sender = element.closest(RECIPIENTS) ? undefined : personOf(element);
      if (sender) return sender;
    }
  }
  const printed = ofGmail(message, PRINTED_SENDER, 1)[0];
  const address = printed && lineOf(printed, 340).replace(/^<|>$/g, '');
  return readAddress(address);
}

function recipientsOf(message: Element, sender: string): ReadAddress[] {
  return ofGmail(message, RECIPIENT, MAX_RECIPIENTS).flatMap(element => {
    const person = element.matches('.gD') ? undefined : personOf(element);
    return person && (person.value !== sender || element.closest(RECIPIENTS)) ? [person] : [];
  });
}

/** The address of an element that stands for a person, with the name Gmail gives it. */
function personOf(element: Element): ReadAddress | undefined {
  const email = attribute(element, 'email') ?? attribute(element, 'data-hovercard-id');
  if (!isAddress(email)) return undefined;
  return readAddress(email, cleanName(element.getAttribute('name')?.slice(0, 600)) ?? lineOf(element));
}

function bodyOf(message: Element): Element | undefined {
  const outer = ofGmail(message, BODY, 1)[0];
  return outer?.querySelector('.a3s') ?? outer;
}
