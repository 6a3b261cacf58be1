// Builds the test pages and the insertion, and serves the pages on loopback.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export type Served = {
  /** Where the pages are: `/NAME`, and the same with a strict policy at `/strict/NAME`. */
  origin: string;
  /** Source of a script that leaves the exports of `insert.ts` in the variable `inserter`. */
  inserter: string;
  stop(): void;
};

/** Nothing is made into markup or code, not even by a policy of the page's own. */
const strictPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  'frame-src http://localhost:*',
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Builds everything into a temporary folder and begins to serve it. */
export async function serveEditors(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-editors-'));
  await buildPages(folder);
  const inserter = await buildInserter(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = /^\/[\w-]+\.js$/.exec(pathname)?.[0];
    if (file) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      return response.end(readFileSync(join(folder, 'pages', file)));
    }
    if (pathname.startsWith('/strict/')) response.setHeader('content-security-policy', strictPolicy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const { port } = server.address() as AddressInfo;
    return response.end(pathname === '/beside' ? beside : pageOf(pathname.split('/').at(-1) ?? '', port));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin: `http://127.0.0.1:${port}`, inserter, stop };
}

/** A page of another origin, which has the focus while the user chooses a reply, as the sidebar has. */
const beside = '<!doctype html><title>Beside</title><input id="search">';

const pageOf = (name: string, port: number) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${name}</title>
<form><div id="host"></div><button id="send" disabled>Send</button></form>
<iframe title="Beside" src="http://localhost:${port}/beside" height="60"></iframe>
<script type="module" src="/${name}.js"></script>
</html>`;

async function buildPages(folder: string): Promise<void> {
  const pages = join(import.meta.dirname, 'pages');
  const input = Object.fromEntries(
    readdirSync(pages).map(file => [file.replace(/\.ts$/, ''), join(pages, file)]),
  );
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    // Draft.js expects the name that the page has in Node.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: join(folder, 'pages'),
      modulePreload: false,
      minify: false,
      target: 'es2022',
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

async function buildInserter(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'inserter'),
      lib: {
        entry: join(import.meta.dirname, 'insert.ts'),
        name: 'inserter',
        formats: ['iife'],
        fileName: () => 'inserter.js',
      },
    },
  });
  return readFileSync(join(folder, 'inserter/inserter.js'), 'utf8');
}
