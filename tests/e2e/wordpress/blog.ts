// Using the blog as a person does: sign in, open the moderation or a post, answer a comment. Nothing is asked of the network.
import type { BrowserContext, Locator, Page } from 'playwright';
import type { Blog } from './server/start';

export type Theme = 'classic' | 'block';

/** Keeps a browser to the blog: pictures of people and of emoji are elsewhere, and refused as all else is. */
export async function stayWithin(context: BrowserContext, { origin }: Blog): Promise<void> {
  await context.route(
    url => /^https?:$/.test(url.protocol) && url.origin !== origin,
    route => route.abort(),
  );
}

/** Lets WordPress find that the browser can't draw emoji, whatever its fonts: it puts pictures in their place. */
export async function withoutEmoji(page: Page): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
}

/** Signs in; ends on the dashboard. */
export async function signIn(page: Page, { origin, user }: Blog): Promise<void> {
  await page.goto(`${origin}/wp-login.php`);
  // The site puts the caret there after a while, whatever is being filled in by then.
  await page.locator('#user_login:focus').waitFor();
  await page.fill('#user_login', user.login);
  await page.fill('#user_pass', user.password);
  await page.click('#wp-submit');
  await page.waitForURL(/wp-admin/);
}

export async function openModeration(page: Page, { origin }: Blog): Promise<void> {
  await page.goto(`${origin}/wp-admin/edit-comments.php`);
}

/** Opens the post that people comment on, at a comment when its id is given. */
export async function openPost(page: Page, { origin }: Blog, theme: Theme, at?: number): Promise<void> {
  const query = theme === 'block' ? '?theme=twentytwentythree' : '';
  await page.goto(`${origin}/our-grinder/${query}${at ? `#comment-${at}` : ''}`);
}

/** The row of the moderation with these words. */
export const row = (page: Page, words: string): Locator =>
  page.locator('#the-comment-list > tr', { hasText: words });

/** The comment below a post with these words; not the one it answers, which holds it. */
export const comment = (page: Page, words: string): Locator =>
  page.locator('li.comment', { hasText: words }).last();

/** Opens the box for an answer to a row of the moderation. The site puts the caret there a while later: it is waited for. */
export async function answerRow(page: Page, words: string): Promise<void> {
  await row(page, words).hover();
  await row(page, words).getByRole('button', { name: 'Reply' }).click();
  await page.locator('#replycontent:focus').waitFor();
}

/** Moves the box below the post to a comment. */
export async function answerComment(page: Page, words: string): Promise<void> {
  // Answers stand inside what they answer, each with a link of its own.
  await comment(page, words).locator('.comment-reply-link').first().click();
  await page.locator('#comment:focus').waitFor();
}
