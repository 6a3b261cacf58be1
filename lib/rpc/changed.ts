// Listening for the notice that data or the page on screen changed.
import { browser } from 'wxt/browser';
import { isNotice } from './wire';

/** Calls `listener` on every notice, and when the view becomes visible again, since a notice can be missed. */
export function onChanged(listener: (tables: string[]) => void, signal: AbortSignal): void {
  const receive = (message: unknown) => {
    if (isNotice(message)) listener(message.tables);
  };
  const visible = () => {
    if (document.visibilityState === 'visible') listener(['*']);
  };
  browser.runtime.onMessage.addListener(receive);
  document.addEventListener('visibilitychange', visible, { signal });
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(receive));
}
