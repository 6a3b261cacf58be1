// Address fields: names, groups and comments are read; what could mean somebody else has no address.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../lib/identity/email';
import { readMailboxes } from '../../../lib/transfer/mail/mailboxes';

const read = (text: string) => readMailboxes(text, 256);
const one = (text: string) => {
  const { mailboxes, refused } = read(text);
  expect([mailboxes.length, refused]).toEqual([1, []]);
  return mailboxes[0];
};

describe('an address field', () => {
  it.each([
    ['ana@sur.example', { address: 'ana@sur.example' }],
    ['Ana Prado <Ana.Prado@Sur.Example>', { address: 'Ana.Prado@Sur.Example', name: 'Ana Prado' }],
    ['"Prado, Ana" <ana@sur.example>', { address: 'ana@sur.example', name: 'Prado, Ana' }],
    [
      '"Ana \\"la jefa\\" Prado" <ana@sur.example>',
      { address: 'ana@sur.example', name: 'Ana "la jefa" Prado' },
    ],
    ['ana@sur.example (Ana Prado)', { address: 'ana@sur.example', name: 'Ana Prado' }],
    ['Ana (Sales (South)) <ana@sur.example> (private)', { address: 'ana@sur.example', name: 'Ana' }],
    ['ana(her account)@sur.example(her host)', { address: 'ana@sur.example', name: 'her account' }],
    ['=?UTF-8?Q?Prado,_Ana?= <ana@sur.example>', { address: 'ana@sur.example', name: 'Prado, Ana' }],
    ['"=?ISO-8859-1?Q?Jos=E9?=" <jose@sur.example>', { address: 'jose@sur.example', name: 'José' }],
    ['José <josé@bücher.example>', { address: 'josé@bücher.example', name: 'José' }],
    ['"ana@sur.example" <ana@sur.example>', { address: 'ana@sur.example' }],
    ['"\u202Eana\u202C" <ana@sur.example>', { address: 'ana@sur.example', name: 'ana' }],
  ])('reads %s', (text, mailbox) => expect(one(text)).toEqual(mailbox));

  it('reads lists, empty entries and groups', () => {
    const list =
      ', ana@sur.example,, Team: Eva <eva@sur.example>, "x:y;z" <xyz@sur.example>;, zoe@sur.example; leo@sur.example';
    expect(read(list).mailboxes.map(({ address }) => address)).toEqual([
      'ana@sur.example',
      'eva@sur.example',
      'xyz@sur.example',
      'zoe@sur.example',
      'leo@sur.example',
    ]);
    expect(read('undisclosed-recipients:;')).toEqual({ mailboxes: [], refused: [] });
    expect(read('Nobody (really) : (no one) ;')).toEqual({ mailboxes: [], refused: [] });
  });

  it.each([
    '"a@gmail.com x"@internal.domain',
    '<"a@gmail.com x"@internal.domain>',
    'Ana <ana@sur.example> <eve@evil.example>',
    'Ana <ana@sur.example> eve@evil.example',
    'Ana <ana@sur.example',
    'Ana ana@sur.example',
    'ana@sur.example eve@evil.example',
    'ana@sur.example(x)evil.example',
    '<@relay.example:ana@sur.example>',
    '<ana@sur.example, eve@evil.example>',
    '"Ana <ana@sur.example>',
    'Ana (unclosed <ana@sur.example>',
    '=?UTF-8?Q?ana=40sur.example?=',
    '<=?UTF-8?Q?ana?=@sur.example\0>',
    'ana@localhost',
    'Ana >ana@sur.example<',
    '<>',
  ])('has nobody in %s', text => {
    const { mailboxes, refused } = read(text);
    expect(mailboxes).toEqual([]);
    expect(refused).toHaveLength(1);
  });

  it('takes no address out of an encoded word', () => {
    const word = `=?UTF-8?B?${btoa('Eve <eve@evil.example>,')}?=`;
    expect(one(`${word} <ana@sur.example>`)).toEqual({
      address: 'ana@sur.example',
      name: 'Eve <eve@evil.example>,',
    });
  });

  it('ends at its limit', () => {
    expect(readMailboxes('a@b.example,'.repeat(1000), 10).mailboxes).toHaveLength(10);
  });

  it('gives only addresses that are exactly one, and each that was written', () => {
    const name = fc.string({ maxLength: 20 }).map(text => `"${text.replace(/["\\]/g, '\\$&')}" `);
    const entry = fc
      .tuple(name, fc.emailAddress())
      .filter(([, address]) => parseAddress(address) !== undefined);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), entries => {
        const { mailboxes, refused } = read(
          entries.map(([shown, address]) => `${shown}<${address}>`).join(', '),
        );
        expect(mailboxes.map(({ address }) => address)).toEqual(entries.map(([, address]) => address));
        expect(refused).toEqual([]);
      }),
    );
    const odd = fc.array(fc.constantFrom(...'"()<>,;:@\\ .', 'ana', '@b.example', '=?utf-8?Q?'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(odd, pieces => {
        for (const { address } of read(pieces.join('')).mailboxes)
          expect(parseAddress(address)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});

const corpus = join(process.env.REGULARS_CORPUS ?? '', 'addresses/tests.json');
describe.skipIf(!process.env.REGULARS_CORPUS || !existsSync(corpus))('the addresses of the corpus', () => {
  const pairs: [string, string][] = existsSync(corpus) ? JSON.parse(readFileSync(corpus, 'utf8')) : [];

  it('that are invalid are nobody', () => {
    // Line ends are gone before a field is read, and RFC 6532 lets any letter stand in a comment.
    const wrong = pairs.filter(
      ([text, diagnosis]) =>
        diagnosis.startsWith('err') && text.trim() !== '' && !/[\r\n\u0080-\u00ff]/.test(text),
    );
    expect(wrong.length).toBeGreaterThan(40);
    expect(wrong.filter(([text]) => read(`<${text}>`).mailboxes.length > 0)).toEqual([]);
  });

  it('that are valid and have a domain are somebody', () => {
    const right = pairs.filter(([text, diagnosis]) => diagnosis === 'valid' && /@[^@]+\./.test(text));
    expect(right.length).toBeGreaterThan(8);
    for (const [text] of right) expect(one(`Ana <${text}>`)?.address).toBe(text);
  });
});
