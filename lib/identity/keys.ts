// The key of an identity: two spellings of one address, number or handle give one key.
import type { SeenIdentity } from '../model/identity';
import { emailKey } from './email';
import { parsePhone } from './phone';

/** Bidi controls and zero-width characters, which social sites wrap around handles. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Names that mean somebody only together with the host they are used on. */
const hostScoped = new Set(['web', 'mastodon', 'wordpress']);

function phoneKey(value: string, country: string | undefined): string | undefined {
  const phone = parsePhone(value, country);
  return phone && `phone:${phone.number}`;
}

/** Channels of YouTube from before handles: `c/name` and `user/name` are no handles of that name. */
const customName = /(?:^|\/)((?:c|user)\/[^/?#]+)\/*(?:[?#].*)?$/i;

function handleKey(kind: string, value: string): string | undefined {
  const custom = kind === 'youtube' ? customName.exec(value)?.[1] : undefined;
  if (custom) return linkKey(kind, custom);
  const last =
    value
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const handle = last.replace(/^@/, '').normalize('NFKC').toLowerCase();
  return handle && !/[\s\p{C}]/u.test(handle) ? `${kind}:${handle}` : undefined;
}

/**
 * The normalised key of a seen identity, undefined when it is none. Never throws; the key of a key's value is the
 * key again. `country` (ISO 3166) reads phone numbers that have no country code.
 */
export function identityKey(seen: SeenIdentity, country?: string): string | undefined {
  const value = seen.value.replace(invisible, '').trim();
  if (seen.kind === 'email') return emailKey(value);
  if (seen.kind === 'phone') return phoneKey(value, country);
  if (hostScoped.has(seen.kind)) return linkKey(seen.kind, value);
  return handleKey(seen.kind, value);
}

/** How an identity is kept and shown: as it was written, a phone number with its country code. */
export function identityValue(seen: SeenIdentity, country?: string): string {
  const phone = seen.kind === 'phone' ? parsePhone(seen.value, country) : undefined;
  return phone?.formatInternational() ?? seen.value.trim();
}

function linkKey(kind: string, value: string): string | undefined {
  const text = value
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/?#]+$/, '');
  // Keys of lasting ids begin with it.
  return text && !text.startsWith('#') && !/[\s\p{C}]/u.test(text) ? `${kind}:${text}` : undefined;
}
