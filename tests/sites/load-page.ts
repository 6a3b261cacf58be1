// Golden pages: an invented page as a site makes it, with its address in the first line and its frames attached.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeenIdentity } from '../../lib/model/identity';
import type { SeenMessage, Sighting } from '../../lib/model/sighting';

/** What the author of a page saw in it; keys that are left out are not compared. */
export type Expected = {
  /** What makes the page hard, in words. */
  traps?: string[];
  /** `null` for a page that no adapter is to take for its own; else the site that the file is named after. */
  site?: null;
  /** `null` where nothing is to be seen. */
  sighting: ExpectedSighting | null;
  /** Who is signed in, where nobody of the sighting says it. */
  own?: SeenIdentity[];
  /** Other names that somebody of the sighting stands by on the page. */
  alsoCalled?: string[];
  /** Whom the rows of a list stand for, in order. */
  rows?: SeenIdentity[];
  composers?: ExpectedComposer[];
  /** Id or name of a frame → the file with its document. */
  frames?: Record<string, string>;
};

export type ExpectedSighting = Omit<Partial<Sighting>, 'conversation'> & {
  conversation?: { id?: string; title?: string; messages?: ExpectedMessage[] };
};

/**
 * A message without `text` or `at` may have any; `textMustNotInclude` holds words of quoted mail. `at` is the minute that
 * the page prints, with the zone its author had in mind: `2026-11-04T10:05+03:00`, without one where it is the reader's.
 */
export type ExpectedMessage = Omit<SeenMessage, 'at'> & { at?: string; textMustNotInclude?: string[] };

/** `before: null` means that new text goes to the end. */
export type ExpectedComposer = {
  recipients: SeenIdentity[];
  before?: 'signature' | 'quote' | null;
  /** What is written there goes to everybody in the conversation. */
  isPublic?: true;
};

const folder = join(import.meta.dirname, 'pages');

/** The names of all golden pages; frames of pages are not among them. */
export function pageNames(): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.html') && !name.endsWith('.frame.html'));
}

/** Makes a document of HTML without loading anything. */
export function parsePage(html: string): Document {
  // An iframe's own address must not be fetched; its document is attached below.
  const inert = html.replace(/(<iframe\b[^>]*?)\ssrc=/gi, '$1 data-src=');
  const document = new DOMParser().parseFromString(inert, 'text/html');
  for (const frame of document.querySelectorAll('iframe[data-src]')) {
    const attribute = frame.getAttribute.bind(frame);
    frame.getAttribute = name => attribute(name === 'src' ? 'data-src' : name);
  }
  return document;
}

/** Makes `inner` the document of a frame, as the browser does for frames of the same origin. */
export function attachFrame(document: Document, name: string, inner: Document | null): void {
  const frame = [...document.querySelectorAll('iframe')].find(
    ({ id, name: own }) => id === name || own === name,
  );
  if (!frame) throw new Error(`No frame is called ${name}`);
  Object.defineProperty(frame, 'contentDocument', { value: inner, configurable: true });
}

/** Gives a document an address of its own. */
export function addressed(document: Document, url: string): Document {
  Object.defineProperty(document, 'URL', { value: url, configurable: true });
  return document;
}

/** Reads a golden page. Throws where its `.json` or its address is missing. */
export function loadPage(name: string): { document: Document; url: URL; expected: Expected } {
  const json = join(folder, name.replace(/\.html$/, '.json'));
  if (!existsSync(json)) throw new Error(`${name} has no ${json}`);
  const expected: Expected = JSON.parse(readFileSync(json, 'utf8'));
  const { document, url } = read(name);
  for (const [frame, file] of Object.entries(expected.frames ?? {})) {
    attachFrame(document, frame, read(file).document);
  }
  return { document, url, expected };
}

function read(name: string): { document: Document; url: URL } {
  const html = readFileSync(join(folder, name), 'utf8');
  const address = /^<!--\s*(?:url:\s*)?(\S+)\s*-->/.exec(html)?.[1];
  if (!address || !URL.canParse(address)) throw new Error(`The first line of ${name} has no address`);
  return { document: addressed(parsePage(html), address), url: new URL(address) };
}
