// The project's own source as data: which file imports what, and how.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Path from the project's root → text. */
export type Sources = Map<string, string>;

export type Import = {
  from: string;
  /** The path from the project's root, or the name of a package. */
  to: string;
  isRelative: boolean;
  /** Only types cross: nothing is loaded at run time. */
  isType: boolean;
};

const root = join(import.meta.dirname, '../..');
const extensions = ['.ts', '.tsx', '/index.ts'];

/** All TypeScript below the given folders. */
export function readSources(folders: string[]): Sources {
  const paths = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Source without its comments, so that words in them break no rule. Addresses in strings are kept. */
export const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?((?:[^'";]|\{[^}]*\})*?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Everything the files import, in their order. */
export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, source]) =>
    [...withoutComments(source).matchAll(statement)].map(([, type, names = '', name, bare, dynamic]) => {
      const target = name ?? bare ?? dynamic ?? '';
      const isRelative = target.startsWith('.');
      return {
        from,
        to: isRelative ? resolve(sources, from, target) : target,
        isRelative,
        isType: type !== undefined || isOnlyTypes(names),
      };
    }),
  );
}

/** `{ type A, type B }` loads nothing either. */
const isOnlyTypes = (names: string) => {
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  return list?.trim() !== undefined && list.split(',').every(item => /^\s*(type\s.*)?$/.test(item));
};

function resolve(sources: Sources, from: string, target: string): string {
  const path = normalize(join(dirname(from), target));
  return extensions.map(extension => path + extension).find(candidate => sources.has(candidate)) ?? path;
}

/** `lib/db` for `lib/db/command.ts`, `components/ui` for what is below it, `entrypoints` for all of them. */
export function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'entrypoints' || top === 'tests' ? top : `${top}/${second}`;
}

/** Circles of imports that load each other at run time, each as the files on its way. */
export function cyclesOf(imports: Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isType, isRelative } of imports) {
    if (!isType && isRelative) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at !== -1) return void cycles.push([...way.slice(at), path]);
    if (done.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

/** The packages that are loaded when `entry` is: its own and those of everything it imports. */
export function packagesOf(imports: Import[], entry: string): string[] {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, to, isType, isRelative } of imports) {
      if (from !== path || isType) continue;
      if (isRelative) visit(to);
      else packages.add(to);
    }
  };
  visit(entry);
  return [...packages].sort();
}
