// Using the webmail as a person does: sign in, open a message beside the list or alone, answer it, send.
import type { FrameLocator, Page } from 'playwright';
import type { Webmail } from './server/start';

/** Opens the webmail and signs in; ends in the inbox. */
export async function signIn(page: Page, { origin, user }: Webmail): Promise<void> {
  await page.goto(origin);
  await page.fill('#rcmloginuser', user.address);
  await page.fill('#rcmloginpwd', user.password);
  await page.click('#rcmloginsubmit');
  await page.locator('#messagelist tr.message').first().waitFor();
}

const row = (page: Page, subject: string) =>
  page.locator('#messagelist tr.message', { has: page.getByText(subject, { exact: true }) }).first();

/** Opens a message beside the list and gives the frame it stands in. */
export async function preview(page: Page, subject: string): Promise<FrameLocator> {
  await row(page, subject).click();
  const frame = page.frameLocator('#messagecontframe');
  await frame.locator('#message-header').getByText(subject).first().waitFor();
  return frame;
}

/** Opens a message alone. */
export async function openAlone(page: Page, subject: string): Promise<void> {
  await row(page, subject).dblclick();
  await page.waitForURL(/_action=show/);
}

/** Begins an answer to the message that is open alone; gives when the box can be written in. */
export async function answer(page: Page): Promise<void> {
  await page.click('#toolbar-menu a.reply[title="Reply to sender"]');
  await page.waitForURL(/_action=compose/);
  await page.locator('#composebody').waitFor({ state: 'attached' });
}

export const plainBox = (page: Page) => page.locator('textarea#composebody');
export const richBox = (page: Page) => page.frameLocator('#composebody_ifr').locator('body#tinymce');

/** Sends what is written and waits until the webmail has left the editor. */
export async function send(page: Page): Promise<void> {
  await page.locator('a.send, button.send').first().click();
  await page.waitForURL(url => !url.search.includes('_action=compose'));
}

export async function openInbox(page: Page, { origin }: Webmail): Promise<void> {
  await page.goto(`${origin}/?_task=mail&_mbox=INBOX`);
  await page.locator('#messagelist tr.message').first().waitFor();
}
