// Firefox ends the background whenever it rests: nothing that the user sees may depend on its memory.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ask,
  button,
  chooseGmail,
  type Opened,
  openFirefox,
  openGolden,
  seen,
  sidebarOf,
  textOf,
  write,
} from './browser';

const asleep = 'browser.extension.getBackgroundPage() === null';

describe('after Firefox ended the background', () => {
  let firefox: Opened;
  let page: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    firefox = await openFirefox({ idleAfter: 500 });
    await chooseGmail(firefox.dashboard);
    page = await openGolden(firefox.browser, 'gmail--thread-en.html');
    sidebar = await sidebarOf(page);
    await button(sidebar, 'Add to Regulars').click();
    await seen(sidebar, 'Same email address');
  });
  beforeEach(() => firefox.dashboard.waitForFunction(asleep, { polling: 50 }));
  afterAll(() => firefox?.browser.close());

  it('the sidebar still saves a note', async () => {
    await write(sidebar, '[aria-label^="Note about"]', 'Prefers calls on Friday');
    await sidebar.$eval('form.composer', form => form instanceof HTMLFormElement && form.requestSubmit());
    await seen(sidebar, 'Saved');
    await seen(sidebar, 'Prefers calls on Friday');
  });

  it('the sidebar hears of a change made elsewhere', async () => {
    const found = await ask(firefox.dashboard, 'contacts.search', { query: 'marta', limit: 1 });
    const [marta] = z.array(z.object({ id: z.string() })).parse(found);
    await firefox.dashboard.waitForFunction(asleep, { polling: 50 });
    await ask(firefox.dashboard, 'contacts.save', { id: marta?.id, patch: { title: 'Head of the bakery' } });
    await seen(sidebar, 'Head of the bakery');
  });

  it('a page that is opened now gets its sidebar with the card', async () => {
    await page.reload();
    sidebar = await sidebarOf(page, sidebar);
    await seen(sidebar, 'Same email address');
    expect(await textOf(sidebar)).toContain('Prefers calls on Friday');
  });
});
