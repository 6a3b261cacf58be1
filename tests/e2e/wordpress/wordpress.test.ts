// Comments on a real WordPress: who wrote them, in the moderation and below the post, and replies that arrive once.
import { createHash } from 'node:crypto';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OnScreen } from '../../../lib/model/on-screen';
import { countsOf, record } from '../../sites/record';
import { ask, chooseSite, type Opened, openBrowser, sidebarOf } from '../chromium/browser';
import { must } from '../chromium/people';
import * as site from './blog';
import { markedComments } from './marks';
import { type Blog, startBlog } from './server/start';

const hash = (address: string) => createHash('md5').update(address.toLowerCase()).digest('hex');
const text = 'Thank you. A new grinder is on its way.\n\nYour Norte Café';
const firstLine = 'Thank you. A new grinder is on its way.';

/** Whoever commented on the post and is to be seen, without the user; the address tells the two Martas apart. */
const commenters = [
  ['Marta Ruiz', 'marta@norte-boats.example'],
  ['Jon Berg', 'jon@berg.example'],
  ['Eve Editor', 'eve@norte.example'],
  ['Bo Lind', 'bo@lind.example'],
  ['Sara Lund', 'sara@lund.example'],
  ['Sam 🚀 Rivera', 'sam@rivera.example'],
  ['سلمى القاسم', 'salma@qasem.example'],
  ['田中 花子', 'hanako@tanaka.example'],
  ['Müller, Jürgen (Vertrieb)', 'juergen@mueller.example'],
  ['Marta Ruiz', 'marta.ruiz@elsewhere.example'],
  ['Mаrta Ruiz', 'm.ruiz@norte-b0ats.example'],
  ['David Brown', 'David.Brown@Office.example'],
  ['Ines Faure', 'ines@faure.example'],
  ['Guest Gil', ''],
  ['Guest Gus', ''],
] as const;

let blog: Blog;
let browser: Opened;
let page: Page;
const sidebar = (): Promise<Frame> => sidebarOf(page);

