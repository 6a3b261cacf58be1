// Gmail: the open thread, its people, list rows and composers, read from its own page.
import type { Sighting } from '../../model/sighting';
import { isAddress } from '../addresses';
import { composeOf, conversationOf } from '../conversation';
import { attribute, lineOf, visible } from '../dom';
import type { Row, Site } from '../site';
import { composersOf, firstRecipients } from './compose';
import { ofGmail } from './elements';
import { hasMessage, loggedThread, readMessages } from './message';
import { hexId, newId, ownAddressOf, type Place, placeOf } from './place';
import { COMPOSE_WINDOW, MAIN, ROW, ROW_PERSON, SUBJECT, THREAD } from './selectors';

const MAX_ROWS = 500;

export const gmail: Site = {
  id: 'gmail',
  name: 'Gmail',
  hosts: ['mail.google.com'],
  presence: 'sidebar',
  channel: 'email',
  detects: (_document, url) => url.hostname === 'mail.google.com' && url.pathname.startsWith('/mail'),
  read,
  rows,
  composers: composersOf,
  innerDocuments: () => [],
};

function read(document: Document, url: URL, now = Date.now()): Sighting | undefined {
  const place = placeOf(url);
  const ownAddress = ownAddressOf(document);
  const frame = {
    site: gmail.id,
    url: place.url,
    ...(place.account && { account: place.account }),
    ...(ownAddress && { ownAddress }),
  };
  const main = mainOf(document);
  const subject = subjectOf(main, place);
  const thread = subject ? threadAround(subject, main) : main;
  const messages = readMessages(thread, subject !== undefined, now);
  if (messages.length > 0) {
    const id = threadId(subject, thread, place);
    const title = subject && lineOf(subject);
    return conversationOf(frame, messages, id ? { id, ...(title && { title }) } : undefined);
  }
  if (place.thread) return { ...frame, kind: 'unreadable', people: [] };
  // A draft over a list shows whom it goes to; in a window of its own it is all that there is.
  const fields = firstRecipients(document);
  const isAddressed = fields?.some(field => field.addresses.length > 0);
  if (fields && (isAddressed || document.querySelector(COMPOSE_WINDOW))) return composeOf(frame, fields);
  return main.querySelector(ROW) || main.matches(MAIN) ? { ...frame, kind: 'list', people: [] } : undefined;
}

function rows(document: Document, _url: URL, wanted: (row: Element) => boolean = () => true): Row[] {
  const own = ownAddressOf(document)?.toLowerCase();
  const found: Row[] = [];
  const main = mainOf(document);
  for (const element of ofGmail(main, ROW, MAX_ROWS)) {
    // Without a known view, the lists that Gmail keeps hidden are among the rows.
    if ((!main.matches(MAIN) && !visible(element)) || !wanted(element)) continue;
    const value = ofGmail(element, ROW_PERSON, 8)
      .map(person => attribute(person, 'email'))
      .find(address => isAddress(address) && address.toLowerCase() !== own);
    if (value) found.push({ element, identity: { kind: 'email', value } });
  }
  return found;
}

/** The view on screen; Gmail keeps others hidden beside it. */
function mainOf(document: Document): Element {
  const mains = ofGmail(document.documentElement, MAIN, 20);
  return mains.find(visible) ?? document.body ?? document.documentElement;
}

/** The visible subject line; of several the one the address names. */
function subjectOf(main: Element, place: Place): Element | undefined {
  const shown = ofGmail(main, SUBJECT, 10).filter(visible);
  return (
    shown.find(subject => hexId(attribute(subject, 'data-legacy-thread-id')) === place.thread) ?? shown[0]
  );
}

/** The nearest element around the subject with messages in it, never larger than a thread. */
function threadAround(subject: Element, main: Element): Element {
  let around = subject;
  while (around !== main && !around.matches(THREAD) && !hasMessage(around)) {
    if (!around.parentElement) break;
    around = around.parentElement;
  }
  return around;
}

function threadId(subject: Element | undefined, thread: Element, place: Place): string | undefined {
  const legacy = subject && hexId(attribute(subject, 'data-legacy-thread-id'));
  const permanent = subject && attribute(subject, 'data-thread-perm-id', 80);
  const logged = loggedThread(thread);
  return (
    legacy ??
    hexId(permanent) ??
    (place.thread && (hexId(place.thread) ?? place.thread)) ??
    hexId(logged) ??
    newId(permanent) ??
    newId(logged)
  );
}
