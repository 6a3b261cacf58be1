// What two extensions for Reddit keep about accounts, as drafts of people.
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personDraftSchema, type ReadPerson } from '../../../lib/model/person-draft';
import { readResTags } from '../../../lib/transfer/reddit/res-tags';
import { readUsernotes } from '../../../lib/transfer/reddit/usernotes';

const res = (value: unknown) => readResTags(JSON.stringify(value));
const pack = (value: unknown) => deflateSync(JSON.stringify(value)).toString('base64');
const constants = { users: ['mod_anna', null, 'mod_rui'], warnings: [null, 'spamwarn', 'none', 'own kind'] };
const page = (users: unknown) => JSON.stringify({ ver: 6, constants, blob: pack(users) });
const refusals = (people: ReadPerson[]) => people.flatMap(each => ('refused' in each ? each.refused : []));
const draftsOf = (people: ReadPerson[]) => people.flatMap(each => ('draft' in each ? each.draft : []));

describe('tags of Reddit Enhancement Suite', () => {
  it('are read from a backup: tag, address, votes and colour', () => {
    const data = {
      'RESoptions.userTagger': {},
      'tag.marta_bakes': {
        text: 'knows grinders',
        color: 'aqua',
        link: '/r/coffee/comments/abc/_/def',
        votesUp: 5,
        votesDown: 1,
      },
      'tag.troll-17': { text: 'ignore', color: 'none', link: 'javascript:alert(1)' },
    };
    expect(res({ SCHEMA_VERSION: 2, data })).toEqual([
      {
        draft: {
          place: 1,
          name: 'marta_bakes',
          identities: [{ kind: 'reddit', value: 'marta_bakes' }],
          tags: ['knows grinders'],
          notes: [],
          fields: [
            { name: 'Reddit link', value: 'https://www.reddit.com/r/coffee/comments/abc/_/def' },
            { name: 'Reddit votes', value: '+5 −1' },
            { name: 'Tag colour', value: 'aqua' },
          ],
        },
        remarks: [],
      },
      {
        draft: {
          place: 2,
          name: 'troll-17',
          identities: [{ kind: 'reddit', value: 'troll-17' }],
          tags: ['ignore'],
          notes: [],
          fields: [],
        },
        remarks: [],
      },
    ]);
  });

  it('are read in the older form, in which all are one text', () => {
    const old = {
      'RESmodules.userTagger.tags': JSON.stringify({ jonas: { tag: 'fair', ignore: true, votes: -3 } }),
    };
    expect(draftsOf(res(old))).toMatchObject([
      { name: 'jonas', tags: ['fair', 'ignore'], fields: [{ name: 'Reddit votes', value: '−3' }] },
    ]);
  });

  it('that are too long for a tag are notes, and say so', () => {
    const text = 'always asks about the second sail of the small boat';
    expect(res({ 'tag.lena': { text } })).toMatchObject([
      {
        draft: { tags: [], notes: [{ text }] },
        remarks: ['The tag is longer than 40 characters: it is a note.'],
      },
    ]);
  });

  it('that say nothing, and names that are none, are refused with the reason', () => {
    expect(refusals(res({ 'tag.a b': { text: 'x' }, 'tag.c': {}, 'tag.d': 7 }))).toEqual([
      '“a b” is no name of an account on Reddit.',
      '“c” has neither a tag nor votes.',
      'What is said of “d” can’t be read.',
    ]);
  });

  it.each(['{}', '[]', '7', '{"tag": 1}', 'x', '{"tags": "{"}'])('are not found in %s', text => {
    expect(() => readResTags(text)).toThrow(/\.$/);
  });
});

