// A page that hides, moves or covers the sidebar lures no click: either it stays in sight, or nothing happens.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, chooseSite, inOurWorlds, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson } from './people';

const address = 'marta.ruiz@norte.example';

/** What a hostile page does before its user clicks. Each runs in the page. */
const attacks: Record<string, () => void> = {
  'an almost invisible document': () => {
    document.documentElement.style.opacity = '0.01';
  },
  'a filter over the document': () => {
    document.documentElement.style.filter = 'opacity(0)';
  },
  'a blurred document': () => {
    document.documentElement.style.filter = 'blur(80px)';
  },
  'a blend mode': () => {
    document.documentElement.style.mixBlendMode = 'screen';
  },
  'a mask over the document': () => {
    document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)';
  },
  'a clipped document': () => {
    document.documentElement.style.clipPath = 'inset(0 100% 0 0)';
  },
  'a moved document': () => {
    document.documentElement.style.transform = 'translateX(-200px)';
  },
  'an invisible document': () => {
    document.documentElement.style.visibility = 'hidden';
  },
  'rules and animations for its host': () => {
    const host = document.querySelector('html > [popover]') as HTMLElement;
    host.style.cssText =
      'opacity: 0 !important; filter: blur(80px) !important; clip-path: inset(50%) !important';
    host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e9, fill: 'forwards' });
  },
  'a cover that lets clicks through': () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:#fff;pointer-events:none;z-index:2147483647';
    document.documentElement.append(cover);
  },
  'a popover that lets clicks through': () => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position:fixed;inset:0;margin:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  },
  'another place in the tree': () => {
    const host = document.querySelector('html > [popover]') as HTMLElement;
    const wrapper = document.createElement('div');
    wrapper.style.opacity = '0';
    document.body.append(wrapper);
    (wrapper as unknown as { moveBefore(node: Node, before: null): void }).moveBefore(host, null);
  },
  'its host closed': () => {
    (document.querySelector('html > [popover]') as HTMLElement).hidePopover();
  },
};

let browser: Opened;
beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
  await addPerson(browser.dashboard, { name: 'Marta Ruiz', address });
});
afterAll(() => browser?.close());

const knows = async (): Promise<boolean> => {
  const found = await ask(browser.dashboard, 'contacts.search', { query: address, limit: 5 });
  return (found.value as { address?: string }[]).some(contact => contact.address === address);
};

/** Where "Not Marta?" stands on screen: one click parts the address from the person. */
async function target(page: Page): Promise<{ x: number; y: number }> {
  const sidebar = await sidebarOf(page);
  const button = sidebar.getByRole('button', { name: /^Not / });
  await button.waitFor();
  const box = await button.boundingBox();
  if (!box) throw new Error('The button has no place.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const picture = (page: Page, { x, y }: { x: number; y: number }) =>
  page.screenshot({ clip: { x: x - 60, y: y - 40, width: 120, height: 80 }, animations: 'disabled' });

describe('a click where the sidebar is', () => {
  it('counts while the sidebar is in full sight', async () => {
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    const { x, y } = await target(page);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await expect.poll(knows).toBe(false);
    const sidebar = await sidebarOf(page);
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(knows).toBe(true);
    await page.close();
  });

  it.each(Object.entries(attacks))('under %s is seen by the user or does nothing', async (_name, attack) => {
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    const at = await target(page);
    const before = await picture(page, at);
    await page.evaluate(attack);
    const isSeen = (await picture(page, at)).equals(before);
    if (!isSeen) {
      await page.mouse.move(at.x, at.y);
      await page.mouse.click(at.x, at.y);
      // The answer to a click that counted would have come before that of a later call.
      const sidebar = await sidebarOf(page).catch(() => undefined);
      await sidebar
        ?.getByText(/covers or hides/)
        .waitFor({ timeout: 1500 })
        .catch(() => undefined);
    }
    expect(await knows()).toBe(true);
    await page.close();
  });

  it('does nothing when the page shows the sidebar again at the very moment', async () => {
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    const at = await target(page);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0;margin:0;width:100vw;height:100vh;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
      addEventListener('blur', () => cover.hidePopover());
      Object.assign(globalThis, { coveredAt: performance.now() });
    });
    // The bait must be seen before it is clicked: nobody reacts within a quarter of a second.
    await page.waitForFunction(
      () => performance.now() - (globalThis as unknown as { coveredAt: number }).coveredAt > 250,
    );
    await page.mouse.move(at.x, at.y);
    await page.mouse.click(at.x, at.y);
    await (await sidebarOf(page)).getByText(/covers or hides/).waitFor();
    expect(await knows()).toBe(true);
    await page.close();
  });
});

describe('what our own pages store', () => {
  it('is not to be read by our script in a page', async () => {
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    await sidebarOf(page);
    const read = "chrome.storage.local.get(null).then(JSON.stringify, error => 'refused: ' + error.message)";
    for (const answer of await inOurWorlds(page, read)) expect(answer).toMatch(/^refused/);
    await page.close();
  });
});
