// What does not fit is refused with a code, and nothing is written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRequest } from '../../lib/rpc/wire';
import { dump } from '../db/memory';
import { type Furniture, furnish, inputsFor } from './inputs';
import { type Office, type Ours, openOffice, senders } from './office';

/** Whom each procedure listens to. */
const callerOf = (name: string): Ours => (name.startsWith('page.') ? 'page' : 'dashboard');

let office: Office;
let furniture: Furniture;
let before: string;
beforeAll(async () => {
  office = await openOffice();
  furniture = await furnish(office);
  before = await dump(office.db);
});
/** Whatever was asked, not a byte is another. */
const expectUnchanged = async () => expect(await dump(office.db)).toBe(before);
afterAll(() => office.db.close());

const names = Object.keys(inputsFor({} as Furniture));
const longText = 'x'.repeat(10_000_000);

async function expectRefusal(name: string, input: unknown, codes: string[]): Promise<void> {
  const given = await office.ask(name, input, senders[callerOf(name)]);
  expect(given).toMatchObject({ ok: false });
  if (!given.ok) expect(codes).toContain(given.code);
}

/** A copy of `input` in which the value at `path` is another. */
function withValue(input: unknown, path: (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const copy = Array.isArray(input) ? [...input] : { ...(input as object) };
  (copy as Record<string | number, unknown>)[first] = withValue(
    (input as Record<string | number, unknown>)[first],
    rest,
    value,
  );
  return copy;
}

/** The way to every value inside. */
function paths(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => paths(item, [...way, index]))
    : Object.entries(value).flatMap(([key, item]) => paths(item, [...way, key]));
  return way.length > 0 ? [way, ...inner] : inner;
}

/** Arrays and objects inside each other, `depth` times. */
function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let at = 0; at < depth; at++) value = at % 2 ? [value] : { inner: value };
  return value;
}

const withKey = (input: unknown, key: string): unknown =>
  JSON.parse(`${JSON.stringify(input).slice(0, -1)}${JSON.stringify(input) === '{}' ? '' : ','}"${key}":{}}`);

describe.each(names)('%s', name => {
  const input = () => inputsFor(furniture)[name];
  afterAll(expectUnchanged);

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a number', 7],
    ['a list', []],
    ['a key too much', { surplus: true }],
  ])('refuses %s instead of its input', async (_what, value) => {
    const wrong = typeof value === 'object' && value && 'surplus' in value ? { ...input(), ...value } : value;
    await expectRefusal(name, wrong, ['invalid']);
  });

  it('refuses another type anywhere inside', async () => {
    const good = input();
    for (const path of paths(good)) {
      // The place in a list may be any number.
      const numbers = path.at(-1) === 'order' ? [Number.NaN] : [Number.NaN, -1.5];
      for (const wrong of [...numbers, { no: 1 }, [[]], 'x'.repeat(30_000)]) {
        await expectRefusal(name, withValue(good, path, wrong), ['invalid']);
      }
    }
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s', async key => {
    await expectRefusal(name, withKey(input(), key), ['invalid']);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('refuses ten million characters', async () => {
    await expectRefusal(name, { ...input(), surplus: longText }, ['limit']);
  });

  it('refuses what is nested deeply', async () => {
    await expectRefusal(name, { ...input(), surplus: nested(500) }, ['invalid']);
    await expectRefusal(name, { ...input(), surplus: nested(100_000) }, ['invalid', 'limit']);
  });

  it('refuses what is no JSON', async () => {
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    await expectRefusal(name, { ...input(), circle }, ['invalid', 'limit']);
    await expectRefusal(name, { ...input(), big: 10n }, ['invalid', 'limit']);
  });
});

describe('many identities', () => {
  afterAll(expectUnchanged);
  const crowd = Array.from({ length: 10_000 }, (_, n) => ({ kind: 'email', value: `p${n}@norte.example` }));

  it('are refused in a sighting, a mark and a new contact', async () => {
    const people = crowd.map(identity => ({ identities: [identity], role: 'to' }));
    const sighting = { site: 'gmail', kind: 'list', url: 'https://mail.norte.example/', people };
    await expectRefusal('page.sighting', { sighting, sequence: 9 }, ['limit']);
    await expectRefusal(
      'page.sighting',
      { sighting: { ...sighting, people: people.slice(0, 65) }, sequence: 9 },
      ['invalid'],
    );
    await expectRefusal('page.marks', { identities: crowd }, ['limit']);
    await expectRefusal('page.marks', { identities: crowd.slice(0, 65) }, ['invalid']);
    const create = { patch: { name: 'Crowd' }, identities: crowd, from: 'user' };
    await expectRefusal('contacts.create', create, ['invalid', 'limit']);
  });

  it('are written all or not at all', async () => {
    const identities = [
      { kind: 'x', value: '@newhandle' },
      { kind: 'email', value: 'not an address' },
    ];
    await expectRefusal('contacts.create', { patch: { name: 'Half' }, identities, from: 'user' }, [
      'invalid',
    ]);
  });
});

describe('values that fit the form and nothing else', () => {
  afterAll(expectUnchanged);
  it.each([
    ['contacts.save', { id: 'nobody', patch: { name: 'X' } }, 'not-found'],
    ['contacts.get', { id: 'nobody' }, 'not-found'],
    ['contacts.delete', { id: 'nobody' }, 'not-found'],
    ['contacts.link', { id: 'nobody', identities: [{ kind: 'x', value: '@a' }] }, 'not-found'],
    ['timeline.add', { contactId: 'nobody', kind: 'note', text: 'x' }, 'not-found'],
    ['timeline.close', { id: 'nothing', open: true }, 'not-found'],
    ['timeline.remember', { tabId: 999 }, 'not-found'],
    ['followUps.add', { contactId: 'nobody', text: 'x', dueAt: 1 }, 'not-found'],
    ['followUps.done', { id: 'nothing' }, 'not-found'],
    ['followUps.snooze', { id: 'nothing', dueAt: 1 }, 'not-found'],
    ['contacts.create', { patch: {}, identities: [], from: 'user' }, 'invalid'],
    ['views.openDashboard', { route: 'javascript:alert(1)' }, 'invalid'],
  ])('%s says why', async (name, input, code) => {
    await expectRefusal(name, input, [code]);
  });

  it('an address belongs to one person only', async () => {
    const identity = { kind: 'email', value: 'MARTA.RUIZ@norte-boats.example' };
    await expectRefusal('contacts.link', { id: furniture.deletable, identities: [identity] }, ['conflict']);
  });
});

describe('a request', () => {
  const good = { regulars: 'call', name: 'contacts.get', id: 'f3b1', input: {} };

  it('is one of ours', () => expect(isRequest(good)).toBe(true));

  it.each([
    null,
    undefined,
    'call',
    [],
    {},
    { ...good, regulars: 'other' },
    { ...good, name: 7 },
    { ...good, name: undefined },
    { ...good, id: undefined },
    { ...good, id: 'x'.repeat(65) },
    { ...good, id: '' },
    { ...good, id: 'a b' },
    { ...good, id: '../x' },
  ])('is not %o', message => expect(isRequest(message)).toBe(false));
});
