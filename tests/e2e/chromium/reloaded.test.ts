// A page that was open when the extension was reloaded or updated: no dead sidebar stays, and the page is as before.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';

let browser: Opened;
beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
});
afterAll(() => browser?.close());

it('the old sidebar removes itself and gives the page its width back', async () => {
  const page = await openGolden(browser.context, 'gmail--thread-en.html');
  const sidebar = await sidebarOf(page);
  await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
  const width = () => page.evaluate(() => document.body.getBoundingClientRect().width);
  const beside = await width();
  await browser.dashboard
    .evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => undefined);
  const hosts = () => page.evaluate(() => document.querySelectorAll('html > :not(head, body)').length);
  await expect.poll(hosts, { timeout: 5000 }).toBe(0);
  expect(await width()).toBeGreaterThan(beside);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style') ?? '')).toBe('');
});
