// Outlook on the web: the open conversation, its people (some by name only), list rows and drafts.
import type { Sighting } from '../../model/sighting';
import { findAddresses, isAddress, oneLine } from '../addresses';
import { composeOf, conversationOf } from '../conversation';
import { attribute, cut, lineOf, visible } from '../dom';
import type { Row, Site } from '../site';
import { composersOf, draftsOf, firstRecipients } from './compose';
import { readThread } from './message';
import {
  ACCOUNT,
  ACCOUNT_BUTTON,
  CHOSEN_ROW,
  LIST,
  MAIN,
  OTHER_SUBJECT,
  READING_PANE,
  ROW,
  ROW_ADDRESS,
  SUBJECT,
} from './selectors';
import { isWritten } from './written';

const MAX_ROWS = 500;

export const outlook: Site = {
  id: 'outlook',
  name: 'Outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'],
  presence: 'sidebar',
  channel: 'email',
  reveal: 'Point at the name in the message until their card opens: with the address they are recognised.',
  // One page goes from mail to calendar and back.
  detects: (_document, url) => outlook.hosts.includes(url.hostname),
  read,
  rows,
  composers: (document, url) => (isMail(url) ? composersOf(document) : []),
  attributes: ['data-convid'],
  innerDocuments: () => [],
};

/** Settings lie over the mail, and have an address below it. */
const isMail = ({ pathname }: URL) => /^\/mail(?:\/(?!(?:\d+\/)?options(?:\/|$))|$)/.test(pathname);

function read(document: Document, url: URL): Sighting | undefined {
  if (!isMail(url)) return undefined;
  const ownAddress = ownAddressOf(document);
  const open = openId(url);
  const link = open ? url.pathname : url.pathname.replace(/\/id\/.*$/, '');
  const frame = {
    site: outlook.id,
    url: cut(`${url.origin}${link}`, 2000),
    ...(ownAddress && { ownAddress }),
  };
  const pane = paneOf(document);
  const thread = pane && readThread(pane, document);
  if (thread && thread.messages.length > 0) {
    const id = conversationId(document, open);
    const title = subjectOf(pane);
    return conversationOf(
      frame,
      thread.messages,
      { ...(id && { id }), ...(title && { title }) },
      thread.isNewestFirst,
    );
  }
  const fields = firstRecipients(document);
  if (fields) return composeOf(frame, fields);
  if (open) return { ...frame, kind: 'unreadable', people: [] };
  return document.querySelector(LIST) ? { ...frame, kind: 'list', people: [] } : undefined;
}

/** Contacts of the user stand in the list by name only: they get no mark, which is better than a wrong one. */
function rows(document: Document, url: URL, wanted: (row: Element) => boolean = () => true): Row[] {
  if (!isMail(url)) return [];
  const own = ownAddressOf(document)?.toLowerCase();
  const found: Row[] = [];
  for (const element of document.querySelectorAll(ROW)) {
    if (found.length >= MAX_ROWS) break;
    if (!wanted(element) || isWritten(element)) continue;
    const value = addressesOf(element).find(address => address.toLowerCase() !== own);
    if (value) found.push({ element, identity: { kind: 'email', value } });
  }
  return found;
}

/** The id of what is open, as the address has it. */
function openId({ pathname }: URL): string | undefined {
  const encoded = /\/id\/([^/]{1,600})/.exec(pathname)?.[1];
  try {
    return encoded && cut(decodeURIComponent(encoded), 300);
  } catch {
    return undefined;
  }
}

/**
 * The chosen row says it. The address of the page has an id of a conversation, or one of a single mail, which Outlook
 * makes anew each time: the two begin differently.
 */
function conversationId(document: Document, open: string | undefined): string | undefined {
  const [row, ...others] = [...document.querySelectorAll(CHOSEN_ROW)].filter(chosen => !isWritten(chosen));
  const id = row && others.length === 0 ? attribute(row, 'data-convid', 300) : undefined;
  return id ?? (open && /^A[AQ]Q/.test(open) ? open : undefined);
}

function paneOf(document: Document): Element | undefined {
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].find(element => !isWritten(element) && visible(element));
  return shown(READING_PANE) ?? shown(MAIN);
}

/**
 * The addresses in titles of a row's names. A subject that is an address is its own title, and stands behind the name of
 * whoever wrote it.
 */
function addressesOf(row: Element): string[] {
  const spans = [...row.querySelectorAll(ROW_ADDRESS)].slice(0, 8);
  return spans.flatMap(span => {
    const title = oneLine(attribute(span, 'title'));
    if (!isAddress(title)) return [];
    const isShown = (text: string, place: number) =>
      text.toLowerCase().indexOf(title.toLowerCase()) === place;
    return isShown(oneLine(lineOf(span)), -1) || isShown(oneLine(lineOf(row)), 0) ? title : [];
  });
}

function subjectOf(pane: Element): string | undefined {
  const drafts = draftsOf(pane.ownerDocument);
  const own = (selector: string) =>
    [...pane.querySelectorAll(selector)].find(
      element => !isWritten(element) && !drafts.some(draft => draft.contains(element)),
    );
  const subject = own(SUBJECT);
  if (subject) return lineOf(subject) || undefined;
  const other = own(OTHER_SUBJECT);
  return other && attribute(other, 'title', 300);
}

/** The signed-in user's address: the name of the first folder tree, else in the label of the account button. */
function ownAddressOf(document: Document): string | undefined {
  for (const element of document.querySelectorAll(ACCOUNT)) {
    if (isWritten(element)) continue;
    const names = ['data-folder-name', 'title'].map(name => attribute(element, name));
    const address = names.find(name => isAddress(name));
    if (address) return address;
  }
  const button = [...document.querySelectorAll(ACCOUNT_BUTTON)].find(element => !isWritten(element));
  return button ? findAddresses(attribute(button, 'aria-label', 600) ?? '').at(-1) : undefined;
}
