// Which texts may be followed as links.
import { describe, expect, it } from 'vitest';
import { identityLink, safeLink, webLink } from '../../lib/identity/links';
import type { Identity } from '../../lib/model/identity';

describe('a text', () => {
  it.each([
    'https://norte.example/a',
    'http://norte.example/',
    'mailto:ana@norte.example',
    'tel:+34600555014',
  ])('is a link when it is %s', text => expect(safeLink(text)).toBe(text));
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://settings',
    'norte.example',
    '',
  ])('is none when it is %j', text => expect(safeLink(text)).toBeUndefined());
  it('leads to a conversation only on the web', () => {
    expect(webLink('https://mail.norte.example/?_uid=3')).toBe('https://mail.norte.example/?_uid=3');
    expect(webLink('mailto:ana@norte.example')).toBeUndefined();
    expect(webLink(undefined)).toBeUndefined();
  });
});

describe('an identity', () => {
  const identity = (kind: Identity['kind'], key: string, value: string): Identity => ({
    kind,
    key: `${kind}:${key}`,
    value,
    contactId: 'c',
    source: { from: 'user', at: 0 },
  });
  it.each([
    [identity('email', 'ana@norte.example', 'Ana@norte.example'), 'mailto:Ana@norte.example'],
    [identity('email', 'a?bcc=x@n.example', 'a?bcc=x@n.example'), 'mailto:a%3Fbcc%3Dx@n.example'],
    [identity('phone', '+34600555014', '+34 600 555 014'), 'tel:+34600555014'],
    [identity('x', 'ana', '@Ana'), 'https://x.com/ana'],
    [identity('linkedin', 'ana-prat', 'ana-prat'), 'https://www.linkedin.com/in/ana-prat'],
    [identity('mastodon', 'norte.social/@ana', 'https://norte.social/@ana'), 'https://norte.social/@ana'],
  ])('is reached at its place: %#', (given, link) => expect(identityLink(given)).toBe(link));
});
