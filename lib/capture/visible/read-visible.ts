// What the page shows to those who look at it: links, cards and text, without what is hidden.
import type { Finding, Page, Reading } from '../finding';
import { isSharedMail } from '../mail-name';
import { emailsOf } from './fields';
import { readOrganization } from './read-organization';
import { readPeople } from './read-people';
import { type Line, type Shown, walk } from './walk';

/** Everything that is found by what the page shows; its frames that can be read are named in `shown`. */
export function* readVisible(page: Page, findings: Finding[], shown: Shown): Reading {
  yield* walk(page.document, shown);
  const taken = new Set<Line>();
  yield* readPeople(page, shown, taken, findings);
  yield* readLooseMails(page, shown, taken, findings);
  yield* readOrganization(page, shown, taken, findings);
}

/** Addresses that stand with nobody: whose they are is told by how they are written. */
function* readLooseMails(page: Page, shown: Shown, taken: ReadonlySet<Line>, findings: Finding[]): Reading {
  for (let at = 0; at < shown.lines.length; at += 50) {
    const lines = shown.lines.slice(at, at + 50).filter(line => !taken.has(line));
    for (const mail of emailsOf({ lines, from: 'text', url: page.url })) {
      if (!isSharedMail(mail.value)) findings.push({ about: 'person', values: [mail] });
    }
    yield;
  }
}

/** Nothing seen yet. */
export const nothingShown = (): Shown => ({
  lines: [],
  reach: new Map(),
  frames: [],
  hasForeignFrames: false,
});
