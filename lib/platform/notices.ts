// Telling open views that something changed: frames by their id, our other pages by broadcast.
import { browser } from 'wxt/browser';
import type { Session } from '../crm/session';
import type { Notice } from '../rpc/wire';

/** Sends the notice to every open view; a frame that is gone is forgotten. Never throws. */
export async function notify(session: Session, tables: string[]): Promise<void> {
  const notice: Notice = { regulars: 'changed', tables };
  const views = await session.views();
  const toFrames = views.map(async view => {
    try {
      await browser.tabs.sendMessage(view.tabId, notice, { frameId: view.frameId });
    } catch {
      // The frame is gone or busy loading: it reads anew when it says hello again.
    }
  });
  const toPages = browser.runtime.sendMessage(notice).catch(() => undefined);
  await Promise.all([...toFrames, toPages]);
}

/** Sends an order to our script in a tab and gives its answer; undefined when nobody is there. */
export async function sendToFrame(tabId: number, frameId: number, message: object): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, { frameId });
  } catch {
    return undefined;
  }
}
