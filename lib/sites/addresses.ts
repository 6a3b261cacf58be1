// E-mail addresses as pages write them: is it one, whose name stands beside it, lists of them.
import type { SeenIdentity } from '../model/identity';
import { cut } from './dom';

/** An address as shown, with the name beside it and the list it came through. */
export type ReadAddress = { value: string; name?: string; via?: string };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in an address
const ADDRESS = /^[^\s\u0000-\u001F@<>()[\],;:"\\]+@[^\s\u0000-\u001F@<>()[\],;:"'\\]+$/;
/** A recipient field of a mail being written. */
export type Field = { role: 'to' | 'cc' | 'bcc'; addresses: ReadAddress[] };

export const MAX_RECIPIENTS = 64;
const LIST_LIMIT = 100_000;

/** Whether `text` is one plain address; quoted local parts are refused. */
export function isAddress(text: string | undefined): text is string {
  return text !== undefined && text.length <= 320 && ADDRESS.test(text);
}

/** A shown name without quotes, blanks and marks of direction; undefined when nothing is left. */
export function cleanName(shown: string | undefined): string | undefined {
  if (!shown) return undefined;
  const name = shown
    .slice(0, 600)
    .replace(/[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ')
    .trim();
  const bare = name.replace(/^(["'‘’“”«„]+)\s*(.*?)\s*["'‘’“”»]+$/u, '$2').trim();
  return cut(bare, 300) || undefined;
}

/** Joins address and name; a name that only repeats the address is dropped, "'Ana' via Team" is taken apart. */
export function readAddress(value: string | undefined, shown?: string): ReadAddress | undefined {
  if (!isAddress(value)) return undefined;
  const parts = /^(\S.{0,298}?)\s+via\s+(\S.{0,298})$/u.exec((shown ?? '').slice(0, 600).trim());
  const name = cleanName(parts?.[1] ?? shown);
  const via = cleanName(parts?.[2]);
  return {
    value,
    ...(name && name.toLowerCase() !== value.toLowerCase() && { name }),
    ...(name && via && { via }),
  };
}

/** The addresses of a header line such as `Ana <a@x.test>, "Sol, Eva" <e@x.test>`; what is no address is left out. */
export function readAddressList(line: string, max = MAX_RECIPIENTS): ReadAddress[] {
  const found: ReadAddress[] = [];
  for (const part of splitList(line.slice(0, LIST_LIMIT))) {
    if (found.length >= max) break;
    const open = part.lastIndexOf('<');
    const bracketed = open >= 0 && part.endsWith('>');
    const value = bracketed ? part.slice(open + 1, -1).trim() : part;
    const address = readAddress(value, bracketed ? phraseOf(part.slice(0, open).trim()) : undefined);
    if (address) found.push(address);
  }
  return found;
}

/** The name before an address without the quotes and backslashes of RFC 5322. */
function phraseOf(written: string): string {
  const quoted = /^"(.*)"$/s.exec(written)?.[1] ?? written;
  return quoted.replace(/\\(.)/g, '$1');
}

function splitList(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= line.length; i++) {
    const char = line[i];
    if (char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (i >= line.length || (!quoted && (char === ',' || char === ';' || char === '\n'))) {
      parts.push(line.slice(start, i).trim());
      start = i + 1;
    }
  }
  return parts;
}

/** Everybody in the fields once, `MAX_RECIPIENTS` at most. */
export function identitiesOf(fields: readonly Field[]): SeenIdentity[] {
  const seen = new Map<string, SeenIdentity>();
  for (const { value } of fields.flatMap(field => field.addresses)) {
    const key = value.toLowerCase();
    if (!seen.has(key) && seen.size < MAX_RECIPIENTS) seen.set(key, { kind: 'email', value });
  }
  return [...seen.values()];
}
