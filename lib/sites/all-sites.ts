// Every site that can be read; a new one is added here.
import { gmail } from './gmail/gmail';
import { roundcube } from './roundcube/roundcube';
import type { Site } from './site';

export const allSites: readonly Site[] = [gmail, roundcube];

/** The site that `document` is a page of. */
export function siteFor(document: Document, url: URL): Site | undefined {
  return allSites.find(site => site.detects(document, url));
}
