// Golden pages of capture: an invented page as a site makes it, with its address in the first line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressed, parsePage } from '../sites/load-page';

export type ExpectedPerson = {
  name?: string;
  title?: string;
  company?: string;
  emails?: string[];
  phones?: string[];
  links?: string[];
  location?: string;
  guessed?: string[];
  also?: Partial<Record<'name' | 'title' | 'company' | 'location', string[]>>;
};

/** What a careful person would note down who reads the page and its source. */
export type Expected = {
  country?: string;
  people: ExpectedPerson[];
  organization?: ExpectedPerson;
  /** Texts that are to come out as no value at all. */
  never?: string[];
};

const filesIn = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => name.test(file))
        .map(file => join(folder, file))
    : [];

/** Pages that are only measured: the reader was not made with them, and is not to be tuned on them. */
const heldFolder = join(import.meta.dirname, 'held');
export const isHeld = (path: string): boolean => path.startsWith(heldFolder);

/** Where golden pages are: ours, and those that `REGULARS_GOLDEN` names besides. */
const goldenFolders = [
  join(import.meta.dirname, 'pages'),
  heldFolder,
  ...(process.env.REGULARS_GOLDEN?.split(':') ?? []),
];

/** The paths of all golden pages. */
export const pagePaths = (): string[] => goldenFolders.flatMap(folder => filesIn(folder, /^[^.]+\.html$/));

/** The paths of all golden texts that somebody may paste. */
export const blockPaths = (): string[] =>
  goldenFolders.flatMap(folder => filesIn(join(folder, '../blocks'), /\.txt$/));

/** Reads a golden text. */
export const loadBlock = (path: string): { text: string; expected: Expected } => ({
  text: readFileSync(path, 'utf8'),
  expected: JSON.parse(readFileSync(path.replace(/\.txt$/, '.json'), 'utf8')),
});

/** Reads the files of a golden page. Throws where its `.json` or its address is missing. */
export function readFiles(path: string): { url: URL; html: string; expected: Expected } {
  const html = readFileSync(path, 'utf8');
  const address = /^<!--\s*url:\s*(\S+)\s*-->/.exec(html)?.[1];
  if (!address) throw new Error(`The first line of ${path} has no address`);
  const expected: Expected = JSON.parse(readFileSync(path.replace(/\.html$/, '.json'), 'utf8'));
  return { url: new URL(address), html, expected };
}

/** A golden page as a document; see `readFiles`. */
export function loadPage(path: string): { document: Document; url: URL; html: string; expected: Expected } {
  const { url, html, expected } = readFiles(path);
  const document = addressed(parsePage(html), url.href);
  // As in a browser, where style sheets say what is shown.
  Object.defineProperty(document, 'defaultView', { value: { document } });
  return { document, url, html, expected };
}
