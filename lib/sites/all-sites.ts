// Every site that can be read; a new one is added here.
import type { Recipe } from '../model/recipe';
import { recipeSite } from './engine/recipe-site';
import { gmail } from './gmail/gmail';
import { outlook } from './outlook/outlook';
import { github } from './recipes/github';
import { linkedin } from './recipes/linkedin';
import { reddit } from './recipes/reddit';
import { wordpress } from './recipes/wordpress';
import { x } from './recipes/x';
import { youtube } from './recipes/youtube';
import { roundcube } from './roundcube/roundcube';
import type { Site } from './site';

/** Adapters that are code, each built as a script of its own (`entrypoints/ID.ts`). */
export const codeSites: readonly Site[] = [gmail, outlook, roundcube];

/** Adapters that are data, read by the one engine. */
export const builtInRecipes: readonly Recipe[] = [x, youtube, reddit, linkedin, github, wordpress];

export const allSites: readonly Site[] = [...codeSites, ...builtInRecipes.map(recipe => recipeSite(recipe))];

/** The site that `document` is a page of. */
export function siteFor(document: Document, url: URL): Site | undefined {
  return allSites.find(site => site.detects(document, url));
}
