// Opens a browser with the extension on the demo's inbox, set up by hand as a person would: import, then the site.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumPath } from '../browser.mjs';
import { customersFile } from './customers.mjs';
import { startDemo } from './server.mjs';

const root = join(import.meta.dirname, '../..');

/** Starts inbox and browser. Gives the pages, the inbox's origin, and the way to end both. */
export async function openDemo({ headless, port, colorScheme, extension = '.output/chrome-mv3-demo' }) {
  const demo = await startDemo({ port });
  const profile = mkdtempSync(join(tmpdir(), 'regulars-demo-'));
  const folder = join(root, extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    colorScheme: colorScheme ?? null,
    viewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...(headless ? ['--headless=new'] : ['--start-maximized']),
      // A browser that is started by root has no sandbox to go into.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const close = async () => {
    await context.close().catch(() => undefined);
    await demo.stop();
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const dashboard = await welcomePage(context);
    await dashboard.getByRole('link', { name: 'Bring a Regulars file' }).click();
    await importCustomers(dashboard, profile);
    await addSite(dashboard, demo.origin);
    const inbox = await context.newPage();
    await inbox.goto(`${demo.origin}/?_task=mail&_mbox=INBOX`);
    for (const page of context.pages()) if (page !== inbox && page !== dashboard) await page.close();
    await inbox.bringToFront();
    return { context, dashboard, inbox, origin: demo.origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The page that the extension opens when it is installed. */
async function welcomePage(context) {
  const isWelcome = page => page.url().includes('/dashboard.html');
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page'));
  await page.waitForURL(/\/dashboard\.html/);
  return page;
}

/** Brings the customers in through the Data page. */
async function importCustomers(dashboard, folder) {
  const file = join(folder, 'customers.json');
  writeFileSync(file, customersFile());
  await dashboard.getByLabel('Import a file').setInputFiles(file);
  await dashboard.getByRole('button', { name: 'Show what would come in' }).click();
  await dashboard.getByRole('button', { name: 'Import this file' }).click();
  await dashboard.getByText(/^Imported: \d+ new, 0 changed, 0 the same, 0 refused\./).waitFor();
}

/** Adds the inbox as an own webmail; the demo's build has the host granted. */
async function addSite(dashboard, origin) {
  await dashboard.getByRole('link', { name: 'Settings' }).click();
  const address = dashboard.getByLabel(/own Roundcube/);
  await address.fill(origin);
  await address.press('Enter');
  await dashboard.getByText('Site added').waitFor();
}

/** The sidebar's frame in the inbox. */
export async function sidebarOf(page) {
  const isSidebar = frame => frame.url().includes('/sidepanel.html');
  return page.frames().find(isSidebar) ?? page.waitForEvent('framenavigated', { predicate: isSidebar });
}
