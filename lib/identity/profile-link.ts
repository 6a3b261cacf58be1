// Addresses of profiles: whose account a link leads to.
import type { Identity, SeenIdentity } from '../model/identity';
import { identityKey } from './keys';
import { webLink } from './links';

/** First parts of addresses that are no handles, on any of the sites. */
const reserved = new Set(
  (
    'home search explore i intent share hashtag settings login signup about help privacy terms jobs feed company school posts pulse ' +
    'groups events watch playlist results shorts p reel reels stories tv accounts topics trending marketplace orgs sponsors features ' +
    'r user u in pub profile channel c status messages notifications'
  ).split(' '),
);

/** How the path of a profile begins on each site; the next part is the handle. */
const sites: Record<string, { kind: Identity['kind']; below?: string[] }> = {
  'x.com': { kind: 'x' },
  'twitter.com': { kind: 'x' },
  'linkedin.com': { kind: 'linkedin', below: ['in'] },
  'github.com': { kind: 'github' },
  'youtube.com': { kind: 'youtube' },
  'reddit.com': { kind: 'reddit', below: ['user', 'u'] },
  'bsky.app': { kind: 'bluesky', below: ['profile'] },
  'instagram.com': { kind: 'instagram' },
};

/** Sites whose profiles look like those of Mastodon. */
const notMastodon = new Set(
  (
    'tiktok.com medium.com threads.net threads.com substack.com snapchat.com flipboard.com vimeo.com rumble.com odysee.com ' +
    'peakd.com hive.blog steemit.com warpcast.com farcaster.xyz'
  ).split(' '),
);

/**
 * The account whose profile an address leads to: `https://www.linkedin.com/in/ana-prat/` → `ana-prat` of LinkedIn. Undefined
 * for pages of companies, posts and all else that is nobody's profile. `www.` and `https://` may be missing;
 * `@ana@norte.social` is the short form of an address of Mastodon.
 */
export function profileIdentity(text: string): SeenIdentity | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 2048 || /\s/.test(trimmed)) return undefined;
  const [, name, server] = /^@([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(trimmed) ?? [];
  const address = server ? `${server}/@${name}` : trimmed;
  const link = webLink(/^https?:/i.test(address) ? address : `https://${address}`);
  const url = link ? URL.parse(link) : null;
  if (!url) return undefined;
  const host = url.hostname.replace(/^(?:www|m|mobile|old|[a-z]{2})\./, '');
  const parts = url.pathname
    .split('/')
    .filter(part => part !== '')
    .map(readable);
  const site = Object.hasOwn(sites, host) ? sites[host] : undefined;
  const seen = site ? onSite(site, parts) : notMastodon.has(host) ? undefined : mastodon(url, parts);
  return seen && identityKey(seen) ? seen : undefined;
}

function onSite(
  { kind, below }: { kind: Identity['kind']; below?: string[] },
  parts: string[],
): SeenIdentity | undefined {
  const [first = '', second = ''] = parts;
  if (below) return below.includes(first.toLowerCase()) && second ? { kind, value: second } : undefined;
  if (kind === 'youtube') return youtube(first, second);
  const [, , id = ''] = parts;
  if (kind === 'x' && first === 'i' && second === 'user' && /^\d+$/.test(id)) return { kind, value: id, id };
  const isProfile = parts.length === 1 && !reserved.has(first.toLowerCase());
  return isProfile ? { kind, value: first } : undefined;
}

function youtube(first: string, second: string): SeenIdentity | undefined {
  if (first.startsWith('@')) return { kind: 'youtube', value: first };
  if (first === 'channel' && second) return { kind: 'youtube', value: second, id: second };
  return ['c', 'user'].includes(first) && second
    ? { kind: 'youtube', value: `${first}/${second}` }
    : undefined;
}

/** `https://host/@name`, as Mastodon has it. */
function mastodon(url: URL, [first = '', ...rest]: string[]): SeenIdentity | undefined {
  const isProfile = rest.length === 0 && /^@[\w.-]+$/.test(first);
  return isProfile ? { kind: 'mastodon', value: `https://${url.host}/${first}` } : undefined;
}

/** A part of an address with its letters as people read them. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
