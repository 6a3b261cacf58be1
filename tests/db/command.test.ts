// A command is carried out once or not at all, and says in the journal what it changed.
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../lib/db/command';
import type { Database } from '../../lib/db/database';
import { dump, freshDatabase } from './memory';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const info = (id: string) => ({ id, name: 'fields.save', at: 1 });
const field = (id: string, name = 'Boat') => ({
  id,
  slug: 'boat',
  name,
  kind: 'text',
  choices: [],
  order: 1,
});

describe('a command', () => {
  it('that is repeated with its id changes nothing and gives the first answer', async () => {
    const first = await runCommand(db, info('a'), async changes => {
      await changes.put('fields', field('f1'));
      return { id: 'f1' };
    });
    const before = await dump(db);
    const second = await runCommand(db, info('a'), async changes => {
      await changes.put('fields', field('f2'));
      return { id: 'f2' };
    });
    expect(first).toEqual({ result: { id: 'f1' }, tables: ['fields'], repeated: false });
    expect(second).toEqual({ result: { id: 'f1' }, tables: [], repeated: true });
    expect(await dump(db)).toBe(before);
  });

  it('that is asked twice at the same time is carried out once', async () => {
    let runs = 0;
    const run = () =>
      runCommand(db, info('a'), async changes => {
        runs++;
        await changes.put('fields', field(`f${runs}`));
        return runs;
      });
    const answers = await Promise.all([run(), run(), run()]);
    expect(runs).toBe(1);
    expect(answers.map(answer => answer.result)).toEqual([1, 1, 1]);
    expect(await db.fields.count()).toBe(1);
  });

  it('that fails half way leaves nothing, and can be carried out afterwards', async () => {
    const before = await dump(db);
    const failing = runCommand(db, info('a'), async changes => {
      await changes.put('fields', field('f1'));
      await changes.put('settings', { key: 'settings', value: {} });
      throw new Error('The worker died here.');
    });
    await expect(failing).rejects.toThrow('The worker died here.');
    expect(await dump(db)).toBe(before);
    await runCommand(db, info('a'), changes => changes.put('fields', field('f1')));
    expect(await db.fields.count()).toBe(1);
    expect(await db.journal.count()).toBe(1);
  });

  it('whose transaction the browser ends leaves nothing', async () => {
    const before = await dump(db);
    const ended = runCommand(db, info('a'), async changes => {
      await changes.put('fields', field('f1'));
      // What a browser does to a worker that it stops.

      Dexie.currentTransaction?.abort();
      await changes.put('fields', field('f2'));
    });
    await expect(ended).rejects.toThrow();
    expect(await dump(db)).toBe(before);
  });

  it('that changes nothing writes no entry', async () => {
    await runCommand(db, info('a'), changes => changes.put('fields', field('f1')));
    await runCommand(db, info('b'), changes => changes.put('fields', field('f1')));
    await runCommand(db, info('c'), changes => changes.remove('fields', 'nothing'));
    expect((await db.journal.toArray()).map(entry => entry.id)).toEqual(['a']);
  });

  it('keeps the first image before and the last after of a row it writes twice', async () => {
    await runCommand(db, info('a'), changes => changes.put('fields', field('f1', 'Boat')));
    await runCommand(db, info('b'), async changes => {
      await changes.put('fields', field('f1', 'Ship'));
      await changes.put('fields', field('f1', 'Yacht'));
      await changes.put('fields', field('f2'));
      await changes.remove('fields', 'f2');
    });
    const entry = await db.journal.get('b');
    expect(entry?.changes[0]).toEqual({
      table: 'fields',
      key: 'f1',
      before: field('f1', 'Boat'),
      after: field('f1', 'Yacht'),
    });
  });
});
