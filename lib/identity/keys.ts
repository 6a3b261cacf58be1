// The key of an identity: two spellings of one address, number or handle give one key.
import type { SeenIdentity } from '../model/identity';
import { emailKey } from './email';
import { gravatarKey } from './gravatar';
import { parsePhone } from './phone';

/** Bidi controls and zero-width characters, which social sites wrap around handles. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Names that mean somebody only together with the host they are used on. */
const hostScoped = new Set(['web', 'mastodon', 'wordpress']);

/** What a stored key has at most; compatibility forms grow when they are folded. */
const longestKey = 400;

function phoneKey(value: string, country: string | undefined): string | undefined {
  const phone = parsePhone(value, country);
  return phone && `phone:${phone.number}`;
}

/** Channels of YouTube from before handles: `c/name` and `user/name` are no handles of that name. */
const customName = /(?:^|\/)((?:c|user)\/[^/?#]+)\/*(?:[?#].*)?$/i;

/** In an address of a profile: what has a meaning there, and what is still escaped. A handle has none of it. */
const noHandle = /[\s\p{C}/?#]|%[\da-f]{2}/iu;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().normalize('NFKC');

function handleKey(kind: string, value: string): string | undefined {
  const text = value.normalize('NFKC');
  const custom = kind === 'youtube' ? customName.exec(text)?.[1] : undefined;
  if (custom) return linkKey(kind, fold(custom));
  const last =
    text
      .replace(/[?#].*$/s, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const handle = fold(unescaped(last)).replace(/^@+/, '');
  return handle && !noHandle.test(handle) ? `${kind}:${handle}` : undefined;
}

/** A part of an address with its letters as people read them. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The normalised key of a seen identity, undefined when it is none. Never throws; the key of a key's value is the
 * key again. `country` (ISO 3166) reads phone numbers that have no country code.
 */
export function identityKey(seen: SeenIdentity, country?: string): string | undefined {
  const key = keyOf(seen.kind, seen.value.replace(invisible, '').trim(), country);
  return key && key.length <= longestKey ? key : undefined;
}

function keyOf(kind: SeenIdentity['kind'], value: string, country: string | undefined): string | undefined {
  if (kind === 'email') return emailKey(value);
  if (kind === 'phone') return phoneKey(value, country);
  if (kind === 'gravatar') return gravatarKey(value);
  if (hostScoped.has(kind)) return linkKey(kind, value);
  return handleKey(kind, value);
}

/** How an identity is kept and shown: as it was written, a phone number with its country code. */
export function identityValue(seen: SeenIdentity, country?: string): string {
  const phone = seen.kind === 'phone' ? parsePhone(seen.value, country) : undefined;
  return phone?.formatInternational() ?? seen.value.trim();
}

function linkKey(kind: string, value: string): string | undefined {
  const text = value
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:www\.)?)+/, '')
    .replace(/[/?#]+$/, '');
  // Keys of lasting ids begin with it.
  return text && !text.startsWith('#') && !/[\s\p{C}]/u.test(text) ? `${kind}:${text}` : undefined;
}
