// What the scripts of one page share: the adapters that were loaded into it, and the engine that reads by recipes.
import type { Recipe } from '../model/recipe';
import type { Site } from '../sites/site';

type Known = { sites: Map<string, Site>; engine?: (recipe: Recipe) => Site };

/** Only scripts of this extension see it: a page has no access to their world. */
const world = globalThis as { regularsSites?: Known };

function known(): Known {
  world.regularsSites ??= { sites: new Map() };
  return world.regularsSites;
}

/** Tells the page's script of an adapter that is code. */
export function offerSite(site: Site): void {
  known().sites.set(site.id, site);
}

/** Tells the page's script how to read by a recipe. */
export function offerEngine(engine: (recipe: Recipe) => Site): void {
  known().engine = engine;
}

/** False where no adapter that is here takes the page for its own: then not even the background is asked. */
export function mayBeRead(document: Document, url: URL): boolean {
  const { sites, engine } = known();
  return engine !== undefined || [...sites.values()].some(site => site.detects(document, url));
}

/** The adapter that was chosen for this page; undefined where it is not here, or the page is not of its site. */
export function chosenSite(
  { site: id, recipe }: { site: string; recipe?: Recipe | undefined },
  document: Document,
  url: URL,
): Site | undefined {
  const { sites, engine } = known();
  const site = recipe ? engine?.(recipe) : sites.get(id);
  return site?.detects(document, url) ? site : undefined;
}
