// Sites that are read only when the user asks: what can be read, reading it, and forgetting it when the page goes on.
import { readSettings } from '../db/settings';
import type { SiteChoice } from '../model/settings';
import { pageKey } from './on-screen';
import { CallError, type Context } from './procedure';
import { isAsked } from './sites';

/** The choice of the user for what a tab shows, where that is read only when asked. */
async function askedChoice(
  { db }: Pick<Context, 'db'>,
  address: string | undefined,
): Promise<SiteChoice | undefined> {
  const origin = address === undefined ? undefined : URL.parse(address)?.origin;
  const settings = await readSettings(db);
  const choice = settings.sites.find(site => site.origin === origin);
  return choice && isAsked(choice, settings) ? choice : undefined;
}

/** Whether the page of a tab can be read when the user asks. */
export async function canRead(context: Context, tabId: number): Promise<boolean> {
  return (await askedChoice(context, await context.platform.tabAddress(tabId))) !== undefined;
}

/** Reads the page of a tab once. Throws where that is not a site which is read when asked. */
export async function readOnce(context: Context, tabId: number): Promise<void> {
  const choice = await askedChoice(context, await context.platform.tabAddress(tabId));
  if (!choice) throw new CallError('not-found', 'This page is not one that is read when you ask.');
  await context.platform.runInTab(tabId, choice.site);
  await context.platform.sendToPage({ tabId, frameId: 0 }, { regulars: 'page', order: 'read' });
}

/** What was read once does not hold for another address of the tab. */
export async function forgetAsked(
  { session, db, changed }: Pick<Context, 'session' | 'db' | 'changed'>,
  tabId: number,
  address: string,
): Promise<void> {
  const stored = await session.sighting(tabId);
  if (!stored?.sighting || !(await askedChoice({ db }, address))) return;
  const gone = { ...stored, sighting: undefined };
  await session.setSighting(tabId, gone);
  changed(['on-screen'], { tabId, page: pageKey(gone) });
}
