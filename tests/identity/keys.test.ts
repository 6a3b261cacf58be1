// Keys: one for all spellings of an identity, none that passes for another's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, identityKeys } from '../../lib/identity/accounts';
import { identityKey } from '../../lib/identity/keys';
import { identityLink } from '../../lib/identity/links';
import { type Identity, identityKeySchema, identityKinds } from '../../lib/model/identity';

const kinds = fc.constantFrom(...identityKinds);
/** What handles and addresses of profiles are made of, and what is made to look like it. */
const piece = fc.constantFrom(
  ...[
    '#',
    '＃',
    '﹟',
    '@',
    '＠',
    '/',
    '／',
    '?',
    '%23',
    '%2523',
    '%2F',
    '%40',
    '%',
    '.',
    'UC',
    'c/',
    'channel/',
  ],
  ...['https://', 'www.', 'a', 'Ana', 'İ', 'ﬁ', 'ﷺ', 'é', 'ガ', '\u200b', ' ', '12'],
);
const text = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join('')),
  fc.string({ minLength: 1, maxLength: 320, unit: 'binary' }),
);

describe('the key of a handle', () => {
  it.each([
    ['linkedin', 'Jos%C3%A9-Garc%C3%ADa', 'linkedin:josé-garcía'],
    ['linkedin', 'https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa/', 'linkedin:josé-garcía'],
    ['linkedin', 'josé-garcía', 'linkedin:josé-garcía'],
    ['youtube', 'https://www.youtube.com/@%E3%82%AB%E3%83%95%E3%82%A7', 'youtube:カフェ'],
    ['youtube', '@ｶﾌｪ', 'youtube:カフェ'],
    ['x', '@@ana', 'x:ana'],
    ['x', '＠ana', 'x:ana'],
  ] as const)('%s %s is %s', (kind, value, key) => expect(identityKey({ kind, value })).toBe(key));

  it.each([
    ['x', '＃123'],
    ['x', '@＃123'],
    ['github', '﹟9'],
    ['youtube', '%23UCabc'],
    ['linkedin', '%EF%BC%83ACoAAb'],
    ['linkedin', 'ana%2F..'],
    ['linkedin', 'ana%2541'],
    ['linkedin', 'ana%20ruiz'],
    ['x', 'ﷺ'.repeat(200)],
  ] as const)('%s %s is none', (kind, value) => expect(identityKey({ kind, value })).toBeUndefined());

  it('is never that of an account’s id', () => {
    fc.assert(
      fc.property(kinds, text, (kind, value) => {
        expect(identityKey({ kind, value })?.startsWith(`${kind}:#`) ?? false).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(kinds, text, (kind, value) => {
        const key = identityKey({ kind, value });
        if (key) expect(identityKey({ kind, value: key.slice(kind.length + 1) })).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('can be stored', () => {
    fc.assert(
      fc.property(kinds, text, text, (kind, value, id) => {
        for (const key of identityKeys({ kind, value, id: id.slice(0, 120) }))
          expect(identityKeySchema.safeParse(key).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('leads to the profile with its letters written once', () => {
    const stored: Identity = {
      key: identityKey({ kind: 'linkedin', value: 'jos%C3%A9' }) ?? '',
      kind: 'linkedin',
      value: 'jos%C3%A9',
      contactId: 'c-1',
      source: { from: 'page', at: 1 },
    };
    expect(identityLink(stored)).toBe('https://www.linkedin.com/in/jos%C3%A9');
  });
});

describe('the key of an account', () => {
  it('keeps the case of the id', () => {
    expect(accountKey({ kind: 'youtube', id: 'UCaB' })).not.toBe(accountKey({ kind: 'youtube', id: 'UCab' }));
  });
  it.each(['email', 'phone'] as const)('of %s is none: they are no accounts of a site', kind => {
    expect(accountKey({ kind, id: '1' })).toBeUndefined();
  });
});

describe('a Gravatar', () => {
  it.each([
    ['a'.repeat(32), `gravatar:${'a'.repeat(32)}`],
    [`https://secure.gravatar.com/avatar/${'B'.repeat(64)}?s=48&d=mm`, `gravatar:${'b'.repeat(64)}`],
  ])('is known by its hash: %s', (value, key) => expect(identityKey({ kind: 'gravatar', value })).toBe(key));

  it.each([
    'https://secure.gravatar.com/avatar/?d=mm',
    'mystery-person.png',
    'a'.repeat(31),
    '0'.repeat(32),
    'd41d8cd98f00b204e9800998ecf8427e',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ])('that many people have is nobody’s: %s', value =>
    expect(identityKey({ kind: 'gravatar', value })).toBeUndefined(),
  );
});
