// Keeping prepared replies, and those that come with Regulars.
import { describe, expect, it } from 'vitest';
import { reply } from './inputs';
import { type Office, openOffice } from './office';

describe('keeping a reply', () => {
  it('leaves its place and its use as they are, whatever an older copy says', async () => {
    const office = await openOffice();
    await office.db.replies.put({ ...reply('thanks'), order: 1, uses: 7 });
    await office.get('replies.save', { reply: { ...reply('thanks', 'Thanks!'), order: 0, uses: 99 } });
    expect(await office.db.replies.get('thanks')).toMatchObject({
      order: 1,
      uses: 7,
      variants: [{ body: 'Thanks!' }],
    });
  });

  it('is refused for a language that is none', async () => {
    const office = await openOffice();
    const bad = { ...reply('bad'), variants: [{ body: 'Hi', language: 'not a language' }] };
    expect(await office.ask('replies.save', { reply: bad })).toMatchObject({ code: 'invalid' });
  });
});

describe('the first run', () => {
  it('brings replies with ids of their own on every computer, and brings them once', async () => {
    const other = await openOffice();
    const ids = async (of: Office) => (await of.db.replies.toArray()).map(({ id }) => id);
    const fresh = await openOffice();
    for (const each of [other, fresh, fresh]) await each.get('settings.save', { welcomed: true });
    expect(await ids(fresh)).toHaveLength((await ids(other)).length);
    expect((await ids(fresh)).length).toBeGreaterThan(3);
    expect(await ids(fresh)).not.toEqual(expect.arrayContaining([(await ids(other))[0]]));
    for (const id of await ids(fresh)) await fresh.done('replies.delete', { id });
    await fresh.get('settings.save', { welcomed: true });
    expect(await ids(fresh)).toEqual([]);
  });
});
