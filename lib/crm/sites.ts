// The sites of this user: those that are built in, and those that a recipe of theirs describes.
import type { SeenIdentity } from '../model/identity';
import type { Recipe } from '../model/recipe';
import type { Settings, SiteChoice } from '../model/settings';
import { allSites, builtInRecipes, codeSites } from '../sites/all-sites';
import type { Site } from '../sites/site';

/** What is said of a site without reading a page of it. */
export type SiteFacts = Pick<Site, 'id' | 'name' | 'channel' | 'reading' | 'reveal' | 'typed'>;

/** The recipe by which a site is read; undefined for those that are code, whatever a recipe from a file is called. */
export function recipeOf(id: string, { recipes }: Pick<Settings, 'recipes'>): Recipe | undefined {
  if (codeSites.some(site => site.id === id)) return undefined;
  return [...builtInRecipes, ...recipes].find(recipe => recipe.id === id);
}

/** The site with this id; undefined where its recipe was removed. */
export function siteOf(id: string, settings: Pick<Settings, 'recipes'>): SiteFacts | undefined {
  return allSites.find(site => site.id === id) ?? recipeOf(id, settings);
}

/** Whether pages of a chosen site are read only when the user asks: no script of ours waits in them. */
export const isAsked = (choice: SiteChoice, settings: Pick<Settings, 'recipes'>): boolean =>
  choice.presence === 'panel' && siteOf(choice.site, settings)?.reading === 'asked';

/** Whether a recipe would have a built-in site read by itself that is read only when the user asks. */
export const readsUnasked = ({ hosts, reading, presence }: Recipe): boolean =>
  (reading !== 'asked' || presence !== 'panel') &&
  allSites.some(site => site.reading === 'asked' && site.hosts.some(host => hosts.includes(host)));

/** Whether a page can know the lasting ids of such accounts: of those that belong to known hosts only these can. */
export function isHomeOf(kind: SeenIdentity['kind'], origin: string): boolean {
  const homes = allSites.filter(({ channel, hosts }) => channel === kind && hosts.length > 0);
  const host = URL.parse(origin)?.hostname;
  return homes.length === 0 || homes.some(({ hosts }) => host !== undefined && hosts.includes(host));
}
