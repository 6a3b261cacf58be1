// Reads a page that a test writes down, to the end.

import type { Finding, Page, Read } from '../../../lib/capture/finding';
import type { CaptureField } from '../../../lib/model/capture-terms';

/** A page as the browser would have it. */
export function pageOf(html: string, url = 'https://nortecafe.es/team'): Page {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return { document, url: new URL(url), leftOut: new Set() };
}

/** What one source finds in a page. */
export function findingsOf(read: Read, page: Page | string): Finding[] {
  const findings: Finding[] = [];
  for (const _ of read(typeof page === 'string' ? pageOf(page) : page, findings));
  return findings;
}

/** The values of one field, in their order. */
export const values = (finding: Finding | undefined, field: CaptureField): string[] =>
  (finding?.values ?? []).filter(value => value.field === field).map(({ value }) => value);

/** Names of all who were found, people by default. */
export const namesIn = (findings: Finding[], about: Finding['about'] = 'person'): string[] =>
  findings.filter(finding => finding.about === about).flatMap(finding => values(finding, 'name').slice(0, 1));
