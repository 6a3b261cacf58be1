// Every site that can be read; a new one is added here.
import { recipeSite } from './engine/recipe-site';
import { gmail } from './gmail/gmail';
import { reddit } from './recipes/reddit';
import { roundcube } from './roundcube/roundcube';
import type { Site } from './site';

/** Adapters that are data. */
export const builtInRecipes = [reddit];

export const allSites: readonly Site[] = [gmail, roundcube, ...builtInRecipes.map(recipeSite)];

/** The site that `document` is a page of. */
export function siteFor(document: Document, url: URL): Site | undefined {
  return allSites.find(site => site.detects(document, url));
}
