// The release as users get it: what it may do, what it may load, and that it names no address it could call.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const output = join(import.meta.dirname, '../../.output');

const shared = [
  'storage',
  'unlimitedStorage',
  'scripting',
  'activeTab',
  'alarms',
  'contextMenus',
  'notifications',
];
const releases = [
  {
    name: 'Chrome',
    folder: 'chrome-mv3',
    permissions: [...shared, 'sidePanel'],
    resources: { use_dynamic_url: true },
  },
  { name: 'Firefox', folder: 'firefox-mv3', permissions: shared, resources: {} },
];

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'worker-src': "'self'",
  'frame-ancestors': 'https: http://127.0.0.1:* http://localhost:*',
};

/** Every address in the built files, and why it is no address that is called. */
const addresses: Record<string, string> = {
  'http://www.w3.org/1998/Math/MathML': 'a namespace',
  'http://www.w3.org/1999/xhtml': 'a namespace',
  'http://www.w3.org/2000/svg': 'a namespace',
  'http://json-schema.org/draft-04/schema#': 'the name of a format, in zod',
  'http://json-schema.org/draft-07/schema#': 'the name of a format, in zod',
  'https://json-schema.org/draft/2020-12/schema': 'the name of a format, in zod',
  'http://bit.ly/2kdckMn': 'a link in the text of an error of Dexie',
  'https://tinyurl.com/y2uuvskb': 'a link in the text of an error of Dexie',
  'http://…': 'an address that is parsed: zod on host names, and what the user types as a site',
  'http://[…]': 'an address that is parsed: zod on IPv6',
  'https://…': 'an address that is parsed: what the user types as a site',
  'https://mail.google.com': 'the site that is offered in the settings',
  'https://mail.example.org': 'an example in an empty field',
  'https://www.example.org': 'an example in an empty field',
  'https://x.com/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://www.linkedin.com/in/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://github.com/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://www.youtube.com/@': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://www.reddit.com/user/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://bsky.app/profile/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://www.instagram.com/': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://x.com/i/user/': 'the beginning of a link to a contact’s account, followed by a click',
  'https://www.youtube.com/channel/': 'the beginning of a link to a contact’s account, followed by a click',
  'https://www.youtube.com/…': 'the beginning of a link to a contact’s channel, followed by a click',
  'https://gravatar.com/…': 'the beginning of a link to a contact’s profile, followed by a click',
  'https://…/…': 'an address that is parsed: a Mastodon handle as its profile',
  'https://$2/@$1': 'how a Mastodon handle of a card becomes the address of its profile',
  'https://www.reddit.com': 'the beginning of a link to what a note was about, followed by a click',
  'https://www.reddit.com/comments/…': 'the beginning of a link to a comment, followed by a click',
  'https://www.reddit.com/message/messages/…': 'the beginning of a link to a message, followed by a click',
  'https://x.com/{}': 'how a recipe writes the address of a conversation',
  'https://github.com/{}': 'how a recipe writes the address of a conversation',
  'http://schema.org/Person': 'the name of a type in the markup of a page, which a recipe looks for',
};

const manifestSchema = z.looseObject({
  manifest_version: z.number(),
  permissions: z.array(z.string()),
  incognito: z.string(),
  content_security_policy: z.strictObject({ extension_pages: z.string() }),
});

function filesOf(folder: string, endings: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => endings.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8'));
}

describe.each(releases)('the release for $name', ({ folder, permissions, resources }) => {
  const place = join(output, folder);
  const built = existsSync(join(place, 'manifest.json'));
  const text = built ? readFileSync(join(place, 'manifest.json'), 'utf8') : '{}';
  const manifest = manifestSchema.safeParse(JSON.parse(text)).data;

  it.skipIf(!built)('is a manifest of version 3', () => {
    expect(manifest?.manifest_version).toBe(3);
  });

  it.skipIf(!built)('asks for these permissions and no others', () => {
    expect(manifest?.permissions.toSorted()).toEqual(permissions.toSorted());
    expect(manifest?.optional_permissions).toBeUndefined();
  });

  it.skipIf(!built)('reads no site from the start', () => {
    expect(manifest?.host_permissions).toBeUndefined();
    expect(manifest?.content_scripts).toBeUndefined();
    expect(manifest?.optional_host_permissions).toEqual(['*://*/*']);
  });

  it.skipIf(!built)('forbids its pages the network and foreign code', () => {
    const parts = manifest?.content_security_policy.extension_pages.split(';').map(part => part.trim()) ?? [];
    const directives = parts.map(part => [
      part.slice(0, part.indexOf(' ')),
      part.slice(part.indexOf(' ') + 1),
    ]);
    expect(directives).toHaveLength(Object.keys(policy).length);
    expect(Object.fromEntries(directives)).toEqual(policy);
  });

  it.skipIf(!built)('shows pages its sidebar and nothing else', () => {
    const expected = [{ resources: ['sidepanel.html'], matches: ['*://*/*'], ...resources }];
    expect(manifest?.web_accessible_resources).toEqual(expected);
  });

  it.skipIf(!built)(
    'takes no calls from sites, stays out of private windows, updates from nowhere else',
    () => {
      expect(manifest?.externally_connectable).toBeUndefined();
      expect(manifest?.incognito).toBe('not_allowed');
      expect(manifest?.update_url).toBeUndefined();
    },
  );

  it.skipIf(!built)('holds no address that is not explained', () => {
    const found = filesOf(place, /\.(js|html|css)$/).flatMap(file =>
      (file.match(/\b(?:https?|wss?|ftp):\/\/[^"'`\\\s)<>]+/g) ?? []).map(address =>
        address.replace(/(?:\$\{[^}]*\}?)+/g, '…'),
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect([...new Set(found)].filter(address => !Object.hasOwn(addresses, address))).toEqual([]);
  });

  it.skipIf(!built)('opens no connection and loads no code by hand', () => {
    const calls =
      /\b(?:WebSocket|EventSource|sendBeacon|importScripts|WebTransport|RTCPeerConnection)\b|\bfetch\(/;
    expect(filesOf(place, /\.js$/).filter(file => calls.test(file))).toEqual([]);
  });
});

describe('what only one browser has', () => {
  const read = (folder: string): Record<string, unknown> | undefined => {
    const file = join(output, folder, 'manifest.json');
    return existsSync(file)
      ? z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
      : undefined;
  };
  const [chrome, firefox] = [read('chrome-mv3'), read('firefox-mv3')];

  it.skipIf(!firefox)('tells Firefox that no data is collected', () => {
    expect(firefox?.browser_specific_settings).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
    expect(firefox?.side_panel).toBeUndefined();
  });

  it.skipIf(!chrome)('shows Chrome nothing of Firefox', () => {
    expect(chrome?.browser_specific_settings).toBeUndefined();
    expect(chrome?.sidebar_action).toBeUndefined();
  });
});
