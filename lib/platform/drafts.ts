// What is typed and not yet saved, by person: kept by the browser, so that closing or reloading loses nothing.
import { browser } from 'wxt/browser';

const key = 'drafts';

/** Drafts by contact id; what is not text counts as absent. */
export async function readDrafts(): Promise<Record<string, string>> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, text]) => typeof text === 'string'));
}

/** Keeps all drafts; also works in a frame whose page's other storage the browser denies. */
export function writeDrafts(drafts: Record<string, string>): Promise<void> {
  return browser.storage.local.set({ [key]: drafts });
}
