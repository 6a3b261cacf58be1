// Browsers for measuring: one without the extension and one with it, on pages that loopback serves.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumPath } from '../../scripts/browser.mjs';

const root = join(import.meta.dirname, '../..');

/** The built extension with one page more that holds a word, to compare the sidebar's frame with. */
function withWordPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-extension-'));
  cpSync(join(root, '.output/chrome-mv3-test'), folder, { recursive: true });
  writeFileSync(join(folder, 'empty.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.web_accessible_resources.push({ resources: ['empty.html'], matches: ['*://*/*'] });
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

export type Bench = { context: BrowserContext; dashboard?: Page; close(): Promise<void> };

/** `adding` puts more files into the folder of the extension. */
export async function openBench(
  withExtension: boolean,
  adding: (folder: string) => Promise<void> = async () => undefined,
): Promise<Bench> {
  const profile = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  const folder = withExtension ? withWordPage() : undefined;
  if (folder) await adding(folder);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    args: [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(folder ? [`--load-extension=${folder}`, `--disable-extensions-except=${folder}`] : []),
    ],
  });
  const close = async () => {
    await context.close();
    for (const path of [profile, folder]) if (path) rmSync(path, { recursive: true, force: true });
  };
  if (!folder) return { context, close };
  const isOurs = (page: Page) => page.url().includes('/dashboard.html');
  const dashboard = context.pages().find(isOurs) ?? (await context.waitForEvent('page'));
  await dashboard.waitForURL(/\/dashboard\.html/);
  return { context, dashboard, close };
}

export type Site = { origin: string; stop(): void };

/** Serves pages by path on loopback. */
export async function serve(pages: Record<string, string>): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.writeHead(Object.hasOwn(pages, pathname) ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(pages[pathname] ?? '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

/** Carries out a call of the extension from its full page. */
export async function must(dashboard: Page, name: string, input: unknown): Promise<unknown> {
  const answer = await dashboard.evaluate(
    request => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          runtime: { sendMessage(m: unknown): Promise<{ ok: boolean; value: unknown; message: string }> };
        };
      };
      return chrome.runtime.sendMessage(request);
    },
    { regulars: 'call', name, id: crypto.randomUUID(), input },
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value;
}

/** Middle and 95th percentile of some times. */
export function spread(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
