// What people who were read from a page can be recognised by.
import type { CapturedPerson } from '../model/capture';
import type { SeenIdentity } from '../model/identity';
import { identityKey } from './keys';
import { profileIdentity } from './profile-link';

/** The most identities that one person is given. */
const most = 20;

/** Addresses, numbers and accounts among what was read of somebody, each once, as far as they can be kept. */
export function capturedIdentities({ values }: CapturedPerson, country?: string): SeenIdentity[] {
  const seen = values.flatMap(({ field, value }): SeenIdentity[] => {
    if (field === 'email') return [{ kind: 'email', value }];
    if (field === 'phone') return [{ kind: 'phone', value: value.replace(';ext=', ' ext. ') }];
    // An address is a profile of an account, else the page of somebody.
    return field === 'link' ? [profileIdentity(value) ?? { kind: 'web', value }] : [];
  });
  const byKey = new Map(
    seen.flatMap(one => {
      const key = one.value.length <= 320 ? identityKey(one, country) : undefined;
      return key ? [[key, one] as const] : [];
    }),
  );
  return [...byKey.values()].slice(0, most);
}
