// Whose profile an address of the web is.
import { describe, expect, it } from 'vitest';
import { profileAt } from '../../lib/identity/profile-address';

describe('the address of a profile', () => {
  it.each([
    ['https://x.com/ana', { kind: 'x', value: 'ana' }],
    ['x.com/ana', { kind: 'x', value: 'ana' }],
    [' www.linkedin.com/in/ana ', { kind: 'linkedin', value: 'ana' }],
    ['http://mobile.twitter.com/ana?s=21', { kind: 'x', value: 'ana' }],
    ['https://x.com/i/user/12', { kind: 'x', value: '12', id: '12' }],
    ['https://de.linkedin.com/in/ana-pr%C3%A4t-1/', { kind: 'linkedin', value: 'ana-prät-1' }],
    ['https://github.com/ana', { kind: 'github', value: 'ana' }],
    ['https://www.youtube.com/@Ana/videos', { kind: 'youtube', value: 'Ana' }],
    ['https://m.youtube.com/c/Ana', { kind: 'youtube', value: 'c/Ana' }],
    ['https://www.youtube.com/channel/UCa_b-1', { kind: 'youtube', value: 'UCa_b-1', id: 'UCa_b-1' }],
    ['https://old.reddit.com/u/ana_1/', { kind: 'reddit', value: 'ana_1' }],
    ['https://bsky.app/profile/ana.bsky.social', { kind: 'bluesky', value: 'ana.bsky.social' }],
    ['https://instagram.com/ana.prat/', { kind: 'instagram', value: 'ana.prat' }],
  ])('is that of %s', (address, seen) => expect(profileAt(address)).toEqual(seen));

  it.each([
    'https://x.com/',
    'https://x.com/ana/status/1',
    'https://x.com/search?q=ana',
    'https://x.com/i/lists/1',
    'https://x.com.evil.example/ana',
    'https://evil.example/x.com/ana',
    'https://x.com@evil.example/ana',
    'https://www.linkedin.com/company/norte',
    'https://github.com/norte/coffee',
    'https://github.com/features',
    'https://www.youtube.com/watch?v=1',
    'https://www.reddit.com/r/coffee',
    'https://www.instagram.com/p/abc',
    'javascript:alert("https://x.com/ana")',
    'https://x.com/ana prat',
    'ana@x.com',
    'Ana',
    '',
    `https://x.com/${'a'.repeat(5000)}`,
  ])('is nobody’s: %s', address => expect(profileAt(address)).toBeUndefined());
});
