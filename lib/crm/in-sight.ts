// Whether a sidebar in a page is seen by whoever uses it: a page may hide it and lure a click (clickjacking).
import { CallError, type Context, type PageOfTab } from './procedure';

/** The page of a tab: the document that reported what is on screen, else the tab's top frame. */
export async function pageOf(context: Context, tabId: number): Promise<PageOfTab> {
  const stored = await context.session.sighting(tabId);
  return { tabId, frameId: stored?.frameId ?? 0, documentId: stored?.documentId };
}

/**
 * Throws `hidden` when the caller is a sidebar in a page and our script there has not seen it in full sight for a
 * while. Whatever changes data or writes into the page asks this first.
 */
export async function mustBeInSight(context: Context): Promise<void> {
  const { role, tabId } = context.caller;
  if (role !== 'frame' || tabId === undefined) return;
  const order = { regulars: 'page', order: 'in-sight' };
  const answer = await context.platform.sendToPage(await pageOf(context, tabId), order);
  if (answer !== true)
    throw new CallError('hidden', 'The page covers or hides this sidebar. Use the side panel, or try again.');
}
