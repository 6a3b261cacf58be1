// Whose account a link leads to.
import { describe, expect, it } from 'vitest';
import { profileIdentity } from '../../lib/identity/profile-link';

describe('a link', () => {
  it.each([
    ['https://x.com/ana', { kind: 'x', value: 'ana' }],
    ['mobile.twitter.com/Ana?s=20', { kind: 'x', value: 'Ana' }],
    ['http://de.linkedin.com/in/ana-prat/', { kind: 'linkedin', value: 'ana-prat' }],
    ['https://www.linkedin.com/in/ana-prat/details/skills/', { kind: 'linkedin', value: 'ana-prat' }],
    ['github.com/ana-prat', { kind: 'github', value: 'ana-prat' }],
    ['https://www.youtube.com/@ana/videos', { kind: 'youtube', value: '@ana' }],
    ['https://youtube.com/c/ana', { kind: 'youtube', value: 'c/ana' }],
    ['https://youtube.com/channel/UC123', { kind: 'youtube', value: 'UC123', id: 'UC123' }],
    ['https://old.reddit.com/user/ana/comments', { kind: 'reddit', value: 'ana' }],
    ['https://www.reddit.com/u/ana', { kind: 'reddit', value: 'ana' }],
    ['https://bsky.app/profile/ana.norte.example', { kind: 'bluesky', value: 'ana.norte.example' }],
    ['https://www.instagram.com/ana/', { kind: 'instagram', value: 'ana' }],
    ['https://norte.social/@ana', { kind: 'mastodon', value: 'https://norte.social/@ana' }],
    ['@ana@norte.social', { kind: 'mastodon', value: 'https://norte.social/@ana' }],
    [' www.linkedin.com/in/ana ', { kind: 'linkedin', value: 'ana' }],
    ['http://mobile.twitter.com/ana?s=21', { kind: 'x', value: 'ana' }],
    ['https://x.com/i/user/12', { kind: 'x', value: '12', id: '12' }],
    ['https://de.linkedin.com/in/ana-pr%C3%A4t-1/', { kind: 'linkedin', value: 'ana-prät-1' }],
    ['https://m.youtube.com/c/Ana', { kind: 'youtube', value: 'c/Ana' }],
  ])('leads to somebody: %s', (text, seen) => expect(profileIdentity(text)).toEqual(seen));

  it.each([
    'https://norte.example',
    'https://x.com/home',
    'https://x.com/ana/status/1',
    'https://x.com',
    'https://www.linkedin.com/company/norte',
    'https://www.linkedin.com/in/',
    'https://github.com/ana/repository',
    'https://www.reddit.com/r/coffee',
    'https://www.instagram.com/p/',
    'https://www.tiktok.com/@ana',
    'https://medium.com/@ana',
    'https://norte.social/@ana/1',
    'https://x.com.evil.example/ana',
    'https://evil.example/https://x.com/ana',
    'https://__proto__/ana',
    'constructor/ana',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://x.com/search?q=ana',
    'https://x.com/i/lists/1',
    'https://x.com@evil.example/ana',
    'https://www.youtube.com/watch?v=1',
    'https://x.com/ana prat',
    'ana@norte.example',
    'Ana Prat',
    '@ana',
    '',
    `https://x.com/${'a'.repeat(3000)}`,
  ])('leads to nobody: %s', text => expect(profileIdentity(text)).toBeUndefined());
});