describe('usernotes of Moderator Toolbox', () => {
  const users = {
    Marta_Bakes: {
      ns: [
        { n: 'posted the same link twice', t: 1_700_000_000, m: 0, w: 1, l: 'l,abc,def' },
        { n: 'explained herself', t: 1_700_100_000, m: 2, w: 2, l: 'm,xyz' },
      ],
    },
  };

  it('are read out of the packed page, the newest first, with kind, moderator and address', async () => {
    expect(await readUsernotes(page(users), 'coffee')).toEqual([
      {
        draft: {
          place: 1,
          name: 'Marta_Bakes',
          identities: [{ kind: 'reddit', value: 'Marta_Bakes' }],
          tags: [],
          notes: [
            {
              text: 'explained herself (r/coffee, by mod_rui, https://www.reddit.com/message/messages/xyz)',
              at: 1_700_100_000_000,
            },
            {
              text: 'Spam warning: posted the same link twice (r/coffee, by mod_anna, https://www.reddit.com/comments/abc/_/def)',
              at: 1_700_000_000_000,
            },
          ],
          fields: [],
        },
        remarks: [],
      },
    ]);
  });

  it('are read as Reddit gives the page, and in the two versions before', async () => {
    const wiki = { kind: 'wikipage', data: { content_md: page(users), may_revise: true } };
    const [now] = draftsOf(await readUsernotes(page(users)));
    expect(draftsOf(await readUsernotes(JSON.stringify(wiki)))).toEqual([now]);
    expect(draftsOf(await readUsernotes(JSON.stringify({ ver: 5, constants, users })))).toEqual([now]);
    const inMilliseconds = { ns: users.Marta_Bakes.ns.map(note => ({ ...note, t: note.t * 1000 })) };
    const four = { ver: 4, constants, users: { Marta_Bakes: inMilliseconds } };
    expect(draftsOf(await readUsernotes(JSON.stringify(four)))).toEqual([now]);
  });

  it('lose nothing silently: bad notes are counted, long and many ones are said to be cut', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ n: `note ${at}`, t: 1_700_000_000 + at }));
    const people = await readUsernotes(
      page({
        a: { ns: [{ n: 'x' }, 7, { n: '' }] },
        b: { ns: many },
        c: { ns: [{ n: 'y'.repeat(5000) }] },
        d: {},
      }),
    );
    expect(people.map(each => ('remarks' in each ? each.remarks : each.refused))).toEqual([
      ['2 of 3 notes can’t be read.'],
      ['Of 60 notes the newest 50 are taken.'],
      ['A note was cut to 4,000 characters.'],
      'The notes on “d” can’t be read.',
    ]);
    expect(draftsOf(people)[1]?.notes.at(-1)?.text).toBe('note 10');
  });

  it('that unpack to far more than they are end at once', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024)).toString('base64');
    const start = performance.now();
    await expect(readUsernotes(JSON.stringify({ ver: 6, constants, blob: bomb }))).rejects.toThrow(
      'What is packed in this file becomes too large.',
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['a version nobody knows', { ver: 7, constants, blob: '' }, 'Usernotes of version 7 can’t be read.'],
    [
      'what is not packed',
      { ver: 6, constants, blob: 'AAAA' },
      'What is packed in this file can’t be unpacked.',
    ],
    ['what is cut off', { ver: 6, constants, blob: pack(users).slice(0, 40) }, 'can’t be unpacked.'],
    ['no base64', { ver: 6, constants, blob: '%%%' }, 'can’t be unpacked.'],
    ['a list', { ver: 6, constants, blob: pack([]) }, 'The notes of this page can’t be read.'],
    ['something else', { a: 1 }, 'This is no page with usernotes.'],
  ])('with %s are refused in words', async (_what, value, words) => {
    await expect(readUsernotes(JSON.stringify(value))).rejects.toThrow(words);
  });
});

describe('whatever the file says', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, true, [], {}, 'l,a', 'ignore', '__proto__'),
  );
  const record = fc.dictionary(
    fc.constantFrom(
      'text',
      'tag',
      'color',
      'link',
      'ignore',
      'votesUp',
      'votesDown',
      'votes',
      'n',
      't',
      'm',
      'w',
      'l',
    ),
    value,
  );
  const name = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('anna', '__proto__', 'constructor'));

  it('a draft is one, or there is a reason', async () => {
    await fc.assert(
      fc.asyncProperty(name, record, async (account, said) => {
        const people = [
          ...res({ 'tag.anna': { text: 'x' }, [`tag.${account}`]: said }),
          ...(await readUsernotes(page({ [account]: { ns: [said] } }))),
        ];
        for (const each of people) {
          if ('refused' in each) expect(each.refused).toMatch(/\.$/);
          else expect(personDraftSchema.safeParse(each.draft).error).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
