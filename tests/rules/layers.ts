// Who may import whom. What is not named here may not be imported.
import { folderOf, type Import } from './source-tree';

type Layer = {
  /** Folders whose code may be loaded. */
  folders: string[];
  /** Folders from which only types may come. */
  types?: string[];
  packages?: string[];
};

/** Folders without side effects: they know neither browser nor database nor page. */
const pure = ['lib/model', 'lib/identity', 'lib/replies', 'lib/capture', 'lib/dates', 'lib/privacy'];
const views = ['preact', 'preact/hooks', '@preact/signals', 'lucide'];
/**
 * What a screen may load; of the browser: asking for a host, keeping what is typed. Of the model types only: its schemas
 * would bring zod along, which is a third of the sidebar.
 */
const screens = [
  ...pure.filter(folder => folder !== 'lib/model'),
  'lib/rpc',
  'lib/platform',
  'components/ui',
  'components/parts',
];

export const layers: Record<string, Layer> = {
  'lib/model': { folders: ['lib/model'], packages: ['zod'] },
  'lib/identity': { folders: pure, packages: ['tldts', 'libphonenumber-js/min', 'libphonenumber-js'] },
  'lib/replies': { folders: pure, packages: ['liquidjs'] },
  'lib/capture': { folders: pure, packages: ['libphonenumber-js/min', 'libphonenumber-js', 'tldts'] },
  'lib/dates': { folders: pure },
  'lib/privacy': { folders: pure, packages: ['zod'] },
  'lib/sites': { folders: ['lib/sites'], types: ['lib/model'] },
  'lib/page': {
    folders: ['lib/page', 'lib/sites', 'lib/rpc', 'lib/capture', 'lib/identity', 'lib/model'],
    packages: ['wxt/browser'],
  },
  'lib/db': {
    folders: ['lib/db', 'lib/model', 'lib/identity'],
    packages: ['dexie', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  },
  'lib/crm': { folders: ['lib/crm', 'lib/db', 'lib/sites', ...pure], packages: ['zod'] },
  'lib/rpc': { folders: ['lib/rpc', 'lib/crm'], types: ['lib/model'], packages: ['wxt/browser', 'zod'] },
  'lib/transfer': {
    folders: ['lib/transfer', 'lib/db', 'lib/platform', ...pure],
    packages: ['zod', 'postal-mime', 'age-encryption', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  },
  'lib/list': { folders: ['lib/list', 'lib/db', 'lib/platform', ...pure], packages: ['tldts'] },
  'lib/platform': {
    folders: ['lib/platform', 'lib/rpc', 'lib/crm', 'lib/db', ...pure],
    packages: ['wxt/browser', 'zod'],
  },
  'components/ui': { folders: ['components/ui'], packages: views },
  'components/parts': { folders: screens, types: ['lib/crm', 'lib/model'], packages: views },
  'components/sidebar': {
    folders: [...screens, 'components/sidebar'],
    types: ['lib/model'],
    packages: views,
  },
  'components/dashboard': {
    folders: [...screens, 'lib/model', 'lib/sites', 'components/dashboard'],
    types: ['lib/transfer', 'lib/list'],
    packages: views,
  },
  entrypoints: {
    folders: [
      ...screens,
      'lib/page',
      'lib/sites',
      'lib/transfer',
      'components/sidebar',
      'components/dashboard',
    ],
    packages: [...views, 'wxt/browser', 'wxt/utils/define-background', 'wxt/utils/define-unlisted-script'],
  },
};

/** One file may do what its folder may not, and only that. */
const exceptions: Record<string, string[]> = {
  // A worker's address is only found by the bundler where it is named in place.
  'components/dashboard/start-worker.ts': ['lib/transfer', 'lib/list'],
};

/** The imports that the table does not allow, each as a sentence. */
export function forbiddenImports(imports: Import[]): string[] {
  return imports.filter(item => !isAllowed(item)).map(({ from, to }) => `${from} imports ${to}`);
}

function isAllowed({ from, to, isRelative, isType }: Import): boolean {
  const layer = layers[folderOf(from)];
  if (!layer) return false;
  if (!isRelative) return (layer.packages ?? []).includes(to);
  if (to.endsWith('.css')) return folderOf(from) === 'entrypoints' || from.startsWith('components/');
  const folder = folderOf(to);
  if (folder === 'entrypoints') return false;
  const ownExceptions = exceptions[from] ?? [];
  return [...layer.folders, ...(isType ? (layer.types ?? []) : []), ...ownExceptions].includes(folder);
}

/** Folders that the table does not know: a new one is decided about, not slipped in. */
export const unknownFolders = (paths: Iterable<string>): string[] =>
  [...new Set([...paths].map(folderOf))].filter(folder => !Object.hasOwn(layers, folder));
