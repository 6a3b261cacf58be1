// What the recipe for WordPress relies on, looked up on the real pages without it: a failure here says that WordPress changed.
import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from '../chromium/browser';
import * as site from './blog';
import { type Blog, startBlog } from './server/start';

const rattles = 'It rattles since Monday.';
const capitals = 'I write my address with capitals.';
const emoji = 'Send a new one';
const thread = [rattles, 'Mine too.', 'We look into it.', 'Is there news?', 'I would like to know, too.'];

let blog: Blog;
let browser: Opened;
let page: Page;

beforeAll(async () => {
  blog = await startBlog();
  browser = await openBrowser();
  await site.stayWithin(browser.context, blog);
  page = await browser.context.newPage();
  page.setDefaultTimeout(15_000);
  await site.withoutEmoji(page);
  await site.signIn(page, blog);
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

/** The id of the one comment with these words, as the database has it. */
function idOf(words: string): number {
  const found = blog.commentsWith(words);
  expect(found).toHaveLength(1);
  return found[0]!.id;
}

/** Text in which pictures stand for letters: what is written, and what is left without the pictures. */
const readings = (element: Locator) =>
  element.evaluate(({ childNodes, textContent }) => ({
    written: [...childNodes]
      .map(node => (node instanceof HTMLImageElement ? node.alt : node.textContent))
      .join('')
      .trim(),
    bare: textContent?.trim(),
  }));
const sam = { written: 'Sam 🚀 Rivera', bare: 'Sam  Rivera' };

describe('the moderation of comments', () => {
  it('has a row for each comment but spam; what other sites sent is no `comment`', async () => {
    await site.openModeration(page, blog);
    const rows = page.locator('#the-comment-list > tr');
    expect(await rows.count()).toBe(20);
    expect(await site.row(page, 'Buy now').count()).toBe(0);
    expect(await site.row(page, rattles).getAttribute('id')).toBe(`comment-${idOf(rattles)}`);
    const waiting = page.locator('#the-comment-list > tr.unapproved td.column-author strong');
    expect(await waiting.allTextContents()).toEqual([' Pending Pia']);
    const others = page.locator('#the-comment-list > tr:not(.comment)');
    expect(await others.evaluateAll(all => all.map(({ classList }) => classList[0]).toSorted())).toEqual([
      'pingback',
      'trackback',
    ]);
  });

  it('says name, address and page of the author twice in a row, for wide and narrow windows', async () => {
    for (const place of ['td.column-author', 'td.column-comment .comment-author']) {
      const author = site.row(page, rattles).locator(place);
      expect(await author.locator('strong').textContent()).toContain('Marta Ruiz');
      expect(await author.locator('a[href^="mailto:"]').getAttribute('href')).toBe(
        'mailto:marta@norte-boats.example',
      );
      expect(await author.locator('a[href="https://boats.example/"]').count()).toBe(1);
    }
    const guest = site.row(page, 'No address given.').locator('td.column-author');
    expect(await guest.locator('a[href^="mailto:"]').count()).toBe(0);
  });

  it('has pictures for emoji, in the hidden copy of a name too; only the copy of the text has letters', async () => {
    const row = site.row(page, emoji);
    await row.locator('td.column-author img.emoji').waitFor({ state: 'attached' });
    const copy = page.locator(`#inline-${idOf(emoji)}`);
    expect(await readings(row.locator('td.column-author strong'))).toEqual(sam);
    expect(await readings(copy.locator('.author'))).toEqual(sam);
    expect(await copy.locator('.author-email').textContent()).toBe('sam@rivera.example');
    expect(await copy.locator('.author-url').textContent()).toBe('');
    expect(await copy.locator('textarea.comment').inputValue()).toBe('Send a new one 🚀');
    expect(await copy.isVisible()).toBe(false);
  });

  it('has one box for answers, which moves below a row and names it', async () => {
    for (const words of [rattles, capitals]) {
      await site.answerRow(page, words);
      expect(await page.locator('#replyrow textarea#replycontent').count()).toBe(1);
      expect(await page.locator('#replyrow #comment_ID').inputValue()).toBe(`${idOf(words)}`);
      expect(await page.locator(`#comment-${idOf(words)} + #replyrow`).count()).toBe(1);
    }
  });

  it('sends an answer, which is in the database once, below what it answers', async () => {
    const text = 'By the form of the moderation.\n\nIn two paragraphs.';
    await page.fill('#replycontent', text);
    await page.click('#replyrow .save');
    await expect.poll(() => blog.commentsWith('By the form of the moderation.').length).toBe(1);
    expect(blog.commentsWith('By the form of the moderation.')).toMatchObject([
      { parent: idOf(capitals), author: 'Nora Vidal', text },
    ]);
  });
});

describe('other pages of the administration', () => {
  it('name who commented on the dashboard, which asks nothing of the network', async () => {
    await page.goto(`${blog.origin}/wp-admin/`);
    const names = page.locator('#the-comment-list > li cite.comment-author');
    expect((await names.allTextContents()).map(name => name.trim())).toContain('Carol Díaz');
    await page.locator('#dashboard_primary').getByText('Nothing is asked of the network.').first().waitFor();
  });

  it('list users with their address', async () => {
    await page.goto(`${blog.origin}/wp-admin/users.php`);
    const users = page.locator('#the-list > tr');
    const sara = users.filter({ hasText: 'sara@lund.example' });
    expect(await users.count()).toBe(3);
    expect(await sara.locator('td.column-username strong').textContent()).toBe('sara');
    expect(await sara.locator('td.column-email a').getAttribute('href')).toBe('mailto:sara@lund.example');
  });
});

const themes = [
  { theme: 'classic', list: 'ol.comment-list', name: '.comment-author .fn', content: '.comment-content' },
  {
    theme: 'block',
    list: 'ol.wp-block-comment-template',
    name: '.wp-block-comment-author-name',
    content: '.wp-block-comment-content',
  },
] as const;

describe.each(themes)('a post in a $theme theme, for a visitor', ({ theme, list, name, content }) => {
  const hash = createHash('md5').update('david.brown@office.example').digest('hex');

  it('has the ids of the database, and the hash of the address in small letters, or none', async () => {
    await browser.context.clearCookies();
    await site.openPost(page, blog, theme);
    // Of what stands inside a comment, its own picture comes first.
    const picture = (words: string) =>
      site.comment(page, words).locator('img.avatar').first().getAttribute('src');
    expect(await page.locator(`${list} > li#comment-${idOf(rattles)}`).count()).toBe(1);
    expect(await picture(capitals)).toMatch(new RegExp(`gravatar\\.com/avatar/${hash}\\?`));
    expect(await picture('No address given.')).toContain('gravatar.com/avatar/?');
  });

  it('has pictures for emoji in names, and letters in what its link for answers is called', async () => {
    const comment = site.comment(page, emoji);
    await comment.locator('img.emoji').first().waitFor({ state: 'attached' });
    expect(await readings(comment.locator(name))).toEqual(sam);
    expect(await comment.locator('.comment-reply-link').getAttribute('data-replyto')).toBe(
      `Reply to ${sam.written}`,
    );
  });

  it('nests answers five deep; the last can not be answered', async () => {
    const path = thread.map(words => `#comment-${idOf(words)}`);
    const last = page.locator(path.join(' '));
    expect((await last.locator(content).textContent())?.trim()).toBe(thread.at(-1));
    expect(await last.locator('.comment-reply-link').count()).toBe(0);
    expect(await last.getAttribute('class')).toContain('byuser comment-author-sara');
  });

  it('lists what other sites sent without a picture, and nothing that waits or is spam', async () => {
    const others = page.locator(`${list} > li:not(.comment)`);
    expect(await others.evaluateAll(all => all.map(({ classList }) => classList[0]).toSorted())).toEqual([
      'pingback',
      'trackback',
    ]);
    expect(await others.locator('img').count()).toBe(0);
    for (const hidden of ['I am waiting.', 'Buy now']) {
      expect(await page.getByText(hidden).count()).toBe(0);
    }
  });

  it('has a form that names what it answers; what it sends is in the database once', async () => {
    const text = `By the form of the ${theme} theme.`;
    expect(await page.locator('#comment_parent').inputValue()).toBe('0');
    await site.answerComment(page, rattles);
    expect(await page.locator('#comment_parent').inputValue()).toBe(`${idOf(rattles)}`);
    await page.fill('#commentform textarea#comment', text);
    await page.fill('#commentform #author', 'Vera Visitor');
    await page.fill('#commentform #email', 'vera@visitor.example');
    await page.click('#commentform #submit');
    await expect.poll(() => blog.commentsWith(text).length).toBe(1);
    expect(blog.commentsWith(text)).toMatchObject([{ parent: idOf(rattles), author: 'Vera Visitor', text }]);
  });
});
