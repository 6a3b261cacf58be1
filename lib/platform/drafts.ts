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

/** What was typed about somebody who is not added yet is kept under their identity, counted where several share it. */
const personOf = (key: string) => key.replace(/^new:(?:\d+ )?/, '');

/** Forgets what was typed about people, by contact ids and identity keys. */
export async function forgetDrafts(people: string[]): Promise<void> {
  const drafts = await readDrafts();
  const left = Object.entries(drafts).filter(([key]) => !people.includes(personOf(key)));
  if (left.length < Object.keys(drafts).length) await writeDrafts(Object.fromEntries(left));
}
