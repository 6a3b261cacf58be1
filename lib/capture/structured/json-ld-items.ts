// The things that the JSON-LD of a page describes: every block that can be read, bounded in size and depth.
import type { Page } from '../finding';
import { type Item, isItem, lastWord, type Value } from './item';

/** A block of more characters is left out, and so is what comes after so many of all blocks together. */
const largestBlock = 512_000;
const largestPage = 2_000_000;
const mostItems = 20_000;
const deepest = 24;

type Task = { json: object; item: Item; depth: number };

/** Reads all blocks; what is too large is left out and told in `page.leftOut`. Nodes of one `@id` become one item. */
export function* readJsonLd(page: Page): Generator<undefined, Item[]> {
  const roots: Item[] = [];
  let room = largestPage;
  let left = mostItems;
  for (const script of page.document.querySelectorAll('script[type*="ld+json" i]')) {
    const { textContent: text } = script;
    if (text.length > largestBlock || text.length > room) {
      page.leftOut?.add('size');
      continue;
    }
    room -= text.length;
    left -= yield* addItems(parseBlock(text), roots, left);
    if (left <= 0) page.leftOut?.add('size');
    yield;
  }
  return roots;
}

/** JSON as pages write it: in a comment or CDATA, with a semicolon after it, with line ends inside of strings. */
function parseBlock(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/[/*])?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/\s*(?:\/[/*])?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
    .replace(/;\s*$/, '');
  return parse(bare) ?? parse(bare.replace(/\p{Cc}+/gu, ' '));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Adds the things of one block to `roots`, widest first; gives how many there were. */
function* addItems(json: unknown, roots: Value[], most: number): Generator<undefined, number> {
  const queue: Task[] = [];
  addValue(json, roots, queue, 0);
  let at = 0;
  for (let task = queue[at]; task && at < most; task = queue[++at]) {
    fill(task, queue, roots);
    if (at % 200 === 199) yield;
  }
  return at;
}

function addValue(json: unknown, list: Value[], queue: Task[], depth: number): void {
  if (depth > deepest) return;
  if (typeof json === 'string' || typeof json === 'number') {
    if (depth > 0) list.push({ text: String(json) });
  } else if (Array.isArray(json)) {
    for (const part of json.slice(0, mostItems)) addValue(part, list, queue, depth + 1);
  } else if (typeof json === 'object' && json !== null) {
    addObject(json, list, queue, depth);
  }
}

function addObject(json: object, list: Value[], queue: Task[], depth: number): void {
  const inner = own(json, '@value') ?? own(json, '@list') ?? own(json, '@set');
  if (inner !== undefined) {
    addValue(inner, list, queue, depth + 1);
    return;
  }
  const item: Item = { types: typesOf(own(json, '@type')), values: new Map() };
  const id = own(json, '@id');
  if (typeof id === 'string' && id.length <= 2048) item.id = id;
  list.push(item);
  queue.push({ json, item, depth });
}

const own = (json: object, key: string): unknown =>
  Object.getOwnPropertyDescriptor(json, key)?.value ?? undefined;

const typesOf = (types: unknown): string[] =>
  [types]
    .flat(1)
    .slice(0, 10)
    .flatMap(type => (typeof type === 'string' ? lastWord(type) : []));

function fill({ json, item, depth }: Task, queue: Task[], roots: Value[]): void {
  for (const [key, value] of Object.entries(json).slice(0, 300)) {
    if (key === '@graph') {
      addValue(value, roots, queue, depth);
    } else if (!key.startsWith('@')) {
      const values: Value[] = [];
      addValue(value, values, queue, depth + 1);
      const name = lastWord(key);
      item.values.set(name, [...(item.values.get(name) ?? []), ...values]);
    }
  }
}

/** Everything that is said of an `@id` in one place: references lead to the first item that has it. */
export function itemsById(roots: Item[]): Map<string, Item> {
  const known = new Map<string, Item>();
  const queue = [...roots];
  const seen = new Set(queue);
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at];
    if (!item) break;
    const same = item.id === undefined ? undefined : known.get(item.id);
    if (same) addMissing(same, item);
    else if (item.id !== undefined) known.set(item.id, item);
    for (const value of [...item.values.values()].flat()) {
      if (isItem(value) && !seen.has(value)) {
        seen.add(value);
        queue.push(value);
      }
    }
  }
  return known;
}

function addMissing(item: Item, other: Item): void {
  for (const type of other.types) if (!item.types.includes(type)) item.types.push(type);
  for (const [name, values] of other.values) if (!item.values.has(name)) item.values.set(name, values);
}
