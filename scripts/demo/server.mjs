// Serves the demo's inbox on loopback. Nothing else can be fetched from it, and it fetches nothing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { messages } from './mail.mjs';
import { composePage, listPage, messagePage, watermarkPage } from './pages.mjs';

const asset = name => readFileSync(join(import.meta.dirname, name));
const assets = {
  '/demo.css': ['text/css; charset=utf-8', () => asset('demo.css')],
  '/demo.js': ['text/javascript; charset=utf-8', () => asset('demo.js')],
  '/watermark': ['text/html; charset=utf-8', watermarkPage],
};

/** The page at an address of Roundcube's form; undefined where there is none. */
function pageAt({ pathname, searchParams }, now) {
  if (pathname !== '/') return undefined;
  const uid = Number(searchParams.get('_uid') ?? searchParams.get('_reply_uid'));
  const message = messages.find(item => item.uid === uid);
  const action = searchParams.get('_action');
  if (!action) return listPage(now);
  if (!message) return undefined;
  if (action === 'compose') return composePage(message, now);
  return messagePage(message, now, searchParams.has('_framed'));
}

/** Starts it on `port`, or on a free one. Gives its origin and the way to end it. */
export async function startDemo({ port = 0, now = Date.now() } = {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [type, body] = Object.hasOwn(assets, url.pathname)
      ? [assets[url.pathname][0], assets[url.pathname][1]()]
      : ['text/html; charset=utf-8', pageAt(url, now)];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
    response.end(body ?? 'Not here');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = () =>
    new Promise(resolve => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
