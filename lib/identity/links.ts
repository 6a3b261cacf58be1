// Addresses that may be followed: of identities, and of what people or pages wrote.
import type { Identity } from '../model/identity';

const followed = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address in a text when it is one of the web, of mail or of a phone; undefined for all else, scripts above all. */
export function safeLink(text: string): string | undefined {
  const url = URL.parse(text.trim());
  return url && followed.has(url.protocol) ? url.href : undefined;
}

/** The address in a text when it is one of the web. */
export function webLink(text: string | undefined): string | undefined {
  const link = text && safeLink(text);
  return link && /^https?:/.test(link) ? link : undefined;
}

/** Where the profiles of a site begin. */
const profiles: Partial<Record<Identity['kind'], string>> = {
  x: 'https://x.com/',
  linkedin: 'https://www.linkedin.com/in/',
  github: 'https://github.com/',
  youtube: 'https://www.youtube.com/@',
  reddit: 'https://www.reddit.com/user/',
  bluesky: 'https://bsky.app/profile/',
  instagram: 'https://www.instagram.com/',
};

/** Where an identity can be reached: a new mail, a call, a profile. Undefined for those that have no address. */
export function identityLink({ kind, key, value }: Identity): string | undefined {
  const known = key.slice(kind.length + 1);
  if (known.startsWith('#')) return accountLink(kind, known.slice(1));
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}`;
  if (kind === 'phone') return `tel:${known}`;
  if (kind === 'youtube' && known.includes('/')) return `https://www.youtube.com/${known}`;
  if (kind === 'gravatar') return `https://gravatar.com/${known}`;
  const profile = profiles[kind];
  if (profile) return profile + encodeURIComponent(known);
  return hostLink(kind === 'wordpress' ? known.replace('/', '/author/') : known);
}

const hostLink = (place: string) => webLink(`https://${place}`);

/** Where an account is that is known by its id. */
const accounts: Partial<Record<Identity['kind'], string>> = {
  x: 'https://x.com/i/user/',
  linkedin: 'https://www.linkedin.com/in/',
  youtube: 'https://www.youtube.com/channel/',
};

function accountLink(kind: Identity['kind'], id: string): string | undefined {
  const place = accounts[kind];
  return place && place + encodeURIComponent(id);
}
