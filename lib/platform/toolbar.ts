// The toolbar button, the shortcuts and the menus: they show the sidebar of the page, or else the native panel.
import { type Browser, browser } from 'wxt/browser';
import type { CaptureAim } from '../model/capture-order';
import { sendToPage } from './notices';
import type { SidebarTabs } from './sidebar-tabs';

type Tab = { id?: number; windowId?: number; url?: string };

/** Firefox has `sidebarAction` instead of `sidePanel`; only what is used is named here. */
type NativePanel = {
  sidePanel?: {
    open(options: { windowId: number }): Promise<void>;
    setPanelBehavior(options: { openPanelOnActionClick: boolean }): Promise<void>;
    setOptions(options: { tabId: number; enabled: boolean; path?: string }): Promise<void>;
  };
  sidebarAction?: { toggle(): Promise<void>; open(): Promise<void> };
};
const native = browser as unknown as NativePanel;

/** Opens the native panel. Must be called before anything is awaited: browsers take the user's gesture only then. */
function openPanel(tab: Tab | undefined): void {
  if (native.sidebarAction) void native.sidebarAction.open();
  else if (native.sidePanel && tab?.windowId !== undefined) {
    if (tab.id !== undefined)
      void native.sidePanel.setOptions({ tabId: tab.id, enabled: true, path: 'sidepanel.html' });
    void native.sidePanel.open({ windowId: tab.windowId });
    if (tab.id !== undefined)
      void sendToPage({ tabId: tab.id, frameId: 0 }, { regulars: 'page', order: 'hide' });
  }
}

/**
 * Says that a tab has a sidebar of ours, so that the toolbar button toggles that one. In Chromium the button opens the
 * native panel by itself wherever it is not switched off for the tab.
 */
export async function preferSidebar(tabId: number, prefer: boolean): Promise<void> {
  await native.sidePanel
    ?.setOptions({ tabId, enabled: !prefer, path: 'sidepanel.html' })
    .catch(() => undefined);
}

async function toggleSidebar(tab: Tab): Promise<void> {
  if (tab.id === undefined) return;
  const toggled = await sendToPage({ tabId: tab.id, frameId: 0 }, { regulars: 'page', order: 'toggle' });
  // The tab went on to a page without a sidebar: from the next click on, the button opens the native panel again.
  if (toggled !== true) await preferSidebar(tab.id, false);
}

/** Shows whichever sidebar a tab has. Must be called before anything is awaited. */
function showSidebar(tab: Tab, sidebarTabs: SidebarTabs): void {
  if (tab.id !== undefined && sidebarTabs.has(tab))
    void sendToPage({ tabId: tab.id, frameId: 0 }, { regulars: 'page', order: 'show' });
  else openPanel(tab);
}

/** What the menu of the right mouse button was opened on. */
function aimOf({ selectionText, linkUrl, mediaType, srcUrl }: Browser.contextMenus.OnClickData): CaptureAim {
  if (selectionText) return { kind: 'selection' };
  if (linkUrl) return { kind: 'link', url: linkUrl };
  if (mediaType === 'image' && srcUrl) return { kind: 'image', url: srcUrl };
  return { kind: 'page' };
}

function createMenus(): void {
  const { create } = browser.contextMenus;
  create({ id: 'dashboard', title: 'Open Regulars', contexts: ['action'] });
  create({ id: 'panel', title: 'Open the side panel', contexts: ['action'] });
  create({ id: 'capture-page', title: 'Who is on this page?', contexts: ['action', 'page'] });
  create({ id: 'capture-part', title: 'Add to Regulars…', contexts: ['selection', 'link', 'image'] });
}

export type ToolbarActions = {
  openDashboard(): void;
  /** Reads the page of a tab. */
  capture(tabId: number, aim: CaptureAim): void;
};

/** Listens for the button, the shortcuts and the menu entries. Must run at the first turn of the background. */
export function listenForToolbar(sidebarTabs: SidebarTabs, { openDashboard, capture }: ToolbarActions): void {
  const captureFrom = (tab: Tab | undefined, aim: CaptureAim) => {
    if (tab?.id === undefined) return;
    showSidebar(tab, sidebarTabs);
    capture(tab.id, aim);
  };
  void native.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  browser.action.onClicked.addListener(tab => {
    // The click itself lets us see the tab's address.
    if (native.sidebarAction && !sidebarTabs.has(tab)) void native.sidebarAction.toggle();
    else void toggleSidebar(tab);
  });
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'open-panel') openPanel(tab);
    if (name === 'toggle-sidebar' && tab) void toggleSidebar(tab);
    if (name === 'capture') captureFrom(tab, { kind: 'page' });
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // An update finds those that are there.
    void browser.contextMenus.removeAll().then(createMenus);
    if (reason === 'install') openDashboard();
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'dashboard') openDashboard();
    if (info.menuItemId === 'panel') openPanel(tab);
    if (info.menuItemId === 'capture-page') captureFrom(tab, { kind: 'page' });
    if (info.menuItemId === 'capture-part') captureFrom(tab, aimOf(info));
  });
}
