// Adding and removing sites: the browser is asked first, and what is removed is given back to it.
import type { SiteChoice } from '../../../lib/model/settings';
import { askForHosts, giveBackHosts } from '../../../lib/platform/hosts';
import { call } from '../../../lib/rpc/client';
import type { Site } from '../../../lib/sites/site';
import { act } from '../act';
import { toast } from '../toast';

export const saveSites = (text: string, sites: SiteChoice[]) =>
  act(text, () => call('settings.save', { sites }));

/** Asks the browser for the origins, inside the click, and keeps them. Gives whether they were added. */
export async function addSite(
  sites: SiteChoice[],
  origins: string[],
  { id, presence }: Pick<Site, 'id' | 'presence'>,
): Promise<boolean> {
  if (!(await askForHosts(origins))) {
    toast.value = { text: 'The browser did not allow this site.', bad: true };
    return false;
  }
  const known = new Map(sites.map(choice => [choice.origin, choice]));
  for (const origin of origins) {
    const { width = 360, collapsed = false, since = Date.now() } = known.get(origin) ?? {};
    known.set(origin, { origin, site: id, presence, width, collapsed, since });
  }
  return saveSites('Site added', [...known.values()]);
}

export async function removeSites(sites: SiteChoice[], origins: string[]): Promise<void> {
  const left = sites.filter(choice => !origins.includes(choice.origin));
  if (await saveSites('Site removed', left)) await giveBackHosts(origins).catch(() => undefined);
}
