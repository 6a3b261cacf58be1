// One mail in Roundcube, full page or preview: its header, its text and its place (folder and number).
import { type ReadAddress, readAddress } from '../addresses';
import { FOCUS_TEXT, type ReadMessage } from '../conversation';
import { readDate } from '../dates';
import { attribute, lineOf, textOf } from '../dom';
import { ofRoundcube } from './elements';
import {
  ADDRESS,
  BODY,
  BODY_PART,
  FORWARDED,
  HEADER,
  HEADER_CELL,
  MORE,
  QUOTED,
  SUBJECT,
  SUBJECT_EXTRA,
  SUMMARY,
  SUMMARY_DATE,
} from './selectors';

const MAX_ADDRESSES = 64;
const MAX_PARTS = 20;
const MAX_SCRIPT = 200_000;

/** The mail that a document shows, if it can be read. "Today" is the day on which the document was made. */
export function readMessage(
  document: Document,
  now = madeAt(document),
): (ReadMessage & { title?: string }) | undefined {
  const header = headerOf(document);
  if (!header) return undefined;
  const recipients = { to: fieldOf(header, 'to'), cc: fieldOf(header, 'cc'), bcc: fieldOf(header, 'bcc') };
  const from = fieldOf(header, 'from')[0] ?? summarySender(header, Object.values(recipients).flat());
  if (!from) return undefined;
  const subject = header.querySelector(SUBJECT);
  const title = subject ? lineOf(subject, 300, SUBJECT_EXTRA) : '';
  return {
    from,
    ...recipients,
    replyTo: fieldOf(header, 'replyto'),
    at: dateOf(header, document.documentElement.lang, now),
    text: bodyText(document),
    expanded: true,
    ...(title && { title }),
  };
}

/** Whether the document has the place where a mail's header stands. */
export function hasHeader(document: Document): boolean {
  return headerOf(document) !== undefined;
}

/** A header that the sender's own text did not make. */
const headerOf = (document: Document): Element | undefined => ofRoundcube(document, HEADER);

/** When the document came from the server: what it says about "today" stays the same after midnight. */
function madeAt(document: Document): number {
  return document.defaultView?.performance.timeOrigin ?? Date.now();
}

/**
 * The time of the mail. The summary has it in the user's whole format; where that could mean two days, a word in the
 * table is no help, since it is gone a week later and the mail would count as another one.
 */
function dateOf(header: Element, language: string, now: number): number | undefined {
  const shown =
    header.querySelector(`${SUMMARY} ${SUMMARY_DATE}`) ?? header.querySelector(`${HEADER_CELL}.date`);
  return shown ? readDate(lineOf(shown, 100), language, now) : undefined;
}

/** The addresses of one field of the opened header table. */
function fieldOf(header: Element, field: string): ReadAddress[] {
  const cell = header.querySelector(`${HEADER_CELL}.${field}`);
  if (!cell) return [];
  const shown = addressesIn(cell);
  const more = cell.querySelector(MORE)?.getAttribute('onclick');
  return more ? [...shown, ...hiddenAddresses(more)].slice(0, MAX_ADDRESSES * 2) : shown;
}

/**
 * The one address of the short header. In a folder of sent mail it is a recipient's, so it counts only where
 * recipients are known and it is none of them.
 */
function summarySender(header: Element, recipients: ReadAddress[]): ReadAddress | undefined {
  const summary = header.querySelector(SUMMARY);
  const first = summary ? addressesIn(summary)[0] : undefined;
  const taken = recipients.some(({ value }) => value.toLowerCase() === first?.value.toLowerCase());
  return recipients.length > 0 && !taken ? first : undefined;
}

/** The addresses below `root`: from `title`, else from the `mailto:` link; never from a name. */
export function addressesIn(root: Element): ReadAddress[] {
  const found: ReadAddress[] = [];
  for (const element of root.querySelectorAll(ADDRESS)) {
    if (found.length >= MAX_ADDRESSES) break;
    const link = attribute(element, 'href', 340);
    const linked = link?.startsWith('mailto:') ? link.slice(7) : undefined;
    const value = attribute(element, 'title') ?? linked;
    const name = lineOf(element, 700);
    const address = readAddress(
      value,
      value && name.endsWith(`<${value}>`) ? name.slice(0, -value.length - 2) : name,
    );
    if (address) found.push(address);
  }
  return found;
}

/**
 * The addresses that "15 more…" would show: Roundcube keeps them as HTML inside a string inside the link's
 * `onclick`. The string is unescaped and parsed without being run or shown.
 */
function hiddenAddresses(script: string): ReadAddress[] {
  const start = script.indexOf("'");
  if (start < 0 || script.length > MAX_SCRIPT) return [];
  const string = /^'([^'\\]*(?:\\.[^'\\]*)*)'/s.exec(script.slice(start))?.[1];
  if (!string) return [];
  const html = string.replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return addressesIn(parsed.body);
}

function bodyText(document: Document): string | undefined {
  const body = document.querySelector(BODY);
  if (!body) return undefined;
  let text = '';
  let parts = 0;
  for (const part of body.querySelectorAll(`${BODY_PART}, ${FORWARDED}`)) {
    // What follows is a mail that the sender passed on.
    if (part.matches(FORWARDED)) break;
    if (text.length >= FOCUS_TEXT || parts++ >= MAX_PARTS) break;
    if (part.parentElement?.closest(BODY_PART)) continue;
    text += `${text && '\n'}${textOf(part, FOCUS_TEXT, QUOTED)}`;
  }
  return text || undefined;
}
