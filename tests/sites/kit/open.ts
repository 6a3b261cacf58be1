// Opens a golden page at its own address in a Chromium with the extension, the site switched on.
import { parseArgs } from 'node:util';
import {
  addressOf,
  chooseSite,
  golden,
  openBrowser,
  openGolden,
  sidebarOf,
} from '../../e2e/chromium/browser';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { screenshot: { type: 'string' }, dark: { type: 'boolean', default: false } },
});
const [page] = positionals;
if (page === undefined) {
  process.stderr.write('npm run open-page -- PAGE [--dark] [--screenshot FILE]\n');
  process.exit(1);
}
const name = page.endsWith('.html') ? page : `${page}.html`;
const [site = ''] = name.split('--');
const { context, dashboard, close } = await openBrowser({ headless: values.screenshot !== undefined });
await chooseSite(dashboard, new URL(addressOf(golden(name))).origin, site);
const shown = await openGolden(context, name, { dark: values.dark });
await shown.bringToFront();
if (values.screenshot) {
  await (await sidebarOf(shown)).locator('main:not([aria-busy])').waitFor();
  await shown.screenshot({ path: values.screenshot });
  process.stdout.write(`${values.screenshot}\n`);
} else {
  process.stdout.write('Close the browser to end.\n');
  await context.waitForEvent('close', { timeout: 0 });
}
await close();
