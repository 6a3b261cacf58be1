// The dry run and what follows from it: one command, one undo, and never anything that the dry run did not show.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../lib/db/database';
import { identityKinds } from '../../../lib/model/identity';
import { tones } from '../../../lib/model/preference';
import type { Reply } from '../../../lib/model/reply';
import type { ReplyDraft } from '../../../lib/model/reply-draft';
import type { ReplyToKeep } from '../../../lib/transfer/replies/keep';
import { writeReplies } from '../../../lib/transfer/replies/own-file';
import { planReplies } from '../../../lib/transfer/replies/plan';
import { carryOut, type Outcome, type Task } from '../../../lib/transfer/work';
import { openOffice } from '../../crm/office';
import { install, silent, uninstall } from '../installation';
import { read, readJson } from './samples';

let db: Database;
beforeEach(async () => {
  db = await install();
});
afterEach(() => uninstall(db));

const draft = (name: string, shortcut?: string, body = 'Hello'): ReplyDraft => ({
  name,
  ...(shortcut && { shortcut }),
  tags: [],
  variants: [{ body }],
});
const here = (id: string, content: ReplyDraft, more: Partial<Reply> = {}): Reply => ({
  ...content,
  id,
  order: 0,
  uses: 0,
  ...more,
});
const rowsOf = (...drafts: ReplyDraft[]) =>
  drafts.map((each, at) => ({ place: at + 1, draft: each, remarks: [] }));

/** Carries a task out; throws where it was refused. */
async function done<
  Name extends Outcome extends infer All ? (All extends { done: infer D } ? D : never) : never,
>(task: Task & { do: Name }): Promise<Extract<Outcome, { done: Name }>> {
  const outcome = await carryOut(task, silent);
  if ('failed' in outcome) throw new Error(outcome.failed);
  return outcome as Extract<Outcome, { done: Name }>;
}
const keep = (rows: ReplyToKeep[], id = 'import') => done({ do: 'keep-replies', id, rows });
const stored = async () => (await db.replies.toArray()).sort((a, b) => a.order - b.order);

describe('the dry run', () => {
  it('says of each text whether it is new, here already, or another of the same shortcut or name', () => {
    const { rows } = planReplies(
      rowsOf(
        draft('A', 'a'),
        draft('B', 'b'),
        draft('C', 'x', 'Other'),
        draft('d', undefined, 'Other'),
        draft('E'),
      ),
      [here('1', draft('A', 'a')), here('2', draft('Cc', 'X')), here('3', draft('D', 'dd'))],
    );
    expect(rows.map(row => [row.fate, 'twin' in row && row.twin.id, row.draft.shortcut])).toEqual([
      ['same', '1', 'a'],
      ['new', false, 'b'],
      ['differs', '2', 'x-2'],
      ['differs', '3', undefined],
      ['new', false, undefined],
    ]);
  });

  it('gives the second of two equal shortcuts in a file another one, and says so', () => {
    const { rows } = planReplies(rowsOf(draft('A', 'a'), draft('B', 'A')), []);
    expect(rows.map(row => [row.draft.shortcut, row.remarks])).toEqual([
      ['a', []],
      ['A-2', [';A is taken: it is ;A-2 here.']],
    ]);
  });

  it('lets one reply be the twin of one text only', () => {
    const { rows } = planReplies(rowsOf(draft('A', undefined, 'x'), draft('A', undefined, 'y')), [
      here('1', draft('A')),
    ]);
    expect(rows.map(row => row.fate)).toEqual(['differs', 'new']);
  });

  it('changes nothing', async () => {
    const file = new File([writeReplies([here('1', draft('A'))], 1)], 'replies.json');
    const plan = await done({ do: 'plan-replies', file });
    expect(plan).toMatchObject({ from: 'Regulars', rows: [{ fate: 'new' }], refused: [], notes: [] });
    expect(await stored()).toEqual([]);
    expect(await db.journal.count()).toBe(0);
  });
});

