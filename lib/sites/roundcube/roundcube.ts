// Roundcube, on whatever host: list with preview, full message, compose page, by their structure.
import type { Sighting } from '../../model/sighting';
import { isAddress, readAddressList } from '../addresses';
import { composeOf, conversationOf } from '../conversation';
import { cut, frameDocument, lineOf } from '../dom';
import type { Row, Site } from '../site';
import { composersOf, editorDocument, fieldsOf, isComposePage } from './compose';
import { ofRoundcube } from './elements';
import { addressesIn, hasHeader, readMessage } from './message';
import {
  BODY,
  HEADER,
  IDENTITY,
  LIST,
  LOGIN,
  MAIL_TASK,
  PREVIEW,
  ROW,
  ROW_PEOPLE,
  USERNAME,
} from './selectors';

const MAX_ROWS = 500;
const [MAX_SCRIPTS, MAX_SCRIPT] = [50, 200_000];

export const roundcube: Site = {
  id: 'roundcube',
  name: 'Roundcube',
  hosts: [],
  presence: 'sidebar',
  channel: 'email',
  detects,
  read,
  rows,
  composers: composersOf,
  innerDocuments: document =>
    [previewOf(document)?.document, editorDocument(document)].filter(inner => inner !== undefined),
};

function detects(document: Document, url: URL): boolean {
  if (document.querySelector(`${LOGIN}, ${MAIL_TASK}`)) return true;
  const structure = document.querySelector(`${LIST}, ${HEADER}`) !== null || isComposePage(document);
  return structure && url.searchParams.get('_task') === 'mail';
}

function read(document: Document, url: URL, now?: number): Sighting | undefined {
  // An expired session shows the login form at the address of the message.
  if (ofRoundcube(document, LOGIN)) return undefined;
  const ownAddress = ownAddressOf(document);
  const preview = previewOf(document);
  const inner = preview?.document;
  const open = hasHeader(document) || !inner ? document : inner;
  const address = open === document ? url : preview?.url;
  const place = placeOf(address, url);
  const frame = { site: roundcube.id, url: linkTo(url, place), ...(ownAddress && { ownAddress }) };
  if (isComposePage(document)) return composeOf(frame, fieldsOf(document));
  const message = readMessage(open, now);
  if (message) {
    const { title } = message;
    // Numbers change when a mail is moved, and there are no threads: neither is an id that lasts.
    return conversationOf(frame, [message], title ? { title } : {});
  }
  if (place.uid && open.readyState !== 'loading') return { ...frame, kind: 'unreadable', people: [] };
  return document.querySelector(LIST) ? { ...frame, kind: 'list', people: [] } : undefined;
}

function rows(document: Document, _url: URL, wanted: (row: Element) => boolean = () => true): Row[] {
  const own = ownAddressOf(document)?.toLowerCase();
  const found: Row[] = [];
  for (const element of document.querySelectorAll(ROW)) {
    if (found.length >= MAX_ROWS) break;
    if (element.closest(BODY) || !wanted(element)) continue;
    const people = element.querySelector(ROW_PEOPLE);
    const addresses = people ? addressesIn(people) : [];
    const value = addresses.find(address => address.value.toLowerCase() !== own)?.value;
    if (value) found.push({ element, identity: { kind: 'email', value } });
  }
  return found;
}

type Preview = { document: Document; url?: URL };

/** The frame beside the list, with its address where a mail is in it. */
function previewOf(document: Document): Preview | undefined {
  const element = document.querySelector<HTMLIFrameElement>(PREVIEW);
  const inner = frameDocument(element);
  if (!inner) return undefined;
  const addresses = [inner.URL, element?.getAttribute('src') ?? ''];
  const found = addresses
    .map(address => parse(address, document.baseURI))
    .find(url => url?.searchParams.has('_uid'));
  return { document: inner, ...(found && { url: found }) };
}

type Place = { folder?: string; uid?: string };

/** Folder and number of the open mail; the folder alone for a list. */
function placeOf(open: URL | undefined, top: URL): Place {
  const folder = open?.searchParams.get('_mbox') ?? top.searchParams.get('_mbox');
  const uid = open?.searchParams.get('_uid');
  return {
    ...(folder && { folder: cut(folder, 250) }),
    ...(uid && /^[\w.-]{1,40}$/.test(uid) && { uid }),
  };
}

/** The address without session tokens. */
function linkTo(url: URL, { folder, uid }: Place): string {
  const parameters = new URLSearchParams({ _task: 'mail' });
  if (folder) parameters.set('_mbox', folder);
  if (uid) {
    parameters.set('_uid', uid);
    parameters.set('_action', 'show');
  }
  const page = cut(`${url.origin}${url.pathname}`, 1000);
  return `${page}?${parameters}`;
}

function ownAddressOf(document: Document): string | undefined {
  const username = ofRoundcube(document, USERNAME);
  const shown = username ? lineOf(username, 320) : loginOf(document);
  if (isAddress(shown)) return shown;
  const option = ofRoundcube<HTMLSelectElement>(document, IDENTITY)?.selectedOptions[0];
  return option ? readAddressList(lineOf(option, 700))[0]?.value : undefined;
}

/** The login that Roundcube tells its own script; pages of one mail name it nowhere else. */
function loginOf(document: Document): string | undefined {
  for (const { textContent: text } of [...document.scripts].slice(0, MAX_SCRIPTS)) {
    if (!text?.includes('rcmail.set_env(') || text.length > MAX_SCRIPT) continue;
    const login = /"username":"([^"\\]{1,320})"/.exec(text)?.[1];
    if (login) return login;
  }
  return undefined;
}

function parse(address: string, base: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
