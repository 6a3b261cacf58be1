// Putting the background together: the database, the procedures, and the browser's events.
import { type Browser, browser } from 'wxt/browser';
import { forgetAsked } from '../crm/asked';
import { procedures } from '../crm/calls';
import { type Capturing, capture, leavePage } from '../crm/captured';
import { pageKey } from '../crm/on-screen';
import type { Platform } from '../crm/procedure';
import { Session } from '../crm/session';
import { ageDatabase, overduePeople } from '../db/ageing';
import { watchBlocked } from '../db/blocked';
import { bulkLock } from '../db/bulk-lock';
import { type Database, openDatabase } from '../db/database';
import { isDerived, rebuildDerived } from '../db/rebuild';
import { readSettings } from '../db/settings';
import { callerOf, type Own } from '../rpc/caller';
import { answer, type Surroundings } from '../rpc/server';
import { type Answer, isRequest, type Request } from '../rpc/wire';
import { listenForBackupReminders } from './backup-reminder';
import { askPage } from './capturing';
import { forgetDrafts, readDrafts } from './drafts';
import { notify, sendToPage } from './notices';
import {
  endUnwanted,
  grantedOrigins,
  reconcileSites,
  runInTab,
  scriptsOf,
  startInOpenTabs,
} from './registration';
import { listenForReminders, reschedule } from './reminders';
import { acceptData, readDataState } from './sentinel';
import { sessionStore } from './session-store';
import { SidebarTabs } from './sidebar-tabs';
import { listenForToolbar, preferSidebar } from './toolbar';

/** Opens the full page, or brings the one that is open to the front. */
async function openDashboard(route: string): Promise<void> {
  const url = browser.runtime.getURL(`/dashboard.html`);
  const [open] = await browser.tabs.query({ url: `${url}*` });
  const target = `${url}#/${route}`;
  if (open?.id === undefined) await browser.tabs.create({ url: target });
  else await browser.tabs.update(open.id, { url: target, active: true });
}

async function activeTab(windowId: number): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id;
}

/** True while the full page's worker imports or exports; bulk changes share the lock, and commands go between their portions. */
async function isBulkRunning(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(lock => lock.name === bulkLock && lock.mode === 'exclusive');
}

/** Keeps our scripts in pages away from what our own pages store; a browser that can't do that yet goes without. */
async function closeStorage(): Promise<void> {
  const area = browser.storage.local as { setAccessLevel?: (level: object) => Promise<void> };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Starts everything. All listeners are added in the first turn, as event pages and workers require. */
export function startBackground(): void {
  const db = openDatabase();
  const { tooLong } = watchBlocked(db);
  const session = new Session(sessionStore);
  const sidebarTabs = new SidebarTabs();
  const platform: Platform = {
    sendToPage,
    activeTab,
    tabAddress: async tabId => (await browser.tabs.get(tabId)).url,
    runInTab: (tabId, site) => readSettings(db).then(settings => runInTab(tabId, scriptsOf(site, settings))),
    askPage,
    openDashboard,
    grantedOrigins,
    reconcileSites: async () => {
      await reconcileSites(() => readSettings(db));
      await endUnwanted(session, await readSettings(db));
    },
    reschedule: () => reschedule(db),
    isBulkRunning,
    dataState: () => readDataState(db, tooLong),
    acceptData: () => acceptData(db),
    readDraft: async contactId => (await readDrafts())[contactId],
    forgetDrafts,
    discardData: async () => {
      await db.delete();
      await db.open();
    },
  };
  const surroundings: Surroundings = {
    db,
    session,
    platform,
    now: Date.now,
    changed: (what, where) => void notify(session, what, where),
  };
  listenForCalls(surroundings, sidebarTabs);
  const capturing = (): Capturing => ({ ...surroundings, now: Date.now() });
  listenForToolbar(sidebarTabs, {
    openDashboard: () => void openDashboard(''),
    capture: (tabId, aim) => void capture(capturing(), crypto.randomUUID(), tabId, aim),
  });
  listenForReminders(db, () => void openDashboard('today'));
  listenForBackupReminders(db, () => void openDashboard('data'));
  browser.tabs.onRemoved.addListener(tabId => {
    sidebarTabs.remove(tabId);
    void session.forgetTab(tabId);
    void leavePage(capturing(), tabId);
  });
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    void session
      .sighting(tabId)
      .then(stored => notify(session, ['on-screen'], { tabId, windowId, page: pageKey(stored) }));
  });
  browser.tabs.onUpdated.addListener((tabId, { url, status }) => {
    if (status === 'loading') void leavePage(capturing(), tabId);
    if (url !== undefined) void forgetAsked({ session, db, changed: surroundings.changed }, tabId, url);
  });
  browser.permissions.onAdded.addListener(() => void platform.reconcileSites());
  browser.permissions.onRemoved.addListener(() => void platform.reconcileSites());
  browser.runtime.onInstalled.addListener(() => void platform.reconcileSites().then(startInOpenTabs));
  browser.runtime.onStartup.addListener(() => {
    sidebarTabs.clear();
    void reschedule(db);
  });
  void closeStorage();
  void begin(db, platform, surroundings.changed);
}

/** What every start of the background does: it may have been stopped, and grants may have changed, at any time. */
async function begin(db: Database, platform: Platform, changed: Surroundings['changed']): Promise<void> {
  // Before anything is written: an emptied database must be noticed, not filled.
  const { state } = await platform.dataState();
  if (state === 'blocked') {
    // Goes on by itself when the other window is closed.
    const opened = await db.open().catch(() => undefined);
    if (!opened) return;
    changed(['*']);
    return begin(db, platform, changed);
  }
  if (state !== 'ok' && state !== 'emptied') return;
  await platform.reconcileSites();
  const now = Date.now();
  await forgetDrafts(await overduePeople(db, now));
  await ageDatabase(db, now);
  await platform.reschedule();
  // Work that an update or a stopped import left behind; bulk work that is running does it itself.
  if (!(await isDerived(db)) && !(await platform.isBulkRunning())) await rebuildDerived(db);
}

function listenForCalls(surroundings: Surroundings, sidebarTabs: SidebarTabs): void {
  const own: Own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const reply = async (request: Request, sender: Browser.runtime.MessageSender): Promise<Answer> => {
    const caller = callerOf(sender, own, request.id);
    const result = await answer(procedures, request, caller, surroundings);
    if (request.name === 'page.ticket' && result.ok && caller?.tabId !== undefined) {
      sidebarTabs.add(caller.tabId, caller.origin);
      await preferSidebar(caller.tabId, true);
    }
    return result;
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isRequest(message)) return undefined;
    void reply(message, sender).then(sendResponse);
    return true;
  });
}
