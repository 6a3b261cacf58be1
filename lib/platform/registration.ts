// Our scripts in web pages: one set for each site, registered for the origins that the user chose and the browser grants.
import { type Browser, browser } from 'wxt/browser';
import type { Session } from '../crm/session';
import { isAsked, recipeOf } from '../crm/sites';
import type { Settings, SiteChoice } from '../model/settings';
import { sendToPage } from './notices';

type Script = Browser.scripting.RegisteredContentScript;

/** All that we register begins with it; the rest is the site's id. */
const prefix = 'regulars-page';

/** The origins the browser grants at this moment, as match patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The match pattern of an origin. Patterns have no port: `http://127.0.0.1:8080` is covered by its host. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** What runs in a page of a site: how the site is read, then what is the same everywhere. */
export const scriptsOf = (site: string, settings: Pick<Settings, 'recipes'>): string[] => [
  recipeOf(site, settings) ? 'recipe.js' : `${site}.js`,
  'page.js',
];

let earlier: Promise<unknown> = Promise.resolve();

/**
 * Makes the registrations equal to what is chosen and granted; run at every start, since grants can change outside of
 * us. Pages that are open already get the script at once. One run begins when the one before has ended, and reads the
 * settings then: two at once would register the same script twice.
 */
export function reconcileSites(settings: () => Promise<Settings>): Promise<void> {
  const next = earlier.then(async () => reconcile(await settings()));
  earlier = next.catch(() => undefined);
  return next;
}

async function reconcile(settings: Settings): Promise<void> {
  const wanted = await wantedScripts(settings);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const isWanted = (script: Script) => wanted.some(other => isEqual(script, other));
  const old = registered.filter(script => script.id.startsWith(prefix) && !isWanted(script));
  if (old.length > 0) await browser.scripting.unregisterContentScripts({ ids: old.map(({ id }) => id) });
  const fresh = wanted.filter(script => !registered.some(other => isEqual(script, other)));
  if (fresh.length === 0) return;
  await browser.scripting.registerContentScripts(fresh);
  for (const { id, js = [], matches = [] } of fresh) {
    const before = old.find(script => script.id === id)?.matches ?? [];
    await runInOpenTabs(
      js,
      matches.filter(pattern => !before.includes(pattern)),
    );
  }
}

async function wantedScripts(settings: Settings): Promise<Script[]> {
  const allowed: SiteChoice[] = [];
  for (const choice of settings.sites) {
    if (!isAsked(choice, settings) && (await isGranted(choice))) allowed.push(choice);
  }
  return [...Map.groupBy(allowed, choice => choice.site)].map(([site, choices]) => ({
    id: `${prefix}-${site}`,
    js: scriptsOf(site, settings),
    matches: [...new Set(choices.map(({ origin }) => patternOf(origin)))],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  }));
}

const isGranted = ({ origin }: SiteChoice) => browser.permissions.contains({ origins: [patternOf(origin)] });

const isEqual = (a: Script, b: Script) =>
  a.id === b.id && sameSet(a.matches ?? [], b.matches ?? []) && sameSet(files(a), files(b));

/** Browsers give the names back with or without a slash. */
const files = ({ js = [] }: Script) => js.map(file => file.replace(/^.*\//, ''));

const sameSet = (a: string[], b: string[]) => a.length === b.length && a.every(item => b.includes(item));

/** Ends what stands in open pages of sites that are no longer chosen or granted. */
export async function endUnwanted(session: Session, settings: Settings): Promise<void> {
  for (const { tabId, origin } of await session.views()) {
    const isChosen = settings.sites.some(site => site.origin === origin && site.presence === 'sidebar');
    if (isChosen && (await browser.permissions.contains({ origins: [patternOf(origin)] }))) continue;
    await sendToPage({ tabId, frameId: 0 }, { regulars: 'page', order: 'end' });
    await session.forgetTab(tabId);
  }
}

/** Starts the scripts of all registered sites in tabs that show them already. */
export async function startInOpenTabs(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  for (const { id, js = [], matches = [] } of registered) {
    if (id.startsWith(prefix)) await runInOpenTabs(js, matches);
  }
}

async function runInOpenTabs(js: string[], patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  for (const { id } of await browser.tabs.query({ url: patterns })) {
    // A discarded or closing tab refuses; it gets the script when it loads.
    if (id !== undefined) await runInTab(id, js).catch(() => undefined);
  }
}

/** Runs scripts of ours in the page of a tab; throws where the browser does not allow it. */
export async function runInTab(tabId: number, js: string[]): Promise<void> {
  const paths = files({ js } as Script).map(file => `/${file}`);
  await browser.scripting.executeScript({ target: { tabId }, files: paths as never[] });
}
