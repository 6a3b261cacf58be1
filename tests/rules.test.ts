// The conventions of the tree, each with a planted violation that proves it can fail.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSites } from '../lib/sites/all-sites';
import { forbiddenImports, unknownFolders } from './rules/layers';
import {
  cyclesOf,
  importsOf,
  packagesOf,
  readSources,
  type Sources,
  withoutComments,
} from './rules/source-tree';

const sources = readSources(['lib', 'components', 'entrypoints']);
const imports = importsOf(sources);

/** The tree with one more file, or with a file replaced. */
const planted = (path: string, source: string): Sources => new Map([...sources, [path, source]]);

/** Files whose code, comments left out, has something that matches. */
const filesWith = (tree: Sources, pattern: RegExp, allowed: string[] = []) =>
  [...tree].flatMap(([path, source]) =>
    pattern.test(withoutComments(source)) && !allowed.includes(path) ? [path] : [],
  );

describe('who imports whom', () => {
  it('is as the table says', () => {
    // As many as the words `from` and bare imports in the files: none is overlooked.
    const written = [...sources.values()].map(withoutComments).join('\n');
    expect(imports).toHaveLength((written.match(/ from '|^import '|\bimport\('/gm) ?? []).length);
    expect(forbiddenImports(imports)).toEqual([]);
    expect(unknownFolders(sources.keys())).toEqual([]);
  });

  it.each([
    ['lib/model/x.ts', "import { openDatabase } from '../db/database';"],
    ['lib/identity/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/sites/x.ts', "import { z } from 'zod';"],
    ['lib/sites/y.ts', "import { sightingSchema } from '../model/sighting';"],
    ['lib/page/x.ts', "import { Dexie } from 'dexie';"],
    ['lib/page/y.ts', "import { h } from 'preact';"],
    ['lib/db/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/crm/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/crm/y.ts', "import { notify } from '../platform/notices';"],
    ['components/ui/x.tsx', "import type { Contact } from '../../lib/model/contact';"],
    ['components/parts/x.tsx', "import { findContact } from '../../lib/db/contacts';"],
    ['components/sidebar/x.tsx', "import { Data } from '../dashboard/Data';"],
    ['components/dashboard/x.tsx', "import {\n  findContact,\n} from '../../lib/db/contacts';"],
    ['components/sidebar/y.tsx', "import { tones } from '../../lib/model/preference';"],
    ['lib/rpc/x.ts', "export { openDatabase } from '../db/database';"],
    ['lib/page/z.ts', "const late = import('dexie');"],
    ['components/ui/y.tsx', "import '../../entrypoints/background';"],
  ])('would be found in %s', (path, source) => {
    const found = forbiddenImports(importsOf(planted(path, source)));
    expect(found.filter(line => line.startsWith(path))).toHaveLength(1);
  });

  it('lets only types of the model into an adapter', () => {
    const tree = planted('lib/sites/x.ts', "import { type Sighting } from '../model/sighting';");
    expect(forbiddenImports(importsOf(tree))).toEqual([]);
  });

  it('would notice a folder that nobody decided about', () => {
    expect(unknownFolders(['lib/utils/x.ts'])).toEqual(['lib/utils']);
  });
});

describe('our script in pages', () => {
  const loads = (tree: Sources) => packagesOf(importsOf(tree), 'entrypoints/page.ts');
  it('loads no library but the names of the browser', () => {
    expect(loads(sources)).toEqual(['wxt/browser', 'wxt/utils/define-unlisted-script']);
  });
  it('would be found to, however far away', () => {
    expect(loads(planted('lib/sites/dom.ts', "import { z } from 'zod';"))).toContain('zod');
  });
});

describe('cycles', () => {
  it('are none', () => expect(cyclesOf(imports)).toEqual([]));

  it('would be found', () => {
    const tree = new Map([
      ['lib/a/one.ts', "import { two } from './two';"],
      ['lib/a/two.ts', "import { three } from '../b/three';"],
      ['lib/b/three.ts', "import { one } from '../a/one';"],
    ]);
    expect(cyclesOf(importsOf(tree))).toEqual([
      ['lib/a/one.ts', 'lib/a/two.ts', 'lib/b/three.ts', 'lib/a/one.ts'],
    ]);
  });
});

describe('imports', () => {
  const aliased = (tree: Sources) =>
    importsOf(tree).filter(({ to, isRelative }) => !isRelative && /^[@~#]\/|^(lib|components)\//.test(to));
  const barrels = (tree: Sources) => [...tree.keys()].filter(path => /\/index\.tsx?$/.test(path));

  it('are relative, and there are no barrels', () => {
    expect(aliased(sources)).toEqual([]);
    expect(barrels(sources)).toEqual([]);
  });

  it('would be found otherwise', () => {
    expect(aliased(planted('lib/db/x.ts', "import { a } from '@/lib/model/contact';"))).toHaveLength(1);
    expect(barrels(planted('lib/db/index.ts', "export * from './command';"))).toHaveLength(1);
  });
});

describe('the database', () => {
  const opened = (tree: Sources) => filesWith(tree, /new Dexie\b/);
  it('is opened in one place', () => expect(opened(sources)).toEqual(['lib/db/database.ts']));
  it('would be found opened elsewhere', () => {
    expect(opened(planted('lib/crm/x.ts', "const db = new Dexie('x');"))).toContain('lib/crm/x.ts');
  });
});

describe('the network', () => {
  const network = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|WebTransport)\s*\(/;
  const used = (tree: Sources) => filesWith(tree, network);
  it('is never used', () => expect(used(sources)).toEqual([]));
  it.each(["fetch('/x')", "new WebSocket ('x')", "navigator.sendBeacon('x')"])(
    'would be found: %s',
    source => {
      expect(used(planted('lib/page/x.ts', source))).toEqual(['lib/page/x.ts']);
    },
  );
});

describe('messages to windows', () => {
  /** A worker is no page: its messages stay within the extension. */
  const worker = [
    'lib/transfer/worker.ts',
    'lib/transfer/backup/lock-worker.ts',
    'lib/transfer/backup/locking.ts',
    'components/dashboard/run-task.ts',
    'lib/list/worker.ts',
    'components/dashboard/desk.ts',
  ];
  const posted = (tree: Sources) => filesWith(tree, /\.?postMessage\s*\(/, worker);
  it('are never sent', () => expect(posted(sources)).toEqual([]));
  it('would be found', () => {
    expect(posted(planted('lib/page/x.ts', "window.postMessage('x', '*')"))).toEqual(['lib/page/x.ts']);
  });

  const heard = (tree: Sources) =>
    filesWith(tree, /addEventListener\(\s*['"]message['"]|\bonmessage\s*=/, worker);
  it('are never heard', () => expect(heard(sources)).toEqual([]));
  it('would be found heard', () => {
    const source = "addEventListener('message', () => undefined);";
    expect(heard(planted('components/sidebar/x.ts', source))).toEqual(['components/sidebar/x.ts']);
  });
});

describe('messages of the extension', () => {
  const listens = /runtime\.onMessage\.addListener/;
  const guards = /\b(isRequest|isNotice|isPageOrder)\(/;
  const unparsed = (tree: Sources) =>
    filesWith(tree, listens).filter(path => !guards.test(tree.get(path) ?? ''));
  it('are parsed wherever they are heard', () => {
    expect(filesWith(sources, listens).length).toBeGreaterThan(2);
    expect(unparsed(sources)).toEqual([]);
  });
  it('would be found unparsed', () => {
    const source = 'browser.runtime.onMessage.addListener(message => obey(message));';
    expect(unparsed(planted('lib/platform/x.ts', source))).toEqual(['lib/platform/x.ts']);
  });
});

describe('code in pages', () => {
  const dangerous =
    /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(|dangerouslySetInnerHTML/;
  it('never makes markup or code out of text', () => expect(filesWith(sources, dangerous)).toEqual([]));
  it('would be found to', () => {
    const path = 'components/parts/x.tsx';
    expect(filesWith(planted(path, 'element.innerHTML = text;'), dangerous)).toEqual([path]);
  });
});

describe('files', () => {
  const lines = (source: string) => source.split('\n').length - 1;
  const tooLong = (tree: Sources) =>
    [...tree].flatMap(([path, source]) =>
      lines(source) > (path.startsWith('entrypoints/') ? 60 : 250) ? [`${path}: ${lines(source)}`] : [],
    );
  const unopened = (tree: Sources) =>
    [...tree].flatMap(([path, source]) => (/^\/[/*]/.test(source) ? [] : [path]));
  const misnamed = (tree: Sources) =>
    [...tree.keys()].filter(
      path => !/\/([a-z0-9]+(-[a-z0-9]+)*\.ts|[A-Z][A-Za-z]+\.tsx|main\.tsx)$/.test(path),
    );

  it('are short', () => expect(tooLong(sources)).toEqual([]));
  it('open with a sentence about their subject', () => expect(unopened(sources)).toEqual([]));
  it('are named like the others', () => expect(misnamed(sources)).toEqual([]));
  it('would be found otherwise', () => {
    expect(tooLong(planted('lib/db/x.ts', '\n'.repeat(251)))).toEqual(['lib/db/x.ts: 251']);
    expect(tooLong(planted('entrypoints/x.ts', '\n'.repeat(61)))).toEqual(['entrypoints/x.ts: 61']);
    expect(unopened(planted('lib/db/x.ts', 'const a = 1;'))).toEqual(['lib/db/x.ts']);
    expect(misnamed(planted('lib/db/someThing.ts', ''))).toEqual(['lib/db/someThing.ts']);
  });
});

describe('sites', () => {
  const pages = readdirSync(join(import.meta.dirname, 'sites/pages'));
  const uncovered = (ids: string[]) =>
    ids.filter(id => !pages.some(page => page.startsWith(`${id}--`) && page.endsWith('.html')));
  it('each have a golden page', () => expect(uncovered(allSites.map(site => site.id))).toEqual([]));
  it('would be found without', () => expect(uncovered(['nowhere'])).toEqual(['nowhere']));
  it('each golden page has its expectations', () => {
    const alone = pages.filter(page => page.endsWith('.html') && !page.endsWith('.frame.html'));
    const without = alone.filter(
      page => !existsSync(join(import.meta.dirname, 'sites/pages', page.replace(/\.html$/, '.json'))),
    );
    expect(without).toEqual([]);
  });
});
