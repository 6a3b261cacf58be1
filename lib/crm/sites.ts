// The sites of this user: those that are built in, and those that a recipe of theirs describes.
import type { Recipe } from '../model/recipe';
import type { Settings, SiteChoice } from '../model/settings';
import { allSites, builtInRecipes } from '../sites/all-sites';
import type { Site } from '../sites/site';

/** What is said of a site without reading a page of it. */
export type SiteFacts = Pick<Site, 'id' | 'name' | 'channel' | 'reading' | 'reveal'>;

/** The recipe by which a site is read; undefined for those that are code. */
export function recipeOf(id: string, { recipes }: Pick<Settings, 'recipes'>): Recipe | undefined {
  return [...builtInRecipes, ...recipes].find(recipe => recipe.id === id);
}

/** The site with this id; undefined where its recipe was removed. */
export function siteOf(id: string, settings: Pick<Settings, 'recipes'>): SiteFacts | undefined {
  return allSites.find(site => site.id === id) ?? recipeOf(id, settings);
}

/** Whether pages of a chosen site are read only when the user asks: no script of ours waits in them. */
export const isAsked = (choice: SiteChoice, settings: Pick<Settings, 'recipes'>): boolean =>
  choice.presence === 'panel' && siteOf(choice.site, settings)?.reading === 'asked';
