// E-mail addresses as pages write them: is it one, whose name stands beside it, lists of them.
import { cut } from './dom';

/** An address as shown, with the name beside it and the list it came through; empty where the page keeps it back. */
export type ReadAddress = { value: string; name?: string; via?: string };
/** One entry of a list: what is written, and its address where it says exactly one. */
export type Entry = { written: string; address?: ReadAddress };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in an address
const ADDRESS = /^[^\s\u0000-\u001F@<>()[\],;:"\\]+@[^\s\u0000-\u001F@<>()[\],;:"'\\]+$/;
const INVISIBLE = /[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const BLANKS = /[\s\u0000-\u001F\u007F-\u009F]+/g;
const BETWEEN = /[\s<>()[\],;:"\\\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/;
const [OPENING, CLOSING] = ['"\'‘’“”«„', '"\'‘’“”»'];

const LIST_LIMIT = 100_000;
const MAX_ENTRIES = 256;

/** Whether `text` is one plain address; quoted local parts are refused. */
export function isAddress(text: string | undefined): text is string {
  return text !== undefined && text.length <= 320 && ADDRESS.test(text);
}

/** A shown name without quotes, blanks and marks of direction; undefined when nothing is left. */
export function cleanName(shown: string | undefined): string | undefined {
  return cut(unquoted(oneLine(shown)), 300) || undefined;
}

/** Joins address and name; a name that only repeats the address is dropped, "'Ana' via Team" is taken apart. */
export function readAddress(value: string | undefined, shown?: string): ReadAddress | undefined {
  if (!isAddress(value)) return undefined;
  const line = oneLine(shown);
  const [first = '', ...rest] = line.split(' via ');
  const name = cleanName(first);
  const via = cleanName(rest.join(' via '));
  return {
    value,
    ...(name && name.toLowerCase() !== value.toLowerCase() && { name }),
    ...(name && via && { via }),
  };
}

/** The addresses that stand in a text, in its order, without the quotes and full stops around them. */
export function findAddresses(text: string): string[] {
  return text
    .split(BETWEEN)
    .map(word => trimmed(word, `${OPENING}.`, `${CLOSING}.`))
    .filter(isAddress);
}

/** The addresses of a header line such as `Ana <a@x.test>, "Sol, Eva" <e@x.test>`; what is no address is left out. */
export function readAddressList(line: string): ReadAddress[] {
  return entriesOf(line).flatMap(({ address }) => address ?? []);
}

/**
 * The entries of a header line. One that could hide a second address (brackets that don't match, a quote that
 * doesn't end) has none.
 */
export function entriesOf(line: string): Entry[] {
  const text = line.slice(0, LIST_LIMIT);
  const entries: Entry[] = [];
  let [start, quoted, brackets] = [0, false, ''];
  const end = (place: number) => {
    const written = text.slice(start, place).trim();
    if (written) entries.push(quoted ? { written } : entryOf(written, brackets));
    [start, brackets] = [place + 1, ''];
  };
  for (let i = 0; i < text.length && entries.length < MAX_ENTRIES; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === ',' || char === ';' || char === '\n') end(i);
    else if (char === '<' || char === '>') brackets = `${brackets}${char}`.slice(0, 3);
  }
  end(text.length);
  return entries;
}

/** `brackets` are those outside of quotes. */
function entryOf(written: string, brackets: string): Entry {
  if (!brackets) return withAddress(written, readAddress(written));
  if (brackets !== '<>' || !written.endsWith('>')) return { written };
  const open = written.lastIndexOf('<');
  const value = written.slice(open + 1, -1).trim();
  return withAddress(written, readAddress(value, phraseOf(written.slice(0, open).trim())));
}

function withAddress(written: string, address: ReadAddress | undefined): Entry {
  return address ? { written, address } : { written };
}

/** The name before an address without the quotes and backslashes of RFC 5322. */
function phraseOf(written: string): string {
  const quoted = /^"(.*)"$/s.exec(written)?.[1] ?? written;
  return quoted.replace(/\\(.)/g, '$1');
}

/** The shown text in one line, without marks of direction. */
export function oneLine(shown: string | undefined): string {
  return (shown ?? '').slice(0, 600).replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** Quotes belong together: those on one side only are part of the name. */
function unquoted(name: string): string {
  const inside = trimmed(name, OPENING, CLOSING);
  const isPair = !inside || (!name.startsWith(inside) && !name.endsWith(inside));
  return isPair ? inside.trim() : name;
}

function trimmed(text: string, leading: string, trailing: string): string {
  let [start, end] = [0, text.length];
  while (start < end && leading.includes(text.charAt(start))) start++;
  while (end > start && trailing.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
