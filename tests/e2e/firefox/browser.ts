// The built extension in a real Firefox, with pages answered from golden files and no network.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { z } from 'zod';
import { firefoxPath } from '../../../scripts/browser.mjs';

const root = join(import.meta.dirname, '../../..');

/** The release build: Firefox can grant a site without its prompt, so that nothing needs to differ for a test. */
export const release = join(root, '.output/firefox-mv3');

/** How long a test waits for one thing, in milliseconds. */
const patience = 8000;

/** The address of the extension, which Firefox draws by lot for real users. */
export const own = 'moz-extension://7c1f60ad-52be-4a5e-8d0b-3b1f5c9ee207';

/** A proxy that nobody answers at: what is not intercepted goes nowhere. */
const noNetwork = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
};

export type Opened = { browser: Browser; dashboard: Page };

/**
 * Starts a fresh profile, installs the extension and gives the full page that it opens by itself. `idleAfter` is how
 * many milliseconds the background may rest before Firefox ends it; half a minute for users.
 */
export async function openFirefox({ idleAfter = 30_000 } = {}): Promise<Opened> {
  if (!existsSync(join(release, 'manifest.json'))) throw new Error(`Build first: ${release} is missing.`);
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    extraPrefsFirefox: {
      ...noNetwork,
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.background.idle.timeout': idleAfter,
      'extensions.webextensions.uuids': JSON.stringify({ 'regulars@regulars.example': new URL(own).host }),
    },
  });
  await browser.installExtension(release);
  const dashboard = await waitFor('the full page', async () => {
    for (const page of await browser.pages()) if ((await pathOf(page)) === '/dashboard.html') return page;
    return undefined;
  });
  dashboard.setDefaultTimeout(patience);
  return { browser, dashboard };
}

/** Asks until there is an answer other than undefined. */
export function waitFor<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
  const look = async () => {
    const found = await find();
    if (found === undefined) throw new Error(`Waited in vain for ${what}.`);
    return found;
  };
  return vi.waitFor(look, { timeout: patience, interval: 50 });
}

/** Firefox tells the driver no address of extension pages, so they are asked themselves; '' while they load. */
const pathOf = (place: Page | Frame): Promise<string> =>
  place.evaluate(() => location.pathname).catch(() => '');

/** Chooses Gmail by hand, as a user does after installing, with a history kept. */
export async function chooseGmail(dashboard: Page): Promise<void> {
  await button(dashboard, 'Gmail').click();
  await seen(dashboard, 'mail.google.com');
  await dashboard.locator('::-p-text(Yes, as I read and reply)').click();
  await dashboard.waitForSelector('input[type=radio]:checked');
  await button(dashboard, 'Start using Regulars').click();
  await dashboard.waitForSelector('::-p-text(Start using Regulars)', { hidden: true });
}

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Calls a procedure as the full page does, and gives what it answers; throws when it refuses. */
export async function ask(dashboard: Page, name: string, input: unknown): Promise<unknown> {
  const request = JSON.stringify({ regulars: 'call', name, id: crypto.randomUUID(), input });
  const result = answer.parse(await dashboard.evaluate(`browser.runtime.sendMessage(${request})`));
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Opens a golden page at the address it names; every other address is refused. */
export async function openGolden(browser: Browser, name: string): Promise<Page> {
  const html = readFileSync(join(root, 'tests/sites/pages', name), 'utf8');
  const url = /<!-- url: (\S+) -->/.exec(html)?.[1] ?? '';
  const { origin } = new URL(url);
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.setRequestInterception(true);
  page.on('request', request => {
    const answered = request.url().startsWith(`${origin}/`)
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: html })
      : request.abort();
    answered.catch(() => undefined);
  });
  await page.goto(url);
  return page;
}

/** The sidebar's frame in a page, once it stands there; after a reload it is another one than `earlier`. */
export function sidebarOf(page: Page, earlier?: Frame): Promise<Frame> {
  return waitFor('the sidebar', async () => {
    for (const frame of page.frames())
      if (frame !== earlier && (await pathOf(frame)) === '/sidepanel.html') return frame;
    return undefined;
  });
}

/** A part of a page by its role and name, as assistive technology finds it. */
export const part = (place: Page | Frame, role: string, name: string) =>
  place.locator(`::-p-aria([name="${name}"][role="${role}"])`).setTimeout(patience);

export const button = (place: Page | Frame, name: string) => part(place, 'button', name);

/** Waits until `text` is to be seen. */
export async function seen(place: Page | Frame, text: string): Promise<void> {
  await place.waitForSelector(`::-p-text(${text})`, { visible: true });
}

/** All text of a page, hidden or not. */
export const textOf = (place: Page | Frame): Promise<string> =>
  place.evaluate(() => document.body.textContent ?? '');

/**
 * Writes into a field as the user would. The driver's own keys reach only the outer
 * page in Firefox, so the editing command of the document does it, with the same events.
 */
export async function write(place: Page | Frame, css: string, text: string): Promise<void> {
  const field = await place.waitForSelector(css, { visible: true });
  await field?.evaluate((element, value) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
      throw new Error('field');
    element.focus();
    element.select();
    document.execCommand('insertText', false, value);
  }, text);
}
