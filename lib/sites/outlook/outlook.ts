// Outlook on the web: the open conversation, its people (some by name only), list rows and drafts.
import type { Sighting } from '../../model/sighting';
import { findAddresses, isAddress } from '../addresses';
import { composeOf, conversationOf } from '../conversation';
import { attribute, cut, lineOf, visible } from '../dom';
import type { Row, Site } from '../site';
import { composersOf, firstRecipients } from './compose';
import { readMessages } from './message';
import {
  ACCOUNT,
  ACCOUNT_BUTTON,
  CHOSEN_ROW,
  DRAFT,
  LIST,
  OTHER_SUBJECT,
  READING_PANE,
  ROW,
  ROW_ADDRESS,
  SUBJECT,
  WRITTEN,
} from './selectors';

const MAX_ROWS = 500;

export const outlook: Site = {
  id: 'outlook',
  name: 'Outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'],
  presence: 'sidebar',
  channel: 'email',
  reveal: 'Point at the name in the message until their card opens: with the address they are recognised.',
  detects: (_document, url) => outlook.hosts.includes(url.hostname) && isMail(url),
  read,
  rows,
  composers: (document, url) => (isMail(url) ? composersOf(document) : []),
  innerDocuments: () => [],
};

const isMail = ({ pathname }: URL) => /^\/mail(?:\/|$)/.test(pathname);

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
  const pane = [...document.querySelectorAll(READING_PANE)].find(visible);
  const messages = pane ? readMessages(pane, document) : [];
  if (messages.length > 0) {
    const id = conversationId(document) ?? open;
    const title = pane && subjectOf(pane);
    return conversationOf(frame, messages, { ...(id && { id }), ...(title && { title }) });
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
    if (!wanted(element)) continue;
    const value = [...element.querySelectorAll(ROW_ADDRESS)]
      .slice(0, 8)
      .map(span => attribute(span, 'title'))
      .find(title => isAddress(title) && title.toLowerCase() !== own);
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

function conversationId(document: Document): string | undefined {
  const row = document.querySelector(CHOSEN_ROW);
  return row ? attribute(row, 'data-convid', 300) : undefined;
}

function subjectOf(pane: Element): string | undefined {
  const own = (selector: string) =>
    [...pane.querySelectorAll(selector)].find(element => !element.closest(`${WRITTEN}, ${DRAFT}`));
  const subject = own(SUBJECT);
  if (subject) return lineOf(subject) || undefined;
  const other = own(OTHER_SUBJECT);
  return other && attribute(other, 'title', 300);
}

/** The signed-in user's address: the name of the first folder tree, else in the label of the account button. */
function ownAddressOf(document: Document): string | undefined {
  for (const element of document.querySelectorAll(ACCOUNT)) {
    const names = ['data-folder-name', 'title'].map(name => attribute(element, name));
    const address = names.find(name => isAddress(name));
    if (address) return address;
  }
  const button = document.querySelector(ACCOUNT_BUTTON);
  return button ? findAddresses(attribute(button, 'aria-label', 600) ?? '').at(-1) : undefined;
}
