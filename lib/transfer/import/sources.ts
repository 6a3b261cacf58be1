// Which files people can come from: what a file is, told by its beginning, and the reader for it.
import type { Database } from '../../db/database';
import type { ReadPerson } from '../../model/person-draft';
import type { Mapping } from '../csv/mapping';
import { type Inspection, inspectCsv, readCsv } from '../csv/read';
import type { Given } from '../csv/shape';
import type { MailSummary } from '../mail/inspect-mail';
import { looksLikeMail } from '../mail/mail-file';
import { readResTags } from '../reddit/res-tags';
import { readUsernotes } from '../reddit/usernotes';
import { looksLikeVcard, readVcards } from '../vcard/read';
import { firstChoice } from './mail-choice';
import { lookIntoMail, type MailChoice } from './mail-source';

/** What is read, with everything that was decided about it. */
export type Source =
  /** `given`: how it is written, where what was found by itself was wrong. */
  | { kind: 'csv'; mapping: Mapping; given?: Given }
  | { kind: 'mail'; choice: MailChoice }
  | { kind: 'vcard' }
  | { kind: 'res-tags' }
  | { kind: 'usernotes' };

export type TableSource = Extract<Source, { kind: 'csv' }>;

/** What a file is; `what` says it in words. */
export type Found =
  /** `isRemembered`: the columns are what they were in an earlier import. */
  | { kind: 'csv'; table: Inspection; source: TableSource; isRemembered?: boolean }
  | { kind: 'mail'; summary: MailSummary; source: Source }
  | { kind: 'other'; what: string; source: Source };

/** Bytes of a file that are looked at in order to know what it is. */
const headBytes = 4096;
/** The most bytes of a JSON file, which is read whole. */
const largestJson = 64 * 1024 * 1024;

/** Beginnings of files that are something else, each with what is to be done. */
const others: [string, string][] = [
  ['PK\u0003\u0004', 'This is a packed file (ZIP, or a spreadsheet). Unpack it, or save the sheet as CSV.'],
  ['\u001f\u008b', 'This is a packed file (gzip). Unpack it and choose the file in it.'],
  ['%PDF-', 'This is a PDF. People can’t be read from it.'],
  ['\u0089PNG', 'This is a picture. People can’t be read from it.'],
  ['\u00ff\u00d8\u00ff', 'This is a picture. People can’t be read from it.'],
  ['!BDN', 'This is an Outlook data file (PST). Export the mails as mbox or EML, or the people as CSV.'],
  ['<?xml', 'This is an XML file. Save it as address cards (.vcf) or as a table (.csv).'],
  ['\u00ef\u00bb\u00bf<?xml', 'This is an XML file. Save it as address cards (.vcf) or as a table (.csv).'],
  ['{"format":"regulars"', 'This is a file of Regulars itself. Bring it in under Data.'],
  ['age-encryption.org/', 'This is a locked backup. Restore it under Data.'],
];

/** What the reading of a file may use. */
export type Reader = {
  db: Database;
  /** Hears how much of how much is read. */
  tell(read: number, of: number): void;
  signal: AbortSignal;
};

/**
 * Finds out what files are; several must be mails. `given` says how a table is written. Throws a sentence where people
 * can’t be read from them.
 */
export async function findSource(files: readonly Blob[], reader: Reader, given?: Given): Promise<Found> {
  const [file] = files;
  if (!file || file.size === 0) throw new Error('This file is empty.');
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const head = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  const sign = others.find(([beginning]) => head.startsWith(beginning));
  if (sign) throw new Error(sign[1]);
  const isCard = looksLikeVcard(new TextDecoder().decode(bytes));
  if (!isCard && looksLikeMail(file instanceof File ? file.name : '', bytes))
    return mailSource(files, reader);
  if (files.length > 1) throw new Error('Choose one file. Only mails can be brought in from several.');
  if (isCard) return other('Address cards (vCard)', 'vcard');
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(head)) return jsonSource(file);
  const table = await inspectCsv(file, given, reader.signal);
  return { kind: 'csv', table, source: { kind: 'csv', mapping: table.mapping, ...(given && { given }) } };
}

const other = (what: string, kind: 'vcard' | 'res-tags' | 'usernotes'): Found => ({
  kind: 'other',
  what,
  source: { kind },
});

async function mailSource(files: readonly Blob[], { db, tell, signal }: Reader): Promise<Found> {
  const of = sizeOf(files);
  const summary = await lookIntoMail(db, files, read => tell(read, of), signal);
  return { kind: 'mail', summary, source: { kind: 'mail', choice: firstChoice(summary) } };
}

/** Bytes of all files. */
export const sizeOf = (files: readonly Blob[]): number => files.reduce((sum, { size }) => sum + size, 0);

async function jsonSource(file: Blob): Promise<Found> {
  if (file.size > largestJson) throw new Error('This JSON file is larger than 64 MB.');
  const text = await file.text();
  if (/"blob"\s*:/.test(text) && /"constants"\s*:/.test(text))
    return other('User notes of Toolbox for Reddit', 'usernotes');
  if (/"tag(?:\.|s"|:)/.test(text)) return other('Tags of Reddit Enhancement Suite', 'res-tags');
  throw new Error('This JSON file is of no program that is known here.');
}

/**
 * The people of a file that is no mail. Throws the signal’s reason when aborted, and a sentence when the file is not what
 * it was.
 */
export async function* readPeople(
  file: Blob,
  source: Exclude<Source, { kind: 'mail' }>,
  signal: AbortSignal,
): AsyncGenerator<ReadPerson> {
  if (source.kind === 'csv') yield* readCsv(file, { ...source, signal });
  else if (source.kind === 'vcard') yield* readVcards(file, { signal });
  else if (source.kind === 'res-tags') yield* readResTags(await file.text());
  else yield* await readUsernotes(await file.text());
}
