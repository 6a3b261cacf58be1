// The template language of replies: LiquidJS with hard limits, and every value marked in the output.
import { Liquid, type Template } from 'liquidjs';

/** A piece of a rendered reply: fixed text, a value that was filled in, or a blank (`path` names its variable). */
export type Part = { kind: 'text' | 'value' | 'missing'; text: string; path?: string };
export type Rendered = { text: string; parts: Part[]; missing: string[] };
export type Variables = Record<string, unknown>;

/** A template that can't be read, or asks for too much. The message is for people. */
export class ReplyError extends Error {
  override name = 'ReplyError';
}

/** Output above this many characters is refused. */
const longestReply = 20_000;
const forbiddenTags = [
  'include',
  'render',
  'layout',
  'block',
  'tablerow',
  'increment',
  'decrement',
  'for',
  'capture',
  'echo',
  'liquid',
];

/** Private-use characters around outputs; values that contain them lose them. */
const [open, split, close] = ['\uE000', '\uE001', '\uE002'];
const marks = /[\uE000-\uE002]/g;
/** Control and bidi characters never travel from a value into a reply. */
const harmful = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const clean = (text: string) =>
  text.replace(marks, '').replace(harmful, character => (character === '\n' ? '\n' : ''));

function createEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    greedy: false,
    parseLimit: 25_000,
    renderLimit: 40,
    memoryLimit: 200_000,
  });
  for (const tag of forbiddenTags) delete engine.tags[tag];
  return engine;
}
const engine = createEngine();

/** Reads a template. Throws `ReplyError` with line and reason for bad syntax and for tags that are not allowed. */
export function parseReply(source: string): Template[] {
  if (source.length > longestReply) throw new ReplyError('This reply is longer than 20,000 characters.');
  try {
    return engine.parse(markOutputs(source.replace(marks, '')));
  } catch (error) {
    throw new ReplyError(error instanceof Error ? readable(error.message) : 'This reply can’t be read.');
  }
}

const readable = (message: string) =>
  message
    .replace(marks, '')
    .replace(/, file:[^,]*/, '')
    .slice(0, 200);

/** Surrounds each `{{ path | … }}` with marks and its path, so that the output tells values from text. Linear. */
function markOutputs(source: string): string {
  let marked = '';
  let at = 0;
  for (;;) {
    const start = source.indexOf('{{', at);
    const end = start === -1 ? -1 : endOfOutput(source, start + 2);
    if (end === -1) return marked + source.slice(at);
    marked += source.slice(at, start) + markOutput(source.slice(start + 2, end));
    at = end + 2;
  }
}

/** Where the `}}` of an output stands; braces in quotes do not end it. -1 when there is none. */
function endOfOutput(source: string, from: number): number {
  const stops = /["']|\}\}/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(source); stop; stop = stops.exec(source)) {
    if (stop[0] === '}}') return stop.index;
    const quote = source.indexOf(stop[0], stops.lastIndex);
    if (quote === -1) return source.indexOf('}}', from);
    stops.lastIndex = quote + 1;
  }
  return -1;
}

/** A bare value before its filters is put out too: `{{ x | prepend: "#" }}` may not hide that x is missing. */
function markOutput(inner: string): string {
  const output = inner.replace(/^-|-$/g, '').trim();
  const [path = '', ...filters] = output.split('|').map(part => part.trim());
  const filtered = filters.length > 0 && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(path);
  const bare = filtered && !filters.some(filter => /^default\b/.test(filter)) ? `{{ ${path} }}${split}` : '';
  return `${open}${path.replace(/[{}]/g, '')}${split}${bare}{{ ${output} }}${close}`;
}

/**
 * Renders a reply. A value that is missing becomes a part of kind `missing` and is listed; `filled` gives values
 * typed by hand, by path. Throws `ReplyError` when the template is bad or asks for too much time or text.
 */
export function renderReply(
  source: string,
  variables: Variables,
  filled: Record<string, string> = {},
): Rendered {
  const output = renderMarked(parseReply(source), withFilled(variables, filled));
  if (output.length > 2 * longestReply) throw new ReplyError('This reply becomes too long.');
  const parts: Part[] = [];
  for (const [index, piece] of output.split(open).entries()) {
    if (index === 0) parts.push({ kind: 'text', text: piece });
    else parts.push(...readPiece(piece));
  }
  const shown = parts.filter(part => part.text !== '' || part.kind === 'missing');
  const text = shown
    .map(part => (part.kind === 'missing' ? '' : part.text))
    .join('')
    .trim();
  if (text.length > longestReply) throw new ReplyError('This reply becomes longer than 20,000 characters.');
  return {
    text,
    parts: shown,
    missing: [...new Set(shown.flatMap(part => (part.kind === 'missing' ? (part.path ?? '') : [])))],
  };
}

function renderMarked(templates: Template[], variables: Variables): string {
  try {
    return String(engine.renderSync(templates, variables));
  } catch (error) {
    throw new ReplyError(error instanceof Error ? readable(error.message) : 'This reply can’t be rendered.');
  }
}

function readPiece(piece: string): Part[] {
  const [marked = '', rest = ''] = cut(piece, close);
  const [path = '', bare = '', value = bare] = marked.split(split);
  const part: Part =
    value === '' || bare === ''
      ? { kind: 'missing', text: label(path), path }
      : { kind: 'value', text: clean(value), path };
  return [part, { kind: 'text', text: rest }];
}

const cut = (text: string, mark: string): string[] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

/** `contact.fields.order_number` is asked for as "order number". */
export const label = (path: string) => (path.split('.').at(-1) ?? path).replaceAll('_', ' ');

/** The variables with hand-typed values put at their paths; own properties only, never a prototype. */
function withFilled(variables: Variables, filled: Record<string, string>): Variables {
  const root = sanitise(variables) as Variables;
  for (const [path, value] of Object.entries(filled)) {
    const names = path.split('.');
    if (names.some(name => ['__proto__', 'constructor', 'prototype', ''].includes(name))) continue;
    let node = root;
    for (const name of names.slice(0, -1)) {
      const next = Object.hasOwn(node, name) ? node[name] : undefined;
      node[name] = typeof next === 'object' && next !== null ? next : Object.create(null);
      node = node[name] as Variables;
    }
    node[names.at(-1) ?? ''] = clean(value);
  }
  return root;
}

/** A copy without prototypes in which every text is cleaned. */
function sanitise(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const copy = Object.create(null) as Variables;
  for (const [name, item] of Object.entries(value)) if (name !== '__proto__') copy[name] = sanitise(item);
  return copy;
}
