// Accounts of one site: a handle can be given to somebody else, the site's own id can't.
import type { Identity, SeenIdentity } from '../model/identity';
import { identityKey } from './keys';

/** Ways to reach somebody that are no accounts of a site. */
const noAccounts = new Set<Identity['kind']>(['email', 'phone']);

/** The key of a lasting id, in the case of the id. No handle has such a key: `#` ends every handle. */
export function accountKey({ kind, id }: Pick<SeenIdentity, 'kind' | 'id'>): string | undefined {
  return id && !noAccounts.has(kind) && !/[\s\p{C}]/u.test(id) ? `${kind}:#${id}` : undefined;
}

/** The keys under which a seen identity may be known, the more trusted first. */
export function identityKeys(seen: SeenIdentity, country?: string): string[] {
  const handle = seen.value === seen.id ? undefined : identityKey(seen, country);
  return [accountKey(seen), handle].filter(key => key !== undefined);
}

/** Whether a stored identity is one of the accounts that were seen: a handle that has another id now is not. */
export function isAccountOf(stored: Identity, seen: readonly SeenIdentity[]): boolean {
  if (stored.accountId === undefined) return true;
  const ids = seen.flatMap(one => (one.kind === stored.kind && accountKey(one) ? [one.id] : []));
  return ids.length === 0 || ids.includes(stored.accountId);
}

/** Somebody named by a handle alone, with the id that the page shows for this handle elsewhere; as given where it is unsure. */
export function accountAmong(named: SeenIdentity, onPage: readonly SeenIdentity[]): SeenIdentity {
  const key = named.id ? undefined : identityKey(named);
  if (!key) return named;
  const same = onPage.filter(one => one.kind === named.kind && one.id && identityKey(one) === key);
  const [id, another] = new Set(same.map(one => one.id));
  return id && !another ? { ...named, id } : named;
}

/** Identities as people see them: an account that is known by handle and by id is one. */
export function shownIdentities(identities: readonly Identity[]): Identity[] {
  const isHandle = ({ key, kind, accountId }: Identity) => key !== accountKey({ kind, id: accountId });
  return identities.filter(
    one =>
      isHandle(one) ||
      !identities.some(
        other => isHandle(other) && other.kind === one.kind && other.accountId === one.accountId,
      ),
  );
}

/** The identity by which a person is named: an address before anything else, and never the hash of a picture. */
export const firstIdentity = <One extends SeenIdentity | Identity>(
  identities: readonly One[],
): One | undefined =>
  identities.find(({ kind }) => kind === 'email') ?? identities.find(({ kind }) => kind !== 'gravatar');
