// Our script in web pages: registered for the sites that the user chose and the browser grants, and no others.
import { type Browser, browser } from 'wxt/browser';
import type { Session } from '../crm/session';
import type { Settings } from '../model/settings';
import { sendToPage } from './notices';

const scriptId = 'regulars-page';
const file = 'page.js';

/** The origins the browser grants at this moment, as match patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The match pattern of an origin. Patterns have no port: `http://127.0.0.1:8080` is covered by its host. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

let earlier: Promise<unknown> = Promise.resolve();

/**
 * Makes the registration equal to what is chosen and granted; run at every start, since grants can change outside of
 * us. Pages that are open already get the script at once. One run begins when the one before has ended, and reads the
 * settings then: two at once would register the same script twice.
 */
export function reconcileSites(settings: () => Promise<Settings>): Promise<void> {
  const next = earlier.then(async () => reconcile(await settings()));
  earlier = next.catch(() => undefined);
  return next;
}

async function reconcile(settings: Settings): Promise<void> {
  const wanted = [...new Set(settings.sites.map(site => patternOf(site.origin)))];
  const allowed: string[] = [];
  for (const pattern of wanted) {
    if (await browser.permissions.contains({ origins: [pattern] })) allowed.push(pattern);
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const before = registered[0]?.matches ?? [];
  if (sameSet(before, allowed)) return;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (allowed.length === 0) return;
  const script: Browser.scripting.RegisteredContentScript = {
    id: scriptId,
    js: [file],
    matches: allowed,
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([script]);
  await startInOpenTabs(allowed.filter(pattern => !before.includes(pattern)));
}

/** Ends what stands in open pages of sites that are no longer chosen or granted. */
export async function endUnwanted(session: Session, settings: Settings): Promise<void> {
  for (const { tabId, origin } of await session.views()) {
    const isChosen = settings.sites.some(site => site.origin === origin && site.presence === 'sidebar');
    if (isChosen && (await browser.permissions.contains({ origins: [patternOf(origin)] }))) continue;
    await sendToPage({ tabId, frameId: 0 }, { regulars: 'page', order: 'end' });
    await session.forgetTab(tabId);
  }
}

const sameSet = (a: string[], b: string[]) => a.length === b.length && a.every(item => b.includes(item));

/** Starts the script in tabs that show these sites already. */
export async function startInOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  for (const { id } of await browser.tabs.query({ url: patterns })) {
    if (id === undefined) continue;
    // A discarded or closing tab refuses; it gets the script when it loads.
    await browser.scripting
      .executeScript({ target: { tabId: id }, files: [`/${file}`] })
      .catch(() => undefined);
  }
}
