// How sites and channels are called.
import { identityKindNames, isIdentityKind } from '../../../lib/identity/kinds';
import { allSites } from '../../../lib/sites/all-sites';

const names = new Map(allSites.map(({ id, name }) => [id, name]));

/** The name of a site or a channel; its id where it is not known here. */
export const siteName = (site: string): string =>
  isIdentityKind(site) ? identityKindNames[site] : (names.get(site) ?? site);
