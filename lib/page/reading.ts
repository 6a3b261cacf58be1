// Reading a page and telling the background what is on screen, whenever that is something else than before.
import { browser } from 'wxt/browser';
import type { Sighting } from '../model/sighting';
import { AnswerError, call } from '../rpc/client';
import type { Site } from '../sites/site';

/** Milliseconds after which a sighting that was not taken is told again. */
const retryAfter = 1000;
/** Milliseconds that a page has for showing what its address promises, before it is said to have changed. */
const grace = 2000;
/** A sighting of so many people shows only those in view: scrolling brings others. */
const many = 64;

export class Reading {
  private again: number | undefined;
  private last = '';
  private sequence = 0;
  /** Since when, by its clock, the page has been without what its address promises. */
  private unreadable: { href: string; since: number } | undefined;
  /** Whom the user selected where the page can't be read; holds while the address stays the same. */
  private picked: { sighting: Sighting; href: string } | undefined;
  /** Whether there are more people than one sighting takes. */
  isLong = false;

  constructor(
    private readonly site: Site,
    private readonly life: AbortController,
    /** Whom the box with the caret answers, when that is one person. */
    private readonly answering: () => Sighting['answering'],
    /** Called when something else is on screen. */
    private readonly changed: () => void,
  ) {}

  /** Reads and tells. Never throws: what was not taken is told again. */
  readonly now = (): void => {
    void this.tell();
  };

  /** Shows `sighting` instead of what can't be read. */
  pick(sighting: Sighting): Promise<void> {
    this.picked = { sighting, href: location.href };
    return this.tell();
  }

  /** Reads once, whatever was told before. */
  afresh(): Promise<void> {
    this.last = '';
    return this.tell();
  }

  private async tell(): Promise<void> {
    const sighting = this.see();
    const text = JSON.stringify(sighting ?? null);
    if (text === this.last) return;
    this.last = text;
    this.changed();
    await call('page.sighting', { sighting, sequence: ++this.sequence }).catch(this.retry);
  }

  private see(): Sighting | undefined {
    const sighting = this.site.read(document, new URL(location.href));
    this.isLong =
      (sighting?.people.length ?? 0) >= many || (sighting?.conversation?.messages.length ?? 0) >= many;
    if (sighting && sighting.kind !== 'unreadable') {
      this.unreadable = undefined;
      const answering = sighting.kind === 'conversation' ? this.answering() : undefined;
      return answering ? { ...sighting, answering } : sighting;
    }
    if (this.picked?.href === location.href) return this.picked.sighting;
    return sighting && this.isOverdue() ? sighting : undefined;
  }

  /** Applications show an address before what belongs to it. */
  private isOverdue(): boolean {
    const { href } = location;
    if (this.unreadable?.href !== href) this.unreadable = { href, since: performance.now() };
    const left = this.unreadable.since + grace - performance.now();
    if (left > 0) this.later(left);
    return left <= 0;
  }

  /** Somebody else's card must not stay beside this message. */
  private readonly retry = (error: unknown) => {
    // Updated, removed, or no longer wanted here: nothing of ours stays behind.
    if (!browser.runtime?.id || (error instanceof AnswerError && error.code === 'forbidden'))
      return this.life.abort();
    this.last = '';
    this.later(retryAfter);
  };

  private later(milliseconds: number): void {
    clearTimeout(this.again);
    const { href } = location;
    this.again = window.setTimeout(() => {
      // Where reading must be asked for, that was asked for one page.
      const isOver = this.site.reading === 'asked' && location.href !== href;
      if (!this.life.signal.aborted && !isOver) this.now();
    }, milliseconds);
  }
}
