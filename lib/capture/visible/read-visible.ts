// What the page shows to those who look at it: links, cards and text, without what is hidden.
import type { Finding, Page, Reading } from '../finding';
import { readOrganization } from './read-organization';
import { readPeople } from './read-people';
import { type Line, type Shown, walk } from './walk';

/** Everything that is found by what the page shows; its frames that can be read are named in `shown`. */
export function* readVisible(page: Page, findings: Finding[], shown: Shown): Reading {
  yield* walk(page.document, shown);
  const taken = new Set<Line>();
  yield* readPeople(page, shown, taken, findings);
  yield* readOrganization(page, shown, taken, findings);
}

/** Nothing seen yet. */
export const nothingShown = (): Shown => ({ lines: [], reach: new Map(), frames: [], hasForeignFrames: false });
