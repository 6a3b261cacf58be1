// A file with mails: what kind it is, which folder it stands for, and its bytes, piece by piece.
import { readSeparator, SEPARATOR_REACH } from './separator';

/** What is needed of a `File` or a `Blob`. */
export type MailFile = {
  size: number;
  stream(): ReadableStream<Uint8Array>;
  name?: string;
  /** Where it stood in the chosen folder: `Maildir/.Sent/cur/1700000000.M1.host:2,S`. */
  webkitRelativePath?: string;
};

const [LF, CR] = [10, 13];

/** Files that are mails, but not as text, by their first bytes. */
const otherKinds: [number[], string][] = [
  [[0x50, 0x4b, 3, 4], 'This is a ZIP archive. Unpack it and choose the mail files in it.'],
  [[0x1f, 0x8b], 'This is a compressed archive. Unpack it and choose the mail files in it.'],
  [[0x21, 0x42, 0x44, 0x4e], 'This is an Outlook data file (PST). Export the mails as mbox or EML instead.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an Outlook message (MSG). Save it as EML instead.'],
  [[0xff, 0xfe], 'This file is written in UTF-16. Save it as it came from the mail program.'],
  [[0xfe, 0xff], 'This file is written in UTF-16. Save it as it came from the mail program.'],
];

/** Why a file that begins with these bytes is not read, as a sentence; undefined for one that may be mail. */
export function refusalOf(start: Uint8Array): string | undefined {
  if (start.length === 0) return 'This file is empty.';
  return otherKinds.find(([magic]) => magic.every((byte, at) => start[at] === byte))?.[1];
}

/** Whether the file may hold several mails: its name says so or it begins with a separator; an EML file never does. */
export function isMbox(name: string, start: Uint8Array): boolean {
  if (/\.emlx?$/i.test(name)) return false;
  if (/\.(?:mbox|mbx|mbs)$/i.test(name)) return true;
  const text = new TextDecoder('latin1').decode(start.subarray(0, SEPARATOR_REACH + 64));
  return readSeparator(text.trimStart().slice(0, SEPARATOR_REACH)) !== undefined;
}

const headerLine = /^(?:[!-9;-~]{1,100}[ \t]*:|[ \t])/;
const usualField =
  /^(?:From|To|Date|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+)[ \t]*:/im;

/** Whether a file is mail, by its name and its first bytes; a table or an address card is none. */
export function looksLikeMail(name: string, start: Uint8Array): boolean {
  if (/\.emlx?$/i.test(name) || isMbox(name, start)) return true;
  const text = new TextDecoder('latin1').decode(start).replace(/^\u00ef\u00bb\u00bf/, '');
  const lines = text.trimStart().split(/\r?\n/, 3);
  return lines.every(line => line === '' || headerLine.test(line)) && usualField.test(lines.join('\n'));
}

/** The folder that a file stands for: of a Maildir, of exported files, or the mbox itself; undefined for a lone mail. */
export function folderOf(
  { name = '', webkitRelativePath = '' }: MailFile,
  isOfMany: boolean,
): string | undefined {
  const path = (webkitRelativePath || name).split('/').filter(Boolean);
  const file = path.pop() ?? '';
  if (isOfMany && !/^mbox$/i.test(file)) return cleanFolder(file);
  if (/^(?:cur|new|tmp)$/.test(path.at(-1) ?? '')) path.pop();
  return cleanFolder(path.pop() ?? '');
}

/** `Sent` for `Sent.mbox`, `Sent` for a Maildir's `.Sent`. */
function cleanFolder(name: string): string | undefined {
  const clean = name
    .replace(/\.(?:mbox|mbx|mbs|sbd|mail)$/i, '')
    .replace(/^\.+/, '')
    .slice(0, 200);
  return clean || undefined;
}

/**
 * The bytes of a file without a byte order mark; lone carriage returns, as old systems ended lines with, become line
 * feeds. Stops with the signal's reason.
 */
export async function* piecesOf(file: MailFile, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let hasOldLines = false;
  let isFirst = true;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = isFirst ? await firstPiece(reader) : await reader.read();
      if (done) return;
      const piece = isFirst && isMarked(value) ? value.subarray(3) : value;
      if (isFirst) hasOldLines = piece.includes(CR) && !piece.includes(LF);
      isFirst = false;
      yield hasOldLines ? piece.map(byte => (byte === CR ? LF : byte)) : piece;
    }
  } finally {
    // Whoever stops early closes the file.
    await reader.cancel().catch(() => undefined);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Piece = { done: true; value?: undefined } | { done: false; value: Uint8Array };

/** Enough of the beginning to tell what the file is, even where it comes in crumbs. */
async function firstPiece(reader: Reader): Promise<Piece> {
  let start = new Uint8Array(0);
  while (start.length < 2 * SEPARATOR_REACH) {
    const { done, value } = await reader.read();
    if (done) return start.length > 0 ? { done: false, value: start } : { done: true };
    const longer = new Uint8Array(start.length + value.length);
    longer.set(start);
    longer.set(value, start.length);
    start = longer;
  }
  return { done: false, value: start };
}

const isMarked = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
