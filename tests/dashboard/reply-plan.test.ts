// What is kept of a file follows from what was decided about each of its texts.
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  choicesFor,
  type Plan,
  rowsToKeep,
} from '../../components/dashboard/replies/reply-plan';
import type { Reply } from '../../lib/model/reply';
import type { ReplyDraft } from '../../lib/model/reply-draft';
import { planReplies } from '../../lib/transfer/replies/plan';

const draft = (name: string, shortcut?: string, body = 'Hello'): ReplyDraft => ({
  name,
  ...(shortcut && { shortcut }),
  tags: [],
  variants: [{ body }],
});
const here: Reply[] = [
  { ...draft('A', 'a', 'Old'), id: '1', order: 0, uses: 0 },
  { ...draft('B', 'b', 'Old'), id: '2', order: 1, uses: 0 },
  { ...draft('C', 'c'), id: '3', order: 2, uses: 0 },
];

function planOf(...drafts: ReplyDraft[]): Plan {
  const read = drafts.map((each, at) => ({ place: at + 1, draft: each, remarks: [] }));
  return { from: 'a table', notes: [], ...planReplies(read, here) };
}
const kept = (plan: Plan, ...choices: [number, Choice][]) =>
  rowsToKeep(plan, new Map([...choicesFor(plan), ...choices])).map(({ draft: { name, shortcut }, into }) => [
    name,
    shortcut,
    into,
  ]);

describe('at first', () => {
  it('what is new comes in, and what is here stays', () => {
    expect(kept(planOf(draft('Newer A', 'a'), draft('D', 'd'), draft('C', 'c')))).toEqual([
      ['D', 'd', undefined],
    ]);
  });
});

describe('as was decided', () => {
  it('a text takes the place of the one with its shortcut, which it keeps', () => {
    expect(kept(planOf(draft('Newer A', 'a')), [1, 'replace'])).toEqual([['Newer A', 'a', '1']]);
  });

  it('a text without a shortcut leaves the other its own', () => {
    expect(kept(planOf(draft('B')), [1, 'replace'])).toEqual([['B', 'b', '2']]);
  });

  it('a text with the name of one and the shortcut of nobody brings its shortcut along', () => {
    expect(kept(planOf(draft('B', 'bb')), [1, 'replace'])).toEqual([['B', 'bb', '2']]);
  });

  it('both are kept under different shortcuts', () => {
    expect(kept(planOf(draft('Newer A', 'a')), [1, 'both'])).toEqual([['Newer A', 'a-2', undefined]]);
  });

  it('what is new can be left out, and what is the same is never kept twice', () => {
    expect(kept(planOf(draft('D'), draft('C', 'c')), [1, 'skip'], [2, 'both'])).toEqual([]);
  });
});
