// What Gmail's address, title and attributes say: account, open thread, ids in their two spellings.
import { cleanName, findAddresses, isAddress } from '../addresses';
import { attribute, cut, lineOf } from '../dom';
import { ofGmail } from './elements';
import { BANNER_ACCOUNT, SUBJECT } from './selectors';

export type Place = {
  /** The number in `/u/1/`. */
  account?: string;
  /** The id of the open thread as the address spells it. */
  thread?: string;
  /** The address without drafts, tokens and parameters. */
  url: string;
};

/** Views whose second part is a name or a question, not a thread. */
const NAMED_VIEW = /^(?:label|search|category|advanced-search|section_query|apps|circle)$/;
const NO_MAIL = /^(?:settings|chat|contacts|meet|create-filter|compose)$/;
const THREAD_TOKEN = /^(?:[0-9a-f]{16}|[A-Za-z]{20,200})$/;
const HEX = /^[0-9a-f]{16}$/i;

/** Reads the address of the page. */
export function placeOf(url: URL): Place {
  const [path = ''] = url.hash.slice(1).split('?');
  const parts = path.split('/');
  const view = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const place: Place = { url: `${url.origin}${url.pathname}` };
  const account = /\/u\/(\d{1,3})(?:\/|$)/.exec(url.pathname)?.[1];
  if (account) place.account = account;
  if (path && place.url.length + path.length < 2000) place.url += `#${path}`;
  else place.url = cut(place.url, 2000);
  const from = NAMED_VIEW.test(view) ? 2 : 1;
  if (parts.length > from && !NO_MAIL.test(view) && THREAD_TOKEN.test(last)) place.thread = last;
  return place;
}

/** The signed-in user's address, from the account button, else from the title. */
export function ownAddressOf(document: Document): string | undefined {
  for (const link of ofGmail(document.documentElement, BANNER_ACCOUNT, 5)) {
    // The name comes first, the address last.
    const address = findAddresses(attribute(link, 'aria-label', 600) ?? '').at(-1);
    if (address) return address;
  }
  const address = cleanName(document.title.slice(0, 4000).split(' - ').at(-2));
  if (!isAddress(address)) return undefined;
  // A sender may write an address into the subject, which is part of the title.
  const subjects = ofGmail(document.documentElement, SUBJECT, 10);
  return subjects.some(subject => lineOf(subject, 1000).includes(address)) ? undefined : address;
}

/** `198c6747aabb71a9` from that or from `#thread-f:1840959905192440233`; undefined for ids of neither kind. */
export function hexId(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (HEX.test(value)) return value.toLowerCase();
  const decimal = /^#?(?:thread|msg)-f:(\d{1,20})$/.exec(value)?.[1];
  const hex = decimal && BigInt(decimal).toString(16).padStart(16, '0');
  return hex && hex.length === 16 ? hex : undefined;
}

/** `msg-a:r123` of a message that has no other id yet. */
export function newId(value: string | undefined): string | undefined {
  return /^#?((?:thread|msg)-a:[a-z]?-?\d{1,30})$/.exec(value ?? '')?.[1];
}

/** The ids that Gmail's own log attribute carries: part 1 the thread, part 4 the message. */
export function loggedIds(element: Element): { thread?: string; message?: string } {
  const log = attribute(element, 'jslog', 4000) ?? '';
  return { thread: loggedId(log, '1'), message: loggedId(log, '4') };
}

function loggedId(log: string, part: string): string | undefined {
  const encoded = log
    .split(';')
    .map(piece => piece.trim())
    .find(piece => piece.startsWith(`${part}:`));
  if (!encoded) return undefined;
  try {
    return /#(?:thread|msg)-[af]:[a-z]?-?\d{1,30}/.exec(atob(encoded.slice(2)))?.[0];
  } catch {
    return undefined;
  }
}
