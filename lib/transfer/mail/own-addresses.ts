// Which addresses are the user's or the team's, prepared for asking often.
import { emailKey } from '../../identity/email';
import type { Me } from '../../model/settings';

/** The part of the settings that says who the user is. */
export type Own = Pick<Me, 'addresses' | 'sharedMailboxes'>;

export type OwnKeys = {
  /** Own and shared ones: mail from them is outgoing. */
  all: ReadonlySet<string>;
  shared: ReadonlySet<string>;
};

/** The keys of all own addresses. */
export function ownKeys({ addresses, sharedMailboxes }: Own): OwnKeys {
  const keys = (list: string[]) => list.flatMap(address => emailKey(address) ?? []);
  const shared = new Set(keys(sharedMailboxes));
  return { all: new Set([...keys(addresses), ...shared]), shared };
}
