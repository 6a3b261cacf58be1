// Our script in a page: reads it through its adapter, opens the shell, carries out the sidebar's orders.
import { browser } from 'wxt/browser';
import type { Sighting } from '../model/sighting';
import { AnswerError, call } from '../rpc/client';
import { type InsertOrder, isPageOrder, type PageOrder } from '../rpc/wire';
import type { Composer, Site } from '../sites/site';
import { currentComposer, type Inserted, insertText } from './insert';
import { createMarks, type Marks } from './marks';
import { pickAddress, reportStructure } from './report';
import { openShell, removeLeftovers, type Shell } from './shell';
import { watchPage } from './watch';

/** Begins in a page of a chosen site; does nothing where the background says no. Ends with `life`. */
export async function startPage(site: Site, life: AbortController): Promise<void> {
  const { signal } = life;
  const choice = await call('page.hello', {}).catch(() => undefined);
  if (!choice || signal.aborted) return life.abort();
  const page = new Page(site, life);
  browser.runtime.onMessage.addListener(page.receive);
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(page.receive));
  if (choice.presence === 'sidebar') page.openShell(choice);
  page.watch(choice.presence === 'sidebar');
}

/** The closed shadow root of an element, which browsers show to extensions. */
function closedRootOf(element: Element): ShadowRoot | null | undefined {
  const { dom } = browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  return dom?.openOrClosedShadowRoot(element);
}

/** Milliseconds after which a sighting that was not taken is told again. */
const retryAfter = 1000;

class Page {
  private again: number | undefined;
  private shell: Shell | undefined;
  private last = '';
  private lastFocused: Element | undefined;
  /** Whom the user selected where the page can't be read; holds while the address stays the same. */
  private picked: { sighting: Sighting; href: string } | undefined;
  private sequence = 0;
  private marks: Marks | undefined;
  private readonly inserted = new Map<string, Promise<Inserted>>();

  constructor(
    private readonly site: Site,
    private readonly life: AbortController,
  ) {}

  openShell(layout: { width: number; collapsed: boolean }): void {
    const source = async () =>
      `${browser.runtime.getURL('/sidepanel.html')}#${await call('page.ticket', {})}`;
    // A width that was not kept costs nothing; whether Regulars is still wanted here is said elsewhere.
    const save = (next: { width: number; collapsed: boolean }) => {
      call('page.layout', next).catch(() => undefined);
    };
    removeLeftovers(document, closedRootOf, browser.runtime.getURL('/'));
    this.shell = openShell(document, source, layout, save, this.life.signal);
  }

  watch(withMarks: boolean): void {
    this.marks = withMarks ? createMarks(document, this.life.signal) : undefined;
    const documents = () => this.site.innerDocuments(document);
    const changed = () => {
      for (const inner of [document, ...documents()])
        inner.addEventListener('focusin', this.focused, { signal: this.life.signal });
      this.read().catch(this.retry);
      const rows = (wanted: (row: Element) => boolean) =>
        this.site.rows(document, new URL(location.href), wanted);
      this.marks?.show(rows).catch(() => undefined);
    };
    watchPage(document, documents, changed, this.life.signal);
  }

  private readonly focused = (event: Event) => {
    if (event.isTrusted && event.target instanceof Object) this.lastFocused = event.target as Element;
  };

  /** Tells the background what is on screen, when that is something else than before. */
  private async read(): Promise<void> {
    const sighting = this.see();
    const text = JSON.stringify(sighting ?? null);
    if (text === this.last) return;
    this.last = text;
    // Whoever was added beside the message left behind gets a mark in the list.
    this.marks?.clear();
    await call('page.sighting', { sighting, sequence: ++this.sequence });
  }

  private see(): Sighting | undefined {
    const sighting = this.site.read(document, new URL(location.href));
    const isRead = sighting !== undefined && sighting.kind !== 'unreadable';
    return isRead || this.picked?.href !== location.href ? sighting : this.picked.sighting;
  }

  /** What was not taken is told again: somebody else's card must not stay beside this message. */
  private readonly retry = (error: unknown) => {
    // Updated, removed, or no longer wanted here: nothing of ours stays behind.
    if (!browser.runtime?.id || (error instanceof AnswerError && error.code === 'forbidden'))
      return this.life.abort();
    this.last = '';
    clearTimeout(this.again);
    this.again = window.setTimeout(() => this.read().catch(this.retry), retryAfter);
  };

  readonly receive = (message: unknown, sender: { id?: string }, sendResponse: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || !isPageOrder(message)) return undefined;
    this.obey(message).then(sendResponse, () => sendResponse(undefined));
    return true;
  };

  private async obey(message: PageOrder): Promise<unknown> {
    switch (message.order) {
      case 'toggle':
        this.shell?.toggle();
        return this.shell !== undefined;
      case 'hide':
        return this.shell?.hide();
      case 'focus':
        return this.focusPage();
      case 'composer': {
        const composer = this.composer();
        return composer && { recipients: composer.recipients };
      }
      case 'insert':
        return this.insert(message);
      case 'report':
        return reportStructure(document, this.site.id);
      case 'pick':
        return this.pick();
      case 'in-sight':
        return this.shell?.isInSight() ?? false;
      case 'here':
        return true;
      case 'end':
        return this.life.abort();
    }
  }

  private composer(): Composer | undefined {
    return currentComposer(this.site.composers(document, new URL(location.href)), this.lastFocused);
  }

  private focusPage(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (this.lastFocused?.isConnected && 'focus' in this.lastFocused)
      (this.lastFocused as HTMLElement).focus();
    else window.focus();
  }

  /** Inserts once for each id: an order is repeated when its answer got lost. The box must be the one checked. */
  private insert(order: InsertOrder): Promise<Inserted> {
    const earlier = this.inserted.get(order.id);
    if (earlier !== undefined) return earlier;
    const composer = this.composer();
    const isSame = composer && JSON.stringify(composer.recipients) === JSON.stringify(order.recipients);
    if (!isSame) return Promise.resolve({ ok: false, reason: 'The reply box is no longer the same.' });
    const inserting = insertText(composer, order.text);
    this.inserted.set(order.id, inserting);
    return inserting;
  }

  private async pick(): Promise<string> {
    const identity = pickAddress(document);
    if (!identity) return 'none';
    const url = location.href.split('#')[0] ?? location.origin;
    const people = [{ role: 'sender' as const, identities: [identity] }];
    const sighting: Sighting = { site: this.site.id, kind: 'conversation', url: url.slice(0, 2048), people };
    this.picked = { sighting, href: location.href };
    await this.read();
    return 'picked';
  }
}
