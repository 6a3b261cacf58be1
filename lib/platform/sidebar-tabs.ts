// Which tabs have our sidebar in their page: known without waiting, also by a background that has just woken.

/** The part of Web Storage that is used; it answers in the same turn, which a browser's own storage does not. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'sidebar-tabs';

/** Firefox's background is a page and has one. Chromium's has none and needs none: it keeps a setting per tab. */
const ownShelf = (): Shelf | undefined => ('localStorage' in globalThis ? localStorage : undefined);

/**
 * Remembers the origin under which a tab got its sidebar. A toolbar click must be answered before anything is
 * awaited, so this can't live in `storage.session`. Tab numbers are those of one run of the browser: see `clear`.
 */
export class SidebarTabs {
  private readonly origins: Map<number, string>;

  constructor(private readonly shelf: Shelf | undefined = ownShelf()) {
    this.origins = new Map(read(shelf?.getItem(key)));
  }

  add(tabId: number, origin: string): void {
    this.origins.set(tabId, origin);
    this.write();
  }

  remove(tabId: number): void {
    if (this.origins.delete(tabId)) this.write();
  }

  /** Forgets all; for the start of the browser, when the numbers mean other tabs. */
  clear(): void {
    this.origins.clear();
    this.shelf?.removeItem(key);
  }

  /** Whether the tab shows a page that got a sidebar; false when it went on to another site since. */
  has({ id, url }: { id?: number; url?: string }): boolean {
    const origin = id === undefined ? undefined : this.origins.get(id);
    return origin !== undefined && (url === undefined || url === origin || url.startsWith(`${origin}/`));
  }

  private write(): void {
    this.shelf?.setItem(key, JSON.stringify([...this.origins]));
  }
}

/** Pairs of tab and origin; what is something else counts as nothing. */
function read(text: string | null | undefined): [number, string][] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPair) : [];
  } catch {
    return [];
  }
}

const isPair = (item: unknown): item is [number, string] =>
  Array.isArray(item) && item.length === 2 && typeof item[0] === 'number' && typeof item[1] === 'string';
