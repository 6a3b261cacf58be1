// Our script in a page begins: asks whether it is wanted, finds the adapter, and takes orders until its life ends.
import { browser } from 'wxt/browser';
import { call } from '../rpc/client';
import { isPageOrder } from '../rpc/wire';
import { HostPage } from './host-page';
import { chosenSite } from './known-sites';

/** Begins in a page of a chosen site; does nothing where the background says no. Ends with `life`. */
export function startPage(life: AbortController): void {
  const page = begin(life);
  // An order may come before the answer to our first word: it waits.
  const receive = (message: unknown, sender: { id?: string }, sendResponse: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || !isPageOrder(message)) return undefined;
    page.then(found => found?.obey(message)).then(sendResponse, () => sendResponse(undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(receive);
  life.signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(receive));
}

async function begin(life: AbortController): Promise<HostPage | undefined> {
  const choice = await call('page.hello', {}).catch(() => undefined);
  const site = choice && chosenSite(choice, document, new URL(location.href));
  if (!site || life.signal.aborted) {
    life.abort();
    return undefined;
  }
  const page = new HostPage(site, life);
  if (choice.presence === 'sidebar') page.openShell(choice);
  if (choice.reading === 'automatic') page.watch(choice.presence === 'sidebar');
  else page.listen();
  return page;
}
