// What every site adapter gives: pure readers of one page, and facts about the site.
import type { SeenIdentity } from '../model/identity';
import type { Presence } from '../model/presence';
import type { Sighting } from '../model/sighting';

/** A row of a list, with the identity a mark stands for. */
export type Row = {
  element: Element;
  identity: SeenIdentity;
  /** The part of the row that the mark stands beside, where that is not the row. */
  beside?: Element;
};

/** A box the user writes an answer in. */
export type Composer = {
  /** The textarea or contenteditable that takes the text; it may stand in a same-origin frame. */
  element: HTMLElement;
  /** Whom the answer goes to, as far as the page says; an entry that is no address, as it is written. */
  recipients: SeenIdentity[];
  /** What is written there is read by everybody in the conversation, not only by the recipients. */
  isPublic?: boolean;
  /** New text goes before this node (signature, quoted mail) where the caret is not inside the box. */
  before?: Node;
  /** The send button; only ever looked at, never pressed. */
  send?: Element;
};

export type Site = {
  /** `gmail`; part of stored keys, never changed. */
  id: string;
  /** As people call it. */
  name: string;
  /** Hosts of the public service; empty for software that people host themselves. */
  hosts: readonly string[];
  presence: Presence;
  /** `asked`: read once when the user asks, never by itself, as long as it is shown in the side panel. */
  reading?: 'automatic' | 'asked';
  /** Which channel a reply written here belongs to. */
  channel: SeenIdentity['kind'];
  /** Kinds of identities that visitors type of themselves: nobody has checked that they are theirs. */
  typed?: readonly SeenIdentity['kind'][] | undefined;
  /** How a reader makes the site show an address that it keeps back, as a sentence. */
  reveal?: string;
  /** True when `document` is a page of this site; by structure where hosts are unknown. */
  detects(document: Document, url: URL): boolean;
  /** What is on screen; undefined when nobody is. Never writes to the page. `now` is the page's, where it is left out. */
  read(document: Document, url: URL, now?: number): Sighting | undefined;
  /** List rows that may carry a mark; of those that are `wanted`, so that a long list costs no more than its view. */
  rows(document: Document, url: URL, wanted?: (row: Element) => boolean): Row[];
  /** Open reply boxes, the most recently used unknown: the caller binds to the focused one. */
  composers(document: Document, url: URL): Composer[];
  /** Attributes that say who is meant, where the site gives elements to somebody else without making new ones. */
  attributes?: readonly string[];
  /** Same-origin documents inside the page that must be watched too. */
  innerDocuments(document: Document): Document[];
};