describe('keeping what was chosen', () => {
  it('adds behind what is here and replaces in its place, keeping how often it was used', async () => {
    await db.replies.bulkAdd([here('1', draft('A', 'a'), { order: 4, uses: 7, lastUsedAt: 9 })]);
    const kept = await keep([{ draft: draft('A', 'a', 'Newer'), into: '1' }, { draft: draft('B') }]);
    expect(kept).toMatchObject({ added: 1, replaced: 1, commandId: 'import' });
    expect(await stored()).toMatchObject([
      { id: '1', order: 4, uses: 7, lastUsedAt: 9, variants: [{ body: 'Newer' }] },
      { name: 'B', order: 5, uses: 0 },
    ]);
  });

  it('is one command with one undo, and one that is repeated changes nothing', async () => {
    const before = here('1', draft('A', 'a'));
    await db.replies.add(before);
    const rows = [
      { draft: draft('A', 'a', 'Newer'), into: '1' },
      { draft: draft('B') },
      { draft: draft('C') },
    ];
    await keep(rows);
    await keep(rows);
    expect(await stored()).toHaveLength(3);
    expect((await db.journal.toArray()).map(({ id, name, changes }) => [id, name, changes.length])).toEqual([
      ['import', 'replies.import', 3],
    ]);
    await (await openOffice(db)).get('journal.undo', { id: 'import' });
    expect(await stored()).toEqual([before]);
  });

  it.each<[string, ReplyToKeep[], string]>([
    ['a shortcut that is another’s', [{ draft: draft('B', 'a') }], ';a would be both “A” and “B”.'],
    [
      'two equal shortcuts',
      [{ draft: draft('B', 'b') }, { draft: draft('C', 'b') }],
      ';b would be both “C” and “B”.',
    ],
    ['one that is gone', [{ draft: draft('B'), into: 'gone' }], 'What “B” should replace is no longer here.'],
    [
      'one replaced twice',
      [1, 2].map(n => ({ draft: draft(`${n}`), into: '1' })),
      'Two texts would replace the same reply.',
    ],
    [
      'a text that can’t be read',
      [{ draft: draft('B', 'b', '{% for %}') }],
      '“B”: Line 1: Replies know no loops.',
    ],
    ['too many', Array.from({ length: 501 }, (_, n) => ({ draft: draft(`${n}`) })), 'At most 500 replies'],
    [
      'too long together',
      Array.from({ length: 101 }, (_, n) => ({ draft: draft(`${n}`, undefined, 'x'.repeat(20_000)) })),
      'These replies are too long to be imported at once.',
    ],
  ])('is refused as a whole for %s', async (_what, rows, words) => {
    await db.replies.add(here('1', draft('A', 'a')));
    await expect(keep([{ draft: draft('Fine') }, ...rows])).rejects.toThrow(words);
    expect(await stored()).toHaveLength(1);
    expect(await db.journal.count()).toBe(0);
  });

  it('keeps nothing of what a row says besides', async () => {
    const evil = JSON.parse(
      '{"name":"A","tags":[],"variants":[{"body":"x"}],"__proto__":{"x":1}}',
    ) as ReplyDraft;
    await keep([{ draft: evil }]).catch(() => undefined);
    for (const reply of await stored()) expect(Object.keys(reply)).not.toContain('__proto__');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('a file of replies', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const trimmed = text.map(each => each.trim()).filter(each => each !== '');
  const body = fc.oneof(
    text.map(each => each.replaceAll('{', '(')),
    fc.constant('Hi {{ contact.call_name }},\n\n{% if open_issue %}{{ open_issue }}{% endif %} \n'),
  );
  const variant = fc.record(
    {
      language: fc.constantFrom('es', 'pt-BR', 'de'),
      channel: fc.constantFrom(...identityKinds),
      tone: fc.constantFrom(...tones),
      body,
    },
    { requiredKeys: ['body'] },
  );
  const content = fc.record(
    {
      name: trimmed,
      shortcut: fc.stringMatching(/^[a-zé_\d-]{1,30}$/),
      tags: fc.array(trimmed, { maxLength: 5 }),
      variants: fc.array(variant, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['name', 'tags', 'variants'] },
  );

  it('brings back to the letter what was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 8 }), async contents => {
        const file = writeReplies(
          contents.map((each, at) => here(`${at}`, each, { order: at, uses: at })),
          1,
        );
        const { replies } = await read(file);
        expect(replies.map(row => ('draft' in row ? row.draft : row.refused))).toEqual(contents);
      }),
      { numRuns: 150 },
    );
  });

  it('is all the same where it came from, and all new elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(content, { minLength: 1, maxLength: 8, selector: each => JSON.stringify(each) }),
        async contents => {
          const all = contents.map((each, at) => here(`${at}`, each, { order: at }));
          const { replies } = await read(writeReplies(all, 1));
          expect(new Set(planReplies(replies, all).rows.map(({ fate }) => fate))).toEqual(new Set(['same']));
          expect(new Set(planReplies(replies, []).rows.map(({ fate }) => fate))).toEqual(new Set(['new']));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('holds the chosen ones in the order given, or all', async () => {
    await db.replies.bulkAdd(['a', 'b', 'c'].map((id, order) => here(id, draft(id), { order })));
    const some = await done({ do: 'export-replies', ids: ['c', 'gone', 'a'] });
    expect(some.count).toBe(2);
    expect(JSON.parse(some.text).replies.map(({ name }: ReplyDraft) => name)).toEqual(['c', 'a']);
    expect((await done({ do: 'export-replies' })).count).toBe(3);
  });

  it('may be a whole export; bad rows are named and the others stay', async () => {
    const rows = [here('1', draft('A')), { ...draft('B'), variants: [] }, draft('C', undefined, '{{ x'), 7];
    const { replies } = await readJson({ format: 'regulars', version: 1, contacts: [], replies: rows });
    expect(replies).toMatchObject(
      [
        { draft: { name: 'A' } },
        { name: 'B', refused: /variants/ },
        { name: 'C', refused: 'Line 1: “{{ x” is not closed: “}}” is missing.' },
        { name: '', refused: /expected object/i },
      ].map(row =>
        'refused' in row && row.refused instanceof RegExp
          ? { ...row, refused: expect.stringMatching(row.refused) }
          : row,
      ),
    );
  });
});
