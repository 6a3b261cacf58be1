// Who is on a page, in Firefox: the script is put in, its answer comes back, and values are outlined where they stand.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureView } from '../../../lib/model/capture-view';
import { ask, type Opened, openFirefox } from './browser';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our team</title></head><body><h1>Our team</h1><ul>
  <li class="card"><img alt="" width="40" height="40"><h3>Ana Prat</h3><p>Rigger</p><a href="mailto:ana@norte-boats.example">Mail</a></li>
  <li class="card"><img alt="" width="40" height="40"><h3>Lena Vogt</h3><p>Head of Sales</p><a href="mailto:lena@norte-boats.example">Mail</a></li>
  </ul></body></html>`;

describe('a capture in Firefox', () => {
  let firefox: Opened;
  let page: Page;
  let server: Server;
  let windowId: number;
  let view: CaptureView;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(html);
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    firefox = await openFirefox();
    const { browser, dashboard } = firefox;
    // The shortcut, which lets us in without it, is the browser's own and is not heard from a test.
    const grant = `browser.permissions.request({ origins: ['http://127.0.0.1/*'] })`;
    await dashboard.evaluate(`addEventListener('click', () => (window.granted = ${grant}), { once: true })`);
    await dashboard.click('h1');
    await dashboard.evaluate('granted');
    windowId = (await dashboard.evaluate('browser.windows.getCurrent().then(({ id }) => id)')) as number;
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/team`);
    await page.bringToFront();
  });
  afterAll(async () => {
    await firefox?.browser.close();
    server?.close();
  });

  it('reads everybody, and changes nothing on the page', async () => {
    const before = await page.content();
    const { id } = (await ask(firefox.dashboard, 'captures.read', { windowId })) as { id: string };
    view = (await ask(firefox.dashboard, 'captures.get', { id })) as CaptureView;
    expect(view.failure).toBeUndefined();
    const read = view.page?.people.map(({ values }) =>
      Object.fromEntries(values.map(({ field, value }) => [field, value])),
    );
    expect(read).toMatchObject([
      { name: 'Ana Prat', title: 'Rigger', email: 'ana@norte-boats.example' },
      { name: 'Lena Vogt', title: 'Head of Sales', email: 'lena@norte-boats.example' },
    ]);
    expect(await page.content()).toBe(before);
  });

  it('outlines a value where it stands, and takes the outline away', async () => {
    const place = view.page?.people[1]?.values[0]?.place;
    expect(await ask(firefox.dashboard, 'captures.show', { id: view.id, place, scroll: true })).toBe(true);
    const popovers = () => page.evaluate(() => document.querySelectorAll(':popover-open').length);
    expect(await popovers()).toBe(1);
    await ask(firefox.dashboard, 'captures.show', { id: view.id, scroll: false });
    expect(await popovers()).toBe(0);
  });
});
