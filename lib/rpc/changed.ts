// Listening for the notice that data or the page on screen changed.
import { browser } from 'wxt/browser';
import type { Changed, Whereabouts } from '../model/changed';
import { isNotice } from './wire';

type Listener = (what: Changed[], where?: Whereabouts) => void;

/** True for the background. Our script in a page, which may be impersonated, has a tab; so has every page of ours. */
const isBackground = ({ id, tab }: { id?: string; tab?: unknown }) =>
  id === browser.runtime.id && tab === undefined;

/** Calls `listener` on every notice, and when the view becomes visible again, since a notice can be missed. */
export function onChanged(listener: Listener, signal: AbortSignal): void {
  const receive = (message: unknown, sender: { id?: string; tab?: unknown }) => {
    if (isBackground(sender) && isNotice(message)) listener(message.what, message.where);
  };
  const visible = () => {
    if (document.visibilityState === 'visible') listener(['*']);
  };
  browser.runtime.onMessage.addListener(receive);
  document.addEventListener('visibilitychange', visible, { signal });
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(receive));
}
