// Accounts: handles, the ids behind them, and what can't be forged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, identityKeys, isAccountOf, shownIdentities } from '../../lib/identity/accounts';
import { identityKey } from '../../lib/identity/keys';
import { identityLink } from '../../lib/identity/links';
import { type Identity, identityKeySchema, identityKinds } from '../../lib/model/identity';

const source = { from: 'user' as const, at: 1 };
const row = (key: string, accountId?: string): Identity => ({
  key,
  kind: 'x',
  value: 'ana',
  contactId: 'c-1',
  source,
  ...(accountId && { accountId }),
});

describe('the keys of somebody seen', () => {
  it.each([
    [{ kind: 'x', value: '@Ana' }, ['x:ana']],
    [{ kind: 'x', value: 'Ana', id: '123' }, ['x:#123', 'x:ana']],
    [{ kind: 'youtube', value: 'UCabC', id: 'UCabC' }, ['youtube:#UCabC']],
    [{ kind: 'youtube', value: 'c/Coffee' }, ['youtube:c/coffee']],
    [{ kind: 'youtube', value: 'https://www.youtube.com/@Coffee' }, ['youtube:coffee']],
    [{ kind: 'linkedin', value: 'ana-ruiz', id: 'ACoAAbC' }, ['linkedin:#ACoAAbC', 'linkedin:ana-ruiz']],
    [{ kind: 'wordpress', value: 'blog.example/admin' }, ['wordpress:blog.example/admin']],
    [{ kind: 'x', value: 'ana', id: 'a b' }, ['x:ana']],
    [{ kind: 'x', value: '#123' }, []],
  ] as const)('%j are %j', (seen, keys) => expect(identityKeys(seen)).toEqual(keys));

  it('of two blogs are two, though the login is one', () => {
    const keys = ['one.example/admin', 'two.example/admin'].map(
      value => identityKeys({ kind: 'wordpress', value })[0],
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('are no ids where a handle tries to look like one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityKinds), fc.string({ maxLength: 30 }), (kind, text) => {
        const key = identityKey({ kind, value: `#${text}` });
        expect(key?.startsWith(`${kind}:#`) ?? false).toBe(false);
      }),
    );
  });

  it('can be stored, whatever was seen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...identityKinds),
        fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
        fc.option(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), { nil: undefined }),
        (kind, value, id) => {
          for (const key of identityKeys({ kind, value, ...(id && { id }) }))
            expect(identityKeySchema.safeParse(key).success).toBe(true);
        },
      ),
    );
  });
});

describe('a stored handle', () => {
  it.each([
    [undefined, '1', true],
    ['1', '1', true],
    ['1', undefined, true],
    ['1', '2', false],
  ])('with id %s is the account seen with id %s: %s', (stored, id, isTheirs) => {
    expect(isAccountOf(row('x:ana', stored), [{ kind: 'x', value: 'ana', ...(id && { id }) }])).toBe(
      isTheirs,
    );
  });
});

it('an account that is known by handle and id is shown once', () => {
  const both = [row('x:#1', '1'), row('x:ana', '1')];
  expect(shownIdentities(both).map(({ key }) => key)).toEqual(['x:ana']);
  expect(shownIdentities([row('x:#1', '1'), row('x:ana', '2')])).toHaveLength(2);
});

it.each([
  ['x:#12', 'x', 'https://x.com/i/user/12'],
  ['linkedin:#ACoAAx', 'linkedin', 'https://www.linkedin.com/in/ACoAAx'],
  ['youtube:#UCx', 'youtube', 'https://www.youtube.com/channel/UCx'],
  ['youtube:c/coffee', 'youtube', 'https://www.youtube.com/c/coffee'],
  ['github:#9', 'github', undefined],
  ['wordpress:blog.example/nora', 'wordpress', 'https://blog.example/author/nora'],
] as const)('%s leads to its profile', (key, kind, link) => {
  expect(identityLink({ ...row(key), kind })).toBe(link);
  expect(accountKey({ kind, id: undefined })).toBeUndefined();
});
