// Asking the browser for a site.
import { browser } from 'wxt/browser';
import { patternOf } from './registration';

/** Asks for exactly the host of `origin`; must be called inside the user's click. Gives whether it is allowed. */
export const askForHosts = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(origin)] });
