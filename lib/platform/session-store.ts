// `storage.session` in the shape the session wants.
import { browser } from 'wxt/browser';
import type { SessionStore } from '../crm/session';

/** Lives as long as the browser; only trusted pages of the extension can read it. */
export const sessionStore: SessionStore = {
  get: async key => (await browser.storage.session.get(key))[key],
  set: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: key => browser.storage.session.remove(key),
  keys: async () => Object.keys(await browser.storage.session.get(null)),
};
