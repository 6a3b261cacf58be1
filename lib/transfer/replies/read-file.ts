// Reading a file of prepared texts, whoever wrote it: what it is follows from what stands in it.
import type { ReadReply } from '../../model/reply-draft';
import { toDraft } from './draft';
import { readGmail } from './gmail';
import { readOwn } from './own-file';
import { namesColumns, readObjects, readTableRows } from './records';
import { readTable } from './table';
import { readTextBlaze } from './text-blaze';
import { readZendesk } from './zendesk';

/** The largest file that is read, in bytes; mail may be larger, since pictures are in it. */
const largestText = 10 * 1024 * 1024;
const largestMail = 50 * 1024 * 1024;
/** The most replies a file may have: what is looked through before it is kept. */
const mostReplies = 500;

/** Where a file comes from as people call it, what it says, and what is to be said of the file as a whole. */
export type ReadFile = { from: string; replies: ReadReply[]; notes: string[] };

/** Reads a file of at most 500 texts. Throws a sentence when it is too large or nothing known. */
export async function readReplyFile(file: Blob, name = ''): Promise<ReadFile> {
  const begin = await file.slice(0, 2000).text();
  const isMail = /^From |^(?:[\w-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}/.test(begin);
  const largest = isMail ? largestMail : largestText;
  if (file.size > largest) throw new Error(`This file is larger than ${largest / 1024 / 1024} MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = isMail ? readMail(bytes) : readText(textOf(bytes), name);
  if (read.replies.length === 0)
    throw new Error(['No prepared text stands in this file.', ...read.notes].join(' '));
  if (read.replies.length > mostReplies)
    throw new Error(`This file has more than ${mostReplies} texts. Split it and import the parts.`);
  return read;
}

/** UTF-8 or UTF-16 by its first bytes, else what spreadsheets wrote before. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readMail(bytes: Uint8Array): ReadFile {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  const { replies, passed } = readGmail(pieces.join(''));
  const notes = passed > 0 ? [`${passed} letters to somebody were passed over: they are no templates.`] : [];
  return { from: 'Gmail', replies, notes };
}

function readText(text: string, name: string): ReadFile {
  const begin = text.trimStart()[0];
  if (begin === '{' || begin === '[') return readJson(text);
  if (text.includes('\0')) throw new Error('This file is no text.');
  if (/\.(?:csv|tsv)$/i.test(name) || namesColumns(text))
    return { ...readTableRows(readTable(text)), notes: [] };
  const title = name.replace(/\.\w{1,5}$/, '');
  const reply = toDraft({ place: 1, name: title, variants: [{ body: text.trim() }] });
  return { from: 'a text', replies: text.trim() === '' ? [] : [reply], notes: [] };
}

function readJson(text: string): ReadFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('This file begins like JSON and can’t be read as such.');
  }
  const readers = { Regulars: readOwn, 'Text Blaze': readTextBlaze, Zendesk: readZendesk };
  for (const [from, read] of Object.entries(readers)) {
    const replies = read(json);
    if (replies) return { from, replies, notes: [] };
  }
  const list = readObjects(json);
  if (list) return { ...list, notes: [] };
  throw new Error('In this JSON nothing is known: it is no export of Regulars, Text Blaze or Zendesk.');
}
