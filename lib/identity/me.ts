// Is an address the user's own, or a mailbox that the user's team shares?
import type { Me } from '../model/settings';
import { emailKey } from './email';

/** Compares normalised addresses; undefined for other people's. */
export function isOwn(address: string, me: Me): 'own' | 'shared' | undefined {
  const key = emailKey(address);
  if (!key) return undefined;
  if (me.addresses.some(own => emailKey(own) === key)) return 'own';
  return me.sharedMailboxes.some(shared => emailKey(shared) === key) ? 'shared' : undefined;
}
