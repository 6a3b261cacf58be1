// Addresses of profiles: whose account of which site an address on the web is.
import type { SeenIdentity } from '../model/identity';
import { identityKey } from './keys';
import { webLink } from './links';

type Place = { kind: SeenIdentity['kind']; path: RegExp; isId?: true };

/** The first part of the path is the handle, unless it is a page of the site itself. */
const handleOnly = (own: string) => new RegExp(`^/(?!(?:${own})(?:/|$))@?([\\w.-]{1,60})/?$`, 'i');

const x: Place[] = [
  { kind: 'x', path: /^\/i\/user\/(\d{1,20})\/?$/, isId: true },
  {
    kind: 'x',
    path: handleOnly('home|i|search|explore|intent|share|hashtag|login|signup|settings|messages|tos|privacy'),
  },
];
const reddit: Place[] = [{ kind: 'reddit', path: /^\/u(?:ser)?\/([\w-]{1,40})\/?$/i }];

/** Hosts without `www`; what the first group takes is the handle or the id. */
const places = new Map<string, Place[]>([
  ['x.com', x],
  ['twitter.com', x],
  ['mobile.twitter.com', x],
  ['linkedin.com', [{ kind: 'linkedin', path: /^\/in\/([^/]{1,200})(?:\/|$)/ }]],
  [
    'github.com',
    [
      {
        kind: 'github',
        path: handleOnly(
          'about|apps|enterprise|explore|features|login|marketplace|orgs|pricing|search|settings|topics',
        ),
      },
    ],
  ],
  [
    'youtube.com',
    [
      { kind: 'youtube', path: /^\/channel\/([\w-]{1,60})(?:\/|$)/, isId: true },
      { kind: 'youtube', path: /^\/((?:c|user)\/[^/]{1,100})(?:\/|$)/ },
      { kind: 'youtube', path: /^\/@([^/]{1,100})(?:\/|$)/ },
    ],
  ],
  ['reddit.com', reddit],
  ['old.reddit.com', reddit],
  ['bsky.app', [{ kind: 'bluesky', path: /^\/profile\/([\w.-]{1,253})\/?$/ }]],
  [
    'instagram.com',
    [{ kind: 'instagram', path: handleOnly('accounts|explore|p|reel|reels|stories|tv|about') }],
  ],
]);

/** LinkedIn has a host for each country. */
const hostOf = ({ hostname }: URL) =>
  hostname.replace(/^(?:www|m)\./, '').replace(/^..\.linkedin\.com$/, 'linkedin.com');

/**
 * The account that an address of the web leads to; undefined for all pages that are not the profile of one. `https://`
 * may be missing.
 */
export function profileAt(text: string): SeenIdentity | undefined {
  const address = text.trim();
  if (address.length > 2048 || /\s/.test(address)) return undefined;
  const link = webLink(/^https?:/i.test(address) ? address : `https://${address}`);
  if (!link) return undefined;
  const url = new URL(link);
  for (const { kind, path, isId } of places.get(hostOf(url)) ?? []) {
    const value = readable(path.exec(url.pathname)?.[1] ?? '');
    const seen = isId ? { kind, value, id: value } : { kind, value };
    if (value && value.length <= 120 && identityKey(seen)) return seen;
  }
  return undefined;
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
