// Sites in a real Firefox, chosen by hand in the release build: one page of each, its first person, and a reply in an open box.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, button, type Opened, openFirefox, openGolden, part, seen, sidebarOf, write } from './browser';

const pages = [
  ['Outlook', 'outlook--reply-inline.html', 'Marta Ruiz', '[id^="editorParent_"] [contenteditable]'],
  ['X', 'x--status-quote-reply.html', 'Marta 🥐 Ruiz', '[data-testid="tweetTextarea_0"]'],
  ['YouTube', 'youtube--watch-replies-open.html', 'Norte Roasters', undefined],
  ['Reddit', 'reddit--old-thread.html', 'marta_bakes', 'textarea[name="text"]'],
  ['GitHub', 'github--pull-classic-ja.html', 'jon-berg', undefined],
] as const;

let firefox: Opened;
beforeAll(async () => {
  firefox = await openFirefox();
  await seen(firefox.dashboard, 'Where do you talk to customers?');
});
afterAll(() => firefox?.browser.close());

const reply = { id: 'thanks', name: 'Thanks', shortcut: 'th', tags: [], order: 0, uses: 0 };

describe.each(pages)('%s in Firefox', (site, page, person, box) => {
  it('is chosen, read, and takes a reply', async () => {
    await firefox.dashboard.bringToFront();
    await button(firefox.dashboard, site).click();
    await firefox.dashboard.waitForFunction(
      name =>
        [...document.querySelectorAll('[aria-pressed="true"]')].some(
          ({ textContent }) => textContent === name,
        ),
      { polling: 50 },
      site,
    );
    await ask(firefox.dashboard, 'replies.save', { reply: { ...reply, variants: [{ body: 'Thank you.' }] } });
    const opened = await openGolden(firefox.browser, page);
    const sidebar = await sidebarOf(opened);
    await seen(sidebar, person);
    await button(sidebar, 'Add to Regulars').click();
    await seen(sidebar, 'Same ');
    if (!box) return opened.close();
    await opened.evaluate(() => {
      const wake = () => {
        for (const button of document.querySelectorAll('[disabled], [aria-disabled]')) {
          button.removeAttribute('disabled');
          button.setAttribute('aria-disabled', 'false');
        }
      };
      document.addEventListener('input', wake);
    });
    await opened.bringToFront();
    await opened.focus(box);
    await part(sidebar, 'tab', 'Quick replies').click();
    await write(sidebar, '#reply-search', ';th');
    await button(sidebar, 'Insert Ctrl ↵').click();
    await seen(sidebar, 'Inserted.');
    const text = await opened.$eval(box, element =>
      element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? ''),
    );
    expect(text.split('Thank you.')).toHaveLength(2);
    return opened.close();
  });
});
