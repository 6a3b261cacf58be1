// A reply as a template: read, filled in, and cut into text, values and blanks.
import type { Template } from 'liquidjs';
import { closeMark, openMark, parseTemplate, renderTemplate } from './engine';
import { inWords, ReplyError } from './reply-error';

export { ReplyError };

/** A piece of a rendered reply: fixed text, a value that was filled in, or a blank (`path` names its variable). */
export type Part = { kind: 'text' | 'value' | 'missing'; text: string; path?: string };
export type Rendered = { text: string; parts: Part[]; missing: string[] };
export type Variables = Record<string, unknown>;

/** A reply above this many characters is refused, as a template and filled in. */
const longestReply = 20_000;

const marks = /[\uE000-\uE002]/g;
/** Control characters and those that turn the direction of what follows never get into a reply. */
const harmful = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

const clean = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(marks, '')
    .replace(harmful, character => (character === '\n' ? '\n' : ''));

/** Reads a template. Throws `ReplyError` with line and reason for bad syntax and for what replies do not know. */
export function parseReply(source: string): Template[] {
  if (source.length > longestReply) throw new ReplyError('This reply is longer than 20,000 characters.');
  try {
    return parseTemplate(clean(source));
  } catch (error) {
    throw inWords(error);
  }
}

/** What is wrong with the text as a template, in words; undefined when it can be used. */
export function problemOf(source: string): string | undefined {
  try {
    parseReply(source);
    return undefined;
  } catch (error) {
    return inWords(error).message;
  }
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
  const parts = partsOf(parseReply(source), withFilled(variables, filled));
  const text = parts
    .map(part => (part.kind === 'missing' ? '' : part.text))
    .join('')
    .trim();
  if (text.length > longestReply) throw new ReplyError('This reply becomes longer than 20,000 characters.');
  return {
    text,
    parts,
    missing: [...new Set(parts.flatMap(part => (part.kind === 'missing' ? (part.path ?? '') : [])))],
  };
}

function partsOf(templates: Template[], variables: Variables): Part[] {
  try {
    const { text, outputs } = renderTemplate(templates, variables);
    return text.split(openMark).flatMap((piece, index) => {
      if (index === 0) return textPart(piece);
      const [number, rest = ''] = piece.split(closeMark);
      const output = outputs[Number(number)];
      return [...(output ? outputParts(output) : []), ...textPart(rest)];
    });
  } catch (error) {
    throw inWords(error);
  }
}

const textPart = (text: string): Part[] => (text === '' ? [] : [{ kind: 'text', text }]);

function outputParts({ path, value, missing }: { path?: string; value: string; missing: string[] }): Part[] {
  if (missing.length > 0) return missing.map(name => ({ kind: 'missing', text: label(name), path: name }));
  if (path === undefined) return textPart(clean(value));
  return [{ kind: 'value', text: clean(value), path }];
}

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
