// The built extension in a real Chromium, with pages answered from golden files and no network.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright';
import { chromiumPath } from '../../../scripts/browser.mjs';

const root = join(import.meta.dirname, '../../..');
const extension = join(root, '.output/chrome-mv3-test');

/** What every Chromium of these tests is started with, and the extension in a folder. */
export const withExtension = (folder: string) => [
  '--no-sandbox',
  `--load-extension=${folder}`,
  `--disable-extensions-except=${folder}`,
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The full page, which the extension opens when it is installed. */
export async function firstPage(context: BrowserContext): Promise<Page> {
  const isOurs = (page: Page) => page.url().includes('/dashboard.html');
  const dashboard = context.pages().find(isOurs) ?? (await context.waitForEvent('page'));
  await dashboard.waitForURL(/\/dashboard\.html/);
  return dashboard;
}

export type Opened = { context: BrowserContext; id: string; dashboard: Page; close(): Promise<void> };

/** Starts a fresh profile with the extension; `blockThirdParty` denies embedded frames any storage. */
export async function openBrowser({ blockThirdParty = true, headless = true } = {}): Promise<Opened> {
  const profile = mkdtempSync(join(tmpdir(), 'regulars-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = {
    profile: { block_third_party_cookies: blockThirdParty, cookie_controls_mode: blockThirdParty ? 1 : 0 },
  };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    args: [...(headless ? ['--headless=new'] : []), ...withExtension(extension), '--disable-quic'],
  });
  const dashboard = await firstPage(context);
  const id = new URL(dashboard.url()).host;
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, id, dashboard, close };
}

/** Calls a procedure as the full page does. */
export function ask(
  page: Page,
  name: string,
  input: unknown,
): Promise<{ ok: boolean; value?: unknown; code?: string; message?: string }> {
  return page.evaluate(
    request =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<never> } } }
      ).chrome.runtime.sendMessage(request),
    { regulars: 'call', name, id: crypto.randomUUID(), input },
  );
}

/** Switches a site on, as onboarding does after the browser agreed. */
export async function chooseSite(
  page: Page,
  origin: string,
  site: string,
  presence: 'sidebar' | 'panel' = 'sidebar',
): Promise<void> {
  const answer = await ask(page, 'settings.save', {
    sites: [{ origin, site, presence, width: 360, collapsed: false }],
    history: 'automatic',
    welcomed: true,
  });
  if (!answer.ok) throw new Error(answer.message);
}

export const golden = (name: string) => readFileSync(join(root, 'tests/sites/pages', name), 'utf8');

/** The address that a golden page names. */
export const addressOf = (html: string) => /<!-- url: (\S+) -->/.exec(html)?.[1] ?? '';

type Opening = {
  /** Gives the page a dark background, as a dark theme of the site does. */
  dark?: boolean;
  /** Where the page is served, when not at the address it names. */
  at?: string;
  /** Runs in the page before its own scripts. */
  init?: () => void;
};

/** Opens a golden page at the address it names, as the real site would serve it. */
export async function openGolden(
  context: BrowserContext,
  name: string,
  opening: Opening = {},
): Promise<Page> {
  const html = golden(name);
  const url = opening.at ?? addressOf(html);
  const body = opening.dark ? `${html}<style>body { background: #1b1b1b; color: #eee }</style>` : html;
  await context.unrouteAll();
  await context.route(`${new URL(url).origin}/**`, route =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  const page = await context.newPage();
  // The driver's own scheme would reach the sidebar too, which is to follow the page.
  await page.emulateMedia({ colorScheme: null });
  if (opening.init) await page.addInitScript(opening.init);
  await page.goto(url);
  return page;
}

/** The sidebar's frame in a page, once it stands there. */
export async function sidebarOf(page: Page): Promise<Frame> {
  const isSidebar = (frame: Frame) => frame.url().includes('/sidepanel.html');
  return (
    page.frames().find(isSidebar) ?? (await page.waitForEvent('framenavigated', { predicate: isSidebar }))
  );
}

/** Evaluates in the worlds of our scripts in a page, as a script that had been taken over could. */
export async function inOurWorlds(page: Page, expression: string): Promise<unknown[]> {
  const devtools = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await devtools.send('Runtime.enable');
  if (worlds.length === 0) throw new Error('No script of ours is in this page.');
  const answers = worlds.map(contextId =>
    devtools.send('Runtime.evaluate', { expression, contextId, awaitPromise: true }),
  );
  const values = (await Promise.all(answers)).map(({ result }) => result.value as unknown);
  await devtools.detach();
  return values;
}
