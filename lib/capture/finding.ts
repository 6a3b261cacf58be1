// A finding is what one place of a page says about one person or organization; several may speak of the same one.
import type { CapturedPage } from '../model/capture';
import type { CaptureField, CaptureSource } from '../model/capture-terms';

/** One value, and the node of the page that says it. */
export type Found = {
  field: CaptureField;
  value: string;
  from: CaptureSource;
  guessed?: true;
  /** An element or a text; absent where the page says it only in its head. */
  node?: Node;
};

export type Finding = {
  about: 'person' | 'organization';
  values: Found[];
  /** The element that holds all of it: what stands in it besides belongs to the same one. */
  around?: Element;
  /** Names by which other findings of the page mean the same one: `@id` of JSON-LD, addresses of profiles. */
  ids?: string[];
  /** The page is about them, or they wrote it: shown first. */
  isMain?: true;
};

/** The page that is read. Nothing in it is ever changed. */
export type Page = {
  document: Document;
  url: URL;
  /** ISO 3166 code for phone numbers that are written without one, where the page itself says no country. */
  country?: string;
  /** Told by whoever reads: why not all of the page could be read. */
  leftOut?: Set<CapturedPage['leftOut'][number]>;
};

/**
 * Reading goes on in slices: whoever reads yields at least after every 200 elements or 64 KB of text, and may be ended
 * there. What was found until then stands in `findings`.
 */
export type Reading = Generator<undefined, void>;
export type Read = (page: Page, findings: Finding[]) => Reading;
