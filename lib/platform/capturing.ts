// Reaching a page for a capture: possible where the user just asked for it there, or on the sites that they chose.
import { browser } from 'wxt/browser';
import type { CaptureAnswer, CaptureOrder } from '../model/capture-order';

/** Runs in the page, in the world of our scripts: calls what `capture.js` offers there. */
const passOn = (order: CaptureOrder): Promise<CaptureAnswer> | undefined =>
  (globalThis as { regularsCapture?: (order: CaptureOrder) => Promise<CaptureAnswer> }).regularsCapture?.(
    order,
  );

/**
 * Gives the page of a tab an order and its answer back, whatever that is: what a page says is hostile until parsed. Throws
 * where the browser does not let us in.
 */
export async function askPage(tabId: number, order: CaptureOrder): Promise<unknown> {
  const target = { tabId };
  if (order.order === 'read')
    await browser.scripting.executeScript({ target, files: ['/capture.js'] as never[] });
  const [answer] = await browser.scripting.executeScript({ target, func: passOn, args: [order] });
  return answer?.result;
}
