// Asking the browser for a site, and giving it back.
import { browser } from 'wxt/browser';
import { patternOf } from './registration';

/** Asks for exactly the hosts of `origins`; must be called inside the user's click. Gives whether they are allowed. */
export const askForHosts = (origins: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: origins.map(patternOf) });

/** Gives the hosts of `origins` back to the browser. */
export const giveBackHosts = (origins: string[]): Promise<boolean> =>
  browser.permissions.remove({ origins: origins.map(patternOf) });

/** Gives back hosts as the browser names them; throws for those that it does not take back, such as built-in ones. */
export const giveBackPatterns = (patterns: string[]): Promise<boolean> =>
  browser.permissions.remove({ origins: patterns });
