// Address fields of mails (RFC 5322 3.4): names, comments, groups, quotes. What could be read in two ways has no address.
import { parseAddress } from '../../identity/email';
import { cleanDisplayName } from '../../identity/names';
import { wordsOf } from './header';

/** One person in a field. */
export type Mailbox = {
  /** As it is written, known to be exactly one address. */
  address: string;
  name?: string;
};

/** `refused`: entries without an address that is beyond doubt, as written. */
export type MailboxList = { mailboxes: Mailbox[]; refused: string[] };

/** An encoded word is one piece, even where it holds commas or brackets. */
const encodedWord = /=\?[^?\s]{1,60}\?[bq]\?[^?\s]{0,500}\?=/iy;

/** What was read of the entry at hand. */
type Entry = {
  start: number;
  /** Outside of angle brackets, as written but for comments. */
  outside: string;
  /** Between angle brackets; undefined before the first. */
  inside?: string;
  isInside: boolean;
  comment: string;
  isBroken: boolean;
};

const blank = (start: number): Entry => ({
  start,
  outside: '',
  isInside: false,
  comment: '',
  isBroken: false,
});

/**
 * Reads a field of at most `limit` entries in one pass. Encoded words are decoded only after it, so that nothing in
 * them can become an address.
 */
export function readMailboxes(text: string, limit: number): MailboxList {
  const list: MailboxList = { mailboxes: [], refused: [] };
  let entry = blank(0);
  let at = 0;
  while (at < text.length && list.mailboxes.length + list.refused.length < limit) {
    const piece = pieceAt(text, at);
    const next = at + (piece?.length ?? text.length);
    if (piece === undefined) entry.isBroken = true;
    else if (isEnd(piece, entry)) {
      keep(list, entry, text.slice(entry.start, at));
      entry = blank(next);
    } else if (piece === ':' && !entry.isInside) entry = blank(next);
    else take(entry, piece, text[next]);
    at = next;
  }
  if (at >= text.length) keep(list, entry, text.slice(entry.start));
  return list;
}

const isEnd = (piece: string, { isInside }: Entry) => !isInside && (piece === ',' || piece === ';');

/** Adds a piece to an entry; `next` is the character after it. */
function take(entry: Entry, piece: string, next: string | undefined): void {
  if (piece.length > 1 && piece.startsWith('(')) {
    entry.comment ||= piece.slice(1, -1);
    add(entry, isWithinAddress(entry, next) ? '' : ' ');
  } else if (piece === '<' && !entry.isInside) {
    entry.isBroken ||= entry.inside !== undefined;
    entry.inside = '';
    entry.isInside = true;
  } else if (piece === '>' && entry.isInside) {
    entry.isInside = false;
  } else {
    // Nothing but comments may stand after the brackets.
    const isAfter = !entry.isInside && entry.inside !== undefined && piece.trim() !== '';
    entry.isBroken ||= isAfter || piece === '>';
    add(entry, piece);
  }
}

function add(entry: Entry, piece: string): void {
  if (entry.isInside) entry.inside += piece;
  else entry.outside += piece;
}

/** A comment stands for a blank, but beside `@` and dots, where RFC 5322 lets it stand within an address. */
function isWithinAddress({ isInside, inside, outside }: Entry, next = ' '): boolean {
  const before = (isInside ? inside : outside)?.at(-1) ?? '@';
  return '@.'.includes(before) || '@.'.includes(next);
}

/** What begins at a place and belongs together: a quoted text, a comment, an encoded word; undefined if unclosed. */
function pieceAt(text: string, at: number): string | undefined {
  const char = text.charAt(at);
  if (char === '"') return closed(text, at, '"', '"');
  if (char === '(') return closed(text, at, '(', ')');
  if (char === '\\') return text.slice(at, at + 2);
  if (char !== '=') return char;
  encodedWord.lastIndex = at;
  return encodedWord.exec(text)?.[0] ?? char;
}

function closed(text: string, start: number, open: string, close: string): string | undefined {
  let depth = 1;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === close && --depth === 0) return text.slice(start, at + 1);
    else if (char === open) depth++;
  }
  return undefined;
}

function keep(list: MailboxList, entry: Entry, written: string): void {
  const { inside, outside, comment, isBroken, isInside } = entry;
  // What is empty, or a comment alone, is nobody.
  if (inside === undefined && !outside.trim() && !isBroken) return;
  const address = (inside ?? outside).slice(0, 1000).trim().normalize('NFC');
  if (isInside || isBroken || !parseAddress(address)) {
    list.refused.push(written.trim().slice(0, 320).toWellFormed());
    return;
  }
  const name = shownName(inside === undefined ? comment : outside.trim() || comment);
  list.mailboxes.push({ address, ...(name && name.toLowerCase() !== address.toLowerCase() && { name }) });
}

/** The name as people read it: without the quotes and backslashes of RFC 5322, encoded words decoded. */
function shownName(written: string): string {
  const plain = written
    .slice(0, 2000)
    .replace(/"((?:[^"\\]|\\.)*)"/gs, '$1')
    .replace(/\\(.)/gs, '$1');
  return cleanDisplayName(wordsOf(plain, 300)).slice(0, 200).toWellFormed();
}
