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

/** Where golden pages are: ours, and those that `REGULARS_GOLDEN` names besides. */
export const goldenFolders = [
  join(import.meta.dirname, 'pages'),
  ...(process.env.REGULARS_GOLDEN?.split(':') ?? []),
];

/** The paths of all golden pages. */
export const pagePaths = (): string[] =>
  goldenFolders.filter(existsSync).flatMap(folder =>
    readdirSync(folder)
      .filter(name => /^[^.]+\.html$/.test(name))
      .map(name => join(folder, name)),
  );

/** Reads a golden page. Throws where its `.json` or its address is missing. */
export function loadPage(path: string): { document: Document; url: URL; html: string; expected: Expected } {
  const html = readFileSync(path, 'utf8');
  const address = /^<!--\s*url:\s*(\S+)\s*-->/.exec(html)?.[1];
  if (!address) throw new Error(`The first line of ${path} has no address`);
  const expected: Expected = JSON.parse(readFileSync(path.replace(/\.html$/, '.json'), 'utf8'));
  return { document: addressed(parsePage(html), address), url: new URL(address), html, expected };
}
