// The extension's insertion in every kind of editor, in Firefox.
import type { KeyInput } from 'puppeteer-core';
import { describe } from 'vitest';
import type { Inserted } from '../../../lib/page/insert';
import { type Driver, testEditors } from '../../editors/suite';
import { openFirefox } from './browser';

describe('insertion in Firefox', () => testEditors(start));

async function start(inserter: string): Promise<Driver> {
  const { browser, dashboard } = await openFirefox();
  // As users grant their own webmail, with a click; a preference answers the prompt.
  const ask = `browser.permissions.request({ origins: ['http://127.0.0.1/*'] })`;
  await dashboard.evaluate(`addEventListener('click', () => (window.granted = ${ask}), { once: true })`);
  await dashboard.click('h1');
  await dashboard.evaluate('granted');
  const page = await browser.newPage();
  page.setDefaultTimeout(8000);
  // Only the page in front gives its frames the focus.
  await page.bringToFront();
  return {
    open: async url => {
      await page.goto(url);
      await page.waitForFunction(() => window.testPage);
    },
    read: () =>
      page.evaluate(() => {
        const { state, isSendAwake, sent } = window.testPage!;
        return { state: state(), isAwake: isSendAwake(), sent };
      }),
    focusEditor: () => page.evaluate(() => window.testPage?.focus()),
    focusBeside: () => page.focus('[title="Beside"]'),
    press: async (...keys) => {
      for (const key of keys) {
        const [name = key, held] = key.split('+').reverse() as KeyInput[];
        if (held) await page.keyboard.down(held);
        await page.keyboard.press(name as KeyInput);
        if (held) await page.keyboard.up(held);
      }
    },
    insert: text => dashboard.evaluate(inPage(inserter, page.url(), text)) as Promise<Inserted>,
    close: () => browser.close(),
  };
}

/** An expression for a page of the extension, which runs the insertion in the tab at `url`. */
const inPage = (inserter: string, url: string, text: string) => `(async () => {
  const tabs = await browser.tabs.query({});
  const tab = tabs.find(({ url }) => url === ${JSON.stringify(url)});
  const func = text => { ${inserter}; return inserter.insert(text); };
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: tab.id }, func, args: [${JSON.stringify(text)}]
  });
  if (answer.error) throw new Error(String(answer.error.message));
  return answer.result;
})()`;
