// Pointing at a value: it is the person's at once, and remembered for the site until the user removes it.
import { describe, expect, it } from 'vitest';
import { readSettings, updateSettings } from '../../lib/db/settings';
import type { CapturedPage } from '../../lib/model/capture';
import type { CaptureOrder } from '../../lib/model/capture-order';
import type { CaptureView } from '../../lib/model/capture-view';
import { mostOfHost, mostPointed, type PointedPlace, withPlace } from '../../lib/model/pointed';
import { monday, type Office, openOffice, senders } from './office';

const page = (host = 'norte-boats.example'): CapturedPage => ({
  url: `https://${host}/team`,
  people: ['Ana Prat', 'Lena Vogt'].map((name, at) => ({
    values: [
      { field: 'title', value: 'Norte', from: 'card' },
      { field: 'name', value: name, from: 'card', place: at * 2 },
    ],
  })),
  leftOut: [],
});
const rule = { field: 'title', block: 'li.card', path: 'p.role' } as const;
const answer = { field: 'title', value: 'Rigger', from: 'hand', place: 9, rule };

/** An office beside a captured page that answers pointing so; gives the capture, and the orders that the page was given. */
async function beside(office: Office, pointed: unknown, host?: string) {
  const orders: CaptureOrder[] = [];
  office.page.answers = order => {
    orders.push(order);
    return order.order === 'read' ? page(host) : order.order === 'point' ? pointed : true;
  };
  const { id } = await office.get<{ id: string }>('captures.read', { windowId: 1 }, senders.panel);
  const point = (input: object = {}) =>
    office.get('captures.point', { id, person: 0, field: 'title', ...input }, senders.panel);
  const view = () => office.get<CaptureView>('captures.get', { id }, senders.panel);
  return { id, orders, point, view };
}

describe('a value that was pointed at', () => {
  it('comes first, by hand and with its place; what was read stays as another', async () => {
    const office = await openOffice();
    const { point, view } = await beside(office, answer);
    expect(await point()).toEqual({ field: 'title', value: 'Rigger', host: 'norte-boats.example' });
    const [ana, lena] = (await view()).page?.people ?? [];
    expect(ana?.values).toEqual([
      { field: 'title', value: 'Rigger', from: 'hand', place: 9 },
      { field: 'title', value: 'Norte', from: 'card' },
      { field: 'name', value: 'Ana Prat', from: 'card', place: 0 },
    ]);
    expect(lena?.values).toHaveLength(2);
  });

  it('is asked for with the places of the names and nothing else', async () => {
    const office = await openOffice();
    const { point, orders } = await beside(office, answer);
    await point({ person: 1 });
    expect(orders.at(-1)).toEqual({ order: 'point', field: 'title', people: [0, 2], person: 1 });
  });

  it('is taken of no page that says something else', async () => {
    const office = await openOffice();
    for (const bad of [
      false,
      undefined,
      { ...answer, field: 'password' },
      { ...answer, rule: { ...rule, path: 'p:has(a)' } },
    ]) {
      const { point, view } = await beside(office, bad);
      expect(await point()).toBeNull();
      expect((await view()).page?.people[0]?.values[0]?.value).toBe('Norte');
    }
    expect((await readSettings(office.db)).pointed).toEqual([]);
  });

  it('is only given for somebody who was added by hand', async () => {
    const office = await openOffice();
    const { point, view } = await beside(office, { ...answer, rule: undefined });
    expect(await point({ person: 2 })).toEqual({ field: 'title', value: 'Rigger' });
    expect((await view()).page?.people).toHaveLength(2);
  });
});

describe('its place', () => {
  it('is remembered for the host, and told to the next reading of that host alone', async () => {
    const office = await openOffice();
    const { point } = await beside(office, answer, 'www.linkedin.com');
    await point();
    expect((await readSettings(office.db)).pointed).toEqual([
      { ...rule, host: 'www.linkedin.com', at: monday },
    ]);
    // The tab of the office shows www.linkedin.com.
    const { orders } = await beside(office, answer);
    expect(orders[0]).toMatchObject({ order: 'read', rules: [rule] });
    await updateSettings(office.db, settings => ({
      ...settings,
      pointed: settings.pointed.map(one => ({ ...one, host: 'other.example' })),
    }));
    expect((await beside(office, answer)).orders[0]).not.toHaveProperty('rules');
  });

  it('is removed in the settings, with a way back', async () => {
    const office = await openOffice();
    await (await beside(office, answer)).point();
    const id = await office.done('settings.save', { pointed: [] });
    expect((await readSettings(office.db)).pointed).toEqual([]);
    await office.get('journal.undo', { id });
    expect((await readSettings(office.db)).pointed).toHaveLength(1);
  });

  it('is absent from settings that were written before there were any', async () => {
    const office = await openOffice();
    const { pointed: _none, ...earlier } = await readSettings(office.db);
    await office.db.settings.put({ key: 'settings', value: earlier });
    expect((await readSettings(office.db)).pointed).toEqual([]);
  });
});

describe('places that are remembered', () => {
  const place = (host: string, block: string): PointedPlace => ({ ...rule, host, block, at: monday });

  it('are bounded for a host and in all; the oldest goes', () => {
    let places: PointedPlace[] = [];
    for (let at = 0; at <= mostOfHost; at++) places = withPlace(places, place('a.example', `li.c${at}`));
    expect(places).toHaveLength(mostOfHost);
    expect(places[0]?.block).toBe('li.c1');
    for (let at = 0; at < mostPointed; at++) places = withPlace(places, place(`${at}.example`, 'li'));
    expect(places).toHaveLength(mostPointed);
    expect(places.some(({ host }) => host === 'a.example')).toBe(false);
  });

  it('are one for each field of such people: who points anew corrects it', () => {
    const first = place('a.example', 'li');
    expect(withPlace([first], { ...first, path: 'p.job' })).toEqual([{ ...first, path: 'p.job' }]);
  });
});
