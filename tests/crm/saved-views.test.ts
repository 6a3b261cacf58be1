// Saved views: kept, renamed, ordered, deleted, each with its way back.
import { describe, expect, it } from 'vitest';
import { view } from './inputs';
import { type Office, openOffice } from './office';

type Stored = { id: string; name: string; order: number };
const names = async (office: Office) =>
  (await office.get<Stored[]>('savedViews.list', {})).map(one => one.name);

async function withViews(...wanted: string[]): Promise<Office> {
  const office = await openOffice();
  for (const name of wanted) await office.get('savedViews.save', { view: view(`v-${name}`, name) });
  return office;
}

describe('saved views', () => {
  it('stand in the order in which they were made, and keep their place when renamed', async () => {
    const office = await withViews('A', 'B', 'C');
    await office.get('savedViews.save', { view: view('v-B', 'Better') });
    expect(await names(office)).toEqual(['A', 'Better', 'C']);
  });

  it('can be given another order, and it can be taken back', async () => {
    const office = await withViews('A', 'B', 'C');
    const done = await office.done('savedViews.reorder', { ids: ['v-C', 'v-A'] });
    expect(await names(office)).toEqual(['C', 'A', 'B']);
    await office.get('journal.undo', { id: done });
    expect(await names(office)).toEqual(['A', 'B', 'C']);
  });

  it('come back after a deletion, in their place', async () => {
    const office = await withViews('A', 'B', 'C');
    const done = await office.done('savedViews.delete', { id: 'v-B' });
    expect(await names(office)).toEqual(['A', 'C']);
    await office.get('journal.undo', { id: done });
    expect(await names(office)).toEqual(['A', 'B', 'C']);
  });

  it('are limited to as many as an export may hold', async () => {
    const office = await openOffice();
    for (let at = 0; at < 200; at++) await office.get('savedViews.save', { view: view(`v-${at}`) });
    expect(await office.ask('savedViews.save', { view: view('v-more') })).toMatchObject({
      ok: false,
      code: 'limit',
    });
    expect(await office.ask('savedViews.save', { view: view('v-7', 'Still') })).toMatchObject({ ok: true });
  });
});
