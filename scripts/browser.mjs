// Finding a browser that can load an extension given on its command line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const places = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/** The executable named by `variable`, else the first that is installed; undefined when there is none. */
function find(variable, candidates) {
  const named = process.env[variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`);
    return named;
  }
  return candidates.find(path => existsSync(path));
}

/** Chromium; undefined means Playwright's own. Branded Chrome refuses extensions on the command line. */
export const chromiumPath = () => find('REGULARS_CHROMIUM', places.chromium);

/** Firefox, for the tests that need it. */
export const firefoxPath = () => find('REGULARS_FIREFOX', places.firefox);

/** True when Playwright has a Chromium of its own in its usual folder. */
export async function hasPlaywrightChromium(root) {
  const { chromium } = await import(join(root, 'node_modules/playwright/index.mjs'));
  return existsSync(chromium.executablePath());
}
