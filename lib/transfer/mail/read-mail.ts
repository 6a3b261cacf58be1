// Mail archives as a stream of mails: one or many files, mbox, EML, Maildir, of any size, in bounded memory.
import type { RawMail } from './kept-mail';
import { folderOf, isMbox, type MailFile, piecesOf, refusalOf } from './mail-file';
import { readText } from './mail-text';
import { type Own, type OwnKeys, ownKeys } from './own-addresses';
import { type MailRecord, type ReadMail, readHeader } from './record';
import { Splitter } from './splitter';

export type MailOptions = {
  signal?: AbortSignal;
  /** Only mails in one of these folders, and those that are in none. */
  folders?: ReadonlySet<string>;
  /** Only mails of this time (ms) or later, and those without a time. */
  since?: number;
  own: Own;
  /** Only mails for which this is true; it is asked before the text of a mail is read. */
  isWanted?: (mail: MailRecord) => boolean;
  /** Told for each piece of a file: bytes that were read, of all files. */
  tell?: (bytes: number) => void;
};

/** What came of the files in all. */
export type MailCounts = {
  mails: number;
  /** Mails that were refused, files included. */
  refused: number;
  /** Mails that the options leave out. */
  leftOut: number;
  /** Lines that begin with `From ` and separate nothing, since sender, date or header is missing. */
  falseSeparators: number;
  bytes: number;
};

/**
 * Reads mails from files in their order; what can't be read comes as a refusal with its place. Returns the counts. Stops
 * with the signal's reason.
 */
export async function* readMail(
  files: MailFile | readonly MailFile[],
  options: MailOptions,
): AsyncGenerator<ReadMail, MailCounts> {
  return yield* readFiles(files, options, { withText: true });
}

/** Mails without their text, which takes most of the time. */
export async function* readHeaders(
  files: MailFile | readonly MailFile[],
  options: MailOptions,
): AsyncGenerator<ReadMail, MailCounts> {
  return yield* readFiles(files, options, { withText: false });
}

async function* readFiles(
  files: MailFile | readonly MailFile[],
  options: MailOptions,
  { withText }: { withText: boolean },
): AsyncGenerator<ReadMail, MailCounts> {
  const counts: MailCounts = { mails: 0, refused: 0, leftOut: 0, falseSeparators: 0, bytes: 0 };
  const own = ownKeys(options.own);
  for (const file of 'stream' in files ? [files] : files) {
    for await (const item of mailsOf(file, counts, options)) {
      const place = counts.mails + counts.refused + counts.leftOut + 1;
      const read =
        'refused' in item ? { ...item, place } : await readOne(item, place, own, options, withText);
      if (read === undefined) counts.leftOut++;
      else if ('refused' in read) counts.refused++;
      else counts.mails++;
      if (read) yield read;
    }
  }
  return counts;
}

type Found = { raw: RawMail; folder: string | undefined } | { refused: string };

/** The mails of one file as bytes, or why it is none. */
async function* mailsOf(
  file: MailFile,
  counts: MailCounts,
  { signal, tell }: MailOptions,
): AsyncGenerator<Found> {
  let splitter: Splitter | undefined;
  let folder: string | undefined;
  const found = function* (mails: Iterable<RawMail>): Generator<Found> {
    for (const raw of mails) {
      signal?.throwIfAborted();
      yield { raw, folder };
    }
  };
  for await (const piece of piecesOf(file, signal)) {
    if (!splitter) {
      const refused = refusalOf(piece);
      if (refused) return yield { refused };
      const isOfMany = isMbox(file.name ?? '', piece);
      splitter = new Splitter(isOfMany);
      folder = folderOf(file, isOfMany);
    }
    yield* found(splitter.push(piece));
    counts.bytes += piece.length;
    tell?.(counts.bytes);
  }
  if (!splitter) return yield { refused: 'This file is empty.' };
  yield* found(splitter.end());
  counts.falseSeparators += splitter.falseSeparators;
}

/** Undefined where the options leave the mail out. */
async function readOne(
  { raw, folder }: { raw: RawMail; folder: string | undefined },
  place: number,
  own: OwnKeys,
  { folders, since, isWanted }: MailOptions,
  withText: boolean,
): Promise<ReadMail | undefined> {
  const { read, fields } = readHeader(raw, { place, folder, own });
  if ('refused' in read) return read;
  const { mail, remarks } = read;
  const isLeftOut =
    (folders && mail.folders.length > 0 && !mail.folders.some(name => folders.has(name))) ||
    (since !== undefined && mail.at !== undefined && mail.at < since) ||
    isWanted?.(mail) === false;
  if (isLeftOut) return undefined;
  if (!withText) return read;
  const { excerpt, remark } = await readText(raw, fields);
  return {
    mail: excerpt === undefined ? mail : { ...mail, excerpt },
    remarks: remark === undefined ? remarks : [...remarks, remark],
  };
}