beforeAll(async () => {
  blog = await startBlog();
  browser = await openBrowser();
  await site.stayWithin(browser.context, blog);
  await chooseSite(browser.dashboard, blog.origin, 'wordpress');
  await must(browser.dashboard, 'replies.save', {
    reply: {
      id: 'grinder',
      name: 'Grinder',
      shortcut: 'gr',
      tags: [],
      variants: [{ body: text }],
      order: 0,
      uses: 0,
    },
  });
  page = await browser.context.newPage();
  page.setDefaultTimeout(15_000);
  await site.withoutEmoji(page);
  await site.signIn(page, blog);
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

/** Everybody the sidebar could show beside the page, as `name address` or `name hash`. */
async function people(): Promise<string[]> {
  await page.bringToFront();
  const windowId = await browser.dashboard.evaluate(
    async () =>
      (
        await (
          globalThis as unknown as { chrome: { windows: { getCurrent(): Promise<{ id: number }> } } }
        ).chrome.windows.getCurrent()
      ).id,
  );
  const { value } = await ask(browser.dashboard, 'people.onScreen', { windowId });
  return (value as OnScreen).people.map(({ seen }) => {
    const known = seen.identities.find(({ kind }) => kind === 'email' || kind === 'gravatar');
    return `${seen.name} ${known?.value ?? ''}`;
  });
}

async function expectPeople(wanted: string[]): Promise<void> {
  await expect.poll(async () => (await people()).toSorted(), { timeout: 10_000 }).toEqual(wanted.toSorted());
  record('wordpress', 'server', 'people', countsOf(await people(), wanted));
}

/** Expects a mark beside the comment with these words, and beside no other one in view. */
async function expectMark(words: string): Promise<void> {
  const wanted = blog.commentsWith(words).map(({ id }) => `comment-${id}`);
  await expect.poll(() => markedComments(page), { timeout: 10_000 }).toEqual(wanted);
  record('wordpress', 'server', 'marks', countsOf(await markedComments(page), wanted));
}

async function insertReply(): Promise<void> {
  const frame = await sidebar();
  await frame.getByRole('tab', { name: 'Quick replies' }).click();
  await frame.getByLabel('Search quick replies').fill(';gr');
  await frame.getByRole('button', { name: /^Insert Ctrl/ }).click();
  await frame.getByText('Inserted.').waitFor();
}

const isServer = { right: 1, wrong: 0, missed: 0 };

describe('the moderation of comments', () => {
  it('shows everybody who commented by address, nobody for a pingback, and not the user', async () => {
    await site.openModeration(page, blog);
    await expectPeople([
      ...commenters.map(([name, address]) => `${name} ${address}`),
      'Pending Pia pia@queue.example',
      'Carol Díaz carol@diaz.example',
    ]);
    const frame = await sidebar();
    await frame.getByRole('heading', { level: 1, name: 'Carol Díaz' }).waitFor();
    expect(await markedComments(page)).toEqual([]);
  });

  it('brings whom the user answers to the front, and makes a contact of them', async () => {
    await site.answerRow(page, 'It rattles since Monday.');
    const frame = await sidebar();
    await frame.getByRole('heading', { level: 1, name: 'Marta Ruiz' }).waitFor();
    expect(await frame.getByLabel('Email').inputValue()).toBe('marta@norte-boats.example');
    await frame.getByRole('button', { name: 'Add to Regulars' }).click();
    await frame.getByText('Same email address').waitFor();
  });

  it('takes a reply, which the user sends, and which is in the database once', async () => {
    await page.locator('#replycontent').focus();
    await insertReply();
    expect(await page.locator('#replycontent').inputValue()).toBe(text);
    expect(blog.commentsWith(firstLine)).toEqual([]);
    await page.click('#replyrow .save');
    await expect.poll(() => blog.commentsWith(firstLine).length).toBe(1);
    const [marta] = blog.commentsWith('It rattles since Monday.');
    expect(blog.commentsWith(firstLine)).toMatchObject([{ parent: marta?.id, author: 'Nora Vidal', text }]);
    record('wordpress', 'server', 'insertion', isServer);
  });

  it('marks what the contact wrote, and not what another of that name did', async () => {
    await page.goto(`${blog.origin}/wp-admin/edit-comments.php?s=Marta`);
    expect(await page.locator('#the-comment-list > tr.comment').count()).toBe(2);
    await expectMark('It rattles since Monday.');
  });
});

describe.each(['classic', 'block'] as const)('a post in a %s theme', theme => {
  it('shows everybody by the hash of their address, with the names they gave', async () => {
    await site.openPost(page, blog, theme);
    expect(await page.locator('.wp-block-comment-template').count()).toBe(theme === 'block' ? 1 : 0);
    expect(await page.locator('ol.comment-list').count()).toBe(theme === 'block' ? 0 : 1);
    await expectPeople(commenters.map(([name, mail]) => `${name} ${mail ? hash(mail) : ''}`));
  });

  it('knows the person who was added in the moderation', async () => {
    const frame = await sidebar();
    await frame.getByRole('navigation', { name: 'People in this conversation' }).waitFor();
    const { value } = await ask(browser.dashboard, 'contacts.find', {
      identity: { kind: 'gravatar', value: hash('marta@norte-boats.example') },
    });
    expect(value).toMatchObject({ name: 'Marta Ruiz' });
    const { value: other } = await ask(browser.dashboard, 'contacts.find', {
      identity: { kind: 'gravatar', value: hash('marta.ruiz@elsewhere.example') },
    });
    expect(other).toBeNull();
  });

  it('marks their comment and no other, for who follows a link to it', async () => {
    const [marta] = blog.commentsWith('It rattles since Monday.');
    await site.openPost(page, blog, theme, marta?.id);
    await expectMark('It rattles since Monday.');
  });

  it('takes a reply to their comment, found in the database once', async () => {
    const before = blog.commentsWith(firstLine).length;
    await site.answerComment(page, 'It rattles since Monday.');
    const frame = await sidebar();
    await frame.getByRole('heading', { level: 1, name: 'Marta Ruiz' }).waitFor();
    await frame.getByText('Same profile').waitFor();
    await insertReply();
    expect(await page.locator('#comment').inputValue()).toBe(text);
    // The same words twice below one post are refused by WordPress.
    await page.locator('#comment').press('End');
    await page.locator('#comment').pressSequentially(` (${theme})`);
    await page.click('#commentform #submit');
    await expect.poll(() => blog.commentsWith(firstLine).length).toBe(before + 1);
    const [marta] = blog.commentsWith('It rattles since Monday.');
    expect(blog.commentsWith(`(${theme})`)).toMatchObject([{ parent: marta?.id, author: 'Nora Vidal' }]);
    record('wordpress', 'server', 'insertion', isServer);
  });
});
