// A page of a chosen site with what we do in it: it is watched, marked, written into where the user asks, and has our shell.
import { browser } from 'wxt/browser';
import type { SeenIdentity } from '../model/identity';
import type { Sighting } from '../model/sighting';
import { call } from '../rpc/client';
import type { InsertOrder, PageOrder } from '../rpc/wire';
import type { Composer, Site } from '../sites/site';
import { currentComposer, type Inserted, insertText } from './insert';
import { createMarks, type Marks } from './marks';
import { Reading } from './reading';
import { pickAddress, reportStructure } from './report';
import { openShell, removeLeftovers, type Shell } from './shell';
import { watchPage } from './watch';

/** The closed shadow root of an element, which browsers show to extensions. */
function closedRootOf(element: Element): ShadowRoot | null | undefined {
  const { dom } = browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  return dom?.openOrClosedShadowRoot(element);
}

/** `instanceof` would not do: in Firefox, elements of the page are not of the constructors that our script knows. */
const isElement = (target: EventTarget | undefined): target is Element =>
  target !== undefined && 'tagName' in target;

const isBox = (element: Element | undefined) =>
  element !== undefined && (element.tagName === 'TEXTAREA' || (element as HTMLElement).isContentEditable);

export class HostPage {
  private shell: Shell | undefined;
  private lastFocused: Element | undefined;
  private marks: Marks | undefined;
  private isWatched = false;
  private readonly reading: Reading;
  private readonly inserted = new Map<string, Promise<Inserted>>();

  constructor(
    private readonly site: Site,
    private readonly life: AbortController,
  ) {
    // Whoever was added beside the message left behind gets a mark in the list.
    const changed = () => this.marks?.clear();
    this.reading = new Reading(site, life, () => this.answering(), changed);
  }

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

  /** Remembers which box the user was in, and nothing else. */
  listen(): void {
    for (const inner of [document, ...this.site.innerDocuments(document)])
      inner.addEventListener('focusin', this.focused, { signal: this.life.signal });
  }

  watch(withMarks: boolean): void {
    this.marks = withMarks ? createMarks(document, this.life.signal) : undefined;
    const documents = () => this.site.innerDocuments(document);
    const changed = () => {
      this.listen();
      this.reading.now();
      this.marks?.show(this.rows).catch(() => undefined);
    };
    this.isWatched = true;
    const watching = {
      documents,
      changed,
      touched: () => this.marks?.verify(this.rows) ?? false,
      scrolled: () => this.reading.isLong,
      attributes: this.site.attributes,
    };
    watchPage(document, watching, this.life.signal);
  }

  private readonly rows = (wanted: (row: Element) => boolean) =>
    this.site.rows(document, new URL(location.href), wanted);

  private readonly focused = (event: Event) => {
    // Of an open shadow root the target names only the host.
    const target = event.composedPath()[0];
    if (!event.isTrusted || !isElement(target)) return;
    const wasBox = isBox(this.lastFocused);
    this.lastFocused = target;
    if (this.isWatched && (wasBox || isBox(this.lastFocused))) this.reading.now();
  };

  async obey(message: PageOrder): Promise<unknown> {
    switch (message.order) {
      case 'toggle':
        this.shell?.toggle();
        return this.shell !== undefined;
      case 'show':
        return this.shell?.show();
      case 'hide':
        return this.shell?.hide();
      case 'focus':
        return this.focusPage();
      case 'composer':
        return this.describeComposer();
      case 'insert':
        return this.insert(message);
      case 'report':
        return reportStructure(document, this.site.id);
      case 'pick':
        return this.pick();
      case 'read':
        return this.reading.afresh();
      case 'marks':
        return this.refreshMarks();
      case 'in-sight':
        return this.shell?.isInSight() ?? false;
      case 'here':
        return true;
      case 'end':
        return this.life.abort();
    }
  }

  private refreshMarks(): void {
    this.marks?.clear();
    this.marks?.show(this.rows).catch(() => undefined);
  }

  private composer(): Composer | undefined {
    return currentComposer(this.site.composers(document, new URL(location.href)), this.lastFocused);
  }

  private describeComposer() {
    const composer = this.composer();
    return composer && { recipients: composer.recipients, isPublic: composer.isPublic };
  }

  /** In a public place the box with the caret says whom the user means. */
  private answering(): SeenIdentity | undefined {
    if (!this.lastFocused?.isConnected || !isBox(this.lastFocused)) return undefined;
    const composer = this.composer();
    return composer?.isPublic && composer.recipients.length === 1 ? composer.recipients[0] : undefined;
  }

  private focusPage(): void {
    const active = document.activeElement;
    if (active && 'blur' in active) (active as HTMLElement).blur();
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
    await this.reading.pick(sighting);
    return 'picked';
  }
}
