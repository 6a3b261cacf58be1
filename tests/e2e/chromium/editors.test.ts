// The extension's insertion in every kind of editor, in Chromium.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import type { Inserted } from '../../../lib/page/insert';
import { type Driver, testEditors } from '../../editors/suite';
import { openBrowser } from './browser';

describe('insertion in Chromium', () => testEditors(start));

async function start(inserter: string): Promise<Driver> {
  const browser = await openBrowser();
  const page: Page = await browser.context.newPage();
  page.setDefaultTimeout(8000);
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
    focusBeside: () => page.frameLocator('[title="Beside"]').locator('#search').click(),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    insert: text => browser.dashboard.evaluate(inPage(inserter, page.url(), text)) as Promise<Inserted>,
    close: browser.close,
  };
}

/** An expression for a page of the extension, which runs the insertion in the tab at `url`. */
const inPage = (inserter: string, url: string, text: string) => `(async () => {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find(({ url }) => url === ${JSON.stringify(url)});
  const func = text => { ${inserter}; return inserter.insert(text); };
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab.id }, func, args: [${JSON.stringify(text)}]
  });
  return answer.result;
})()`;
