// Telling open views that something changed: frames by their id, our other pages by broadcast; and orders to pages.
import { browser } from 'wxt/browser';
import type { PageOfTab } from '../crm/procedure';
import type { Session } from '../crm/session';
import type { Changed, Whereabouts } from '../model/changed';
import type { Notice } from '../rpc/wire';

/** Sends the notice to every open view it concerns; one that is gone is forgotten. Never throws. */
export async function notify(session: Session, what: Changed[], where?: Whereabouts): Promise<void> {
  const notice: Notice = { regulars: 'changed', what, where };
  const views = await session.views();
  const toFrames = views
    .filter(view => where === undefined || view.tabId === where.tabId)
    .map(view =>
      // A frame that is gone or busy loading reads anew when it says hello again.
      browser.tabs.sendMessage(view.tabId, notice, { frameId: view.frameId }).catch(() => undefined),
    );
  const toPages = browser.runtime.sendMessage(notice).catch(() => undefined);
  await Promise.all([...toFrames, toPages]);
}

/** Sends an order to our script in a page and gives its answer; undefined when that document is gone. */
export async function sendToPage(
  { tabId, frameId, documentId }: PageOfTab,
  message: object,
): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, documentId ? { documentId } : { frameId });
  } catch {
    return undefined;
  }
}
