// Which files people can come from: what a file is, told by its beginning, and the reader for it.
import type { ReadPerson } from '../../model/person-draft';
import type { Mapping } from '../csv/mapping';
import { type Inspection, inspectCsv, readCsv } from '../csv/read';
import { readResTags } from '../reddit/res-tags';
import { readUsernotes } from '../reddit/usernotes';
import { looksLikeVcard, readVcards } from '../vcard/read';

/** What is read, with everything that was decided about it. */
export type Source =
  | { kind: 'csv'; mapping: Mapping }
  | { kind: 'vcard' }
  | { kind: 'res-tags' }
  | { kind: 'usernotes' };

/** What a file is; `what` says it in words. */
export type Found =
  /** `isRemembered`: the columns are what they were in an earlier import. */
  | { kind: 'csv'; table: Inspection; source: Source; isRemembered?: boolean }
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
  ['{"format":"regulars"', 'This is a file of Regulars itself. Bring it in under Data.'],
  ['age-encryption.org/', 'This is a locked backup. Restore it under Data.'],
];

/** Finds out what a file is. Throws a sentence where people can’t be read from it. */
export async function findSource(file: Blob, signal: AbortSignal): Promise<Found> {
  if (file.size === 0) throw new Error('This file is empty.');
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const head = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  const sign = others.find(([beginning]) => head.startsWith(beginning));
  if (sign) throw new Error(sign[1]);
  if (looksLikeVcard(new TextDecoder().decode(bytes))) return other('Address cards (vCard)', 'vcard');
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(head)) return jsonSource(file);
  const table = await inspectCsv(file, {}, signal);
  return { kind: 'csv', table, source: { kind: 'csv', mapping: table.mapping } };
}

const other = (what: string, kind: 'vcard' | 'res-tags' | 'usernotes'): Found => ({
  kind: 'other',
  what,
  source: { kind },
});

async function jsonSource(file: Blob): Promise<Found> {
  if (file.size > largestJson) throw new Error('This JSON file is larger than 64 MB.');
  const text = await file.text();
  if (/"blob"\s*:/.test(text) && /"constants"\s*:/.test(text))
    return other('User notes of Toolbox for Reddit', 'usernotes');
  if (/"tag(?:\.|s"|:)/.test(text)) return other('Tags of Reddit Enhancement Suite', 'res-tags');
  throw new Error('This JSON file is of no program that is known here.');
}

/** The people of a file. Throws the signal’s reason when aborted, and a sentence when the file is not what it was. */
export async function* readPeople(
  file: Blob,
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<ReadPerson> {
  if (source.kind === 'csv') yield* readCsv(file, { mapping: source.mapping, signal });
  else if (source.kind === 'vcard') yield* readVcards(file, { signal });
  else if (source.kind === 'res-tags') yield* readResTags(await file.text());
  else yield* await readUsernotes(await file.text());
}
