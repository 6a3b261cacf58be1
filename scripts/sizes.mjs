// Checks what users download against the budgets, gzipped. Fails when one is exceeded.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = '.output/chrome-mv3';

const gzipped = file => gzipSync(readFileSync(file), { level: 9 }).length;

/** What a script names to be loaded: at once, or later too. */
const loading = {
  atOnce: /(?:from|import)\s*["'](\.[^"']+\.js)["']/g,
  later: /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g,
};

/** The sidebar's screen for captures: loaded only when the user asks who is on a page, and counted apart. */
const isCapture = file => basename(file).startsWith('CaptureScreen-');

/** A page with every script and style it loads before it can show anything, or ever. */
function pageFiles(page, imports) {
  const seen = new Set();
  const visit = file => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    const source = readFileSync(file, 'utf8');
    for (const [, path] of source.matchAll(imports)) {
      visit(join(dirname(file), path));
    }
  };
  const html = readFileSync(join(folder, page), 'utf8');
  for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) visit(join(folder, path));
  return [...seen, join(folder, page)];
}

/** The scripts that know sites; each runs before `page.js`, and only one of them in a page. */
const siteScripts = () =>
  readdirSync(folder)
    .filter(name => name.endsWith('.js') && !['page.js', 'background.js', 'capture.js'].includes(name))
    .map(name => name.replace(/\.js$/, ''));

/** What is measured, in bytes, and its budget in KB. */
export function sizes() {
  if (!existsSync(folder)) throw new Error('Build first: npm run build');
  const sum = files => files.reduce((total, file) => total + gzipped(file), 0);
  const sidebar = pageFiles('sidepanel.html', loading.later);
  return [
    ...siteScripts().map(name => ({
      name: `content scripts, ${name}`,
      bytes: sum([join(folder, 'page.js'), join(folder, `${name}.js`)]),
      budget: 15,
    })),
    { name: 'sidebar app', bytes: sum(sidebar.filter(file => !isCapture(file))), budget: 80 },
    { name: 'sidebar app, screen for captures', bytes: sum(sidebar.filter(isCapture)), budget: 10 },
    { name: 'sidebar app, first paint', bytes: sum(pageFiles('sidepanel.html', loading.atOnce)), budget: 80 },
  ];
}

function report() {
  let failed = false;
  for (const { name, bytes, budget } of sizes()) {
    const over = bytes > budget * 1024;
    failed ||= over;
    process.stdout.write(
      `${name}: ${(bytes / 1024).toFixed(1)} KB gzip, budget ${budget} KB${over ? ', EXCEEDED' : ''}\n`,
    );
  }
  if (failed) process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) report();
