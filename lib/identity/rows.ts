// How a seen identity is stored: its handle or address, and beside it the account's lasting id.
import type { Identity, SeenIdentity } from '../model/identity';
import type { Source } from '../model/source';
import { accountKey, identityKeys } from './accounts';
import { identityValue } from './keys';
import { skeleton } from './skeleton';

export type Owner = {
  contactId: string;
  source: Source;
  country?: string | undefined;
  label?: string | undefined;
};

/** The rows of a seen identity; none where it is no address, number or handle. */
export function identityRows(seen: SeenIdentity, { contactId, source, country, label }: Owner): Identity[] {
  const value = identityValue(seen, country);
  return identityKeys(seen, country).map(key => ({
    key,
    kind: seen.kind,
    value,
    contactId,
    source,
    ...(label && { label }),
    ...(accountKey(seen) && { accountId: seen.id }),
    ...(seen.kind === 'email' && { skeleton: skeleton(value) }),
  }));
}
