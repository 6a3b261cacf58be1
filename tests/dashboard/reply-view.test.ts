// Which replies the list shows.
import { describe, expect, it } from 'vitest';
import { type ReplyView, replyList, tagsOf } from '../../components/dashboard/replies/reply-view';
import type { Reply } from '../../lib/model/reply';

const reply = (name: string, tags: string[], uses: number, body = ''): Reply => ({
  id: name,
  name,
  shortcut: name.toLowerCase(),
  tags,
  variants: [{ body }],
  order: 0,
  uses,
});
const all = [
  reply('Thanks', ['support'], 2),
  reply('Refund', ['support', 'money'], 9),
  reply('Call', [], 0, 'money'),
];
const shown = (view: Partial<ReplyView>) =>
  replyList(all, { query: '', tag: '', sorting: 'order', ...view }).map(({ name }) => name);

describe('the list of replies', () => {
  it.each<[string, Partial<ReplyView>, string[]]>([
    ['all in their order', {}, ['Thanks', 'Refund', 'Call']],
    ['those with a tag', { tag: 'support' }, ['Thanks', 'Refund']],
    ['those with a word, in their name or tags before their text', { query: 'money' }, ['Refund', 'Call']],
    ['the one with a shortcut', { query: ';ref' }, ['Refund']],
    ['the most used first', { sorting: 'used' }, ['Refund', 'Thanks', 'Call']],
    ['those that were never used', { sorting: 'unused' }, ['Call']],
    ['those with a tag and a word', { tag: 'support', query: 'thanks' }, ['Thanks']],
  ])('shows %s', (_what, view, names) => {
    expect(shown(view)).toEqual(names);
  });

  it('knows all tags, the oftenest first', () => {
    expect(tagsOf(all)).toEqual(['support', 'money']);
  });
});
