// What a page may say: only as the site it was chosen for, and of accounts only as the site whose accounts they are.
import { beforeEach, describe, expect, it } from 'vitest';
import { recipeOf } from '../../lib/crm/sites';
import type { SeenIdentity } from '../../lib/model/identity';
import type { Recipe } from '../../lib/model/recipe';
import { type Office, openOffice, senders, webmail } from './office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const recipe = (id: string, hosts: string[], more: Partial<Recipe> = {}): Recipe => ({
  format: 1,
  id,
  name: 'Kayaks',
  hosts,
  presence: 'panel',
  channel: 'x',
  pages: [{ kind: 'list' }],
  ...more,
});
const evil = 'https://evil.example';
const x = 'https://x.com';
const choice = (origin: string, site: string) =>
  ({ origin, site, presence: 'panel', width: 320, collapsed: false }) as const;
const pageOf = (origin: string) => ({ ...senders.page, origin, url: `${origin}/1` });

const tell = (origin: string, site: string, identity: SeenIdentity) => {
  const sighting = {
    site,
    kind: 'list',
    url: `${origin}/1`,
    people: [{ identities: [identity], role: 'commenter' }],
  };
  return office.ask('page.sighting', { sighting, sequence: ++office.sequence }, pageOf(origin));
};

describe('the id of an account', () => {
  beforeEach(async () => {
    const recipes = [recipe('kayaks', ['evil.example'])];
    await office.get('settings.save', { recipes, sites: [choice(evil, 'kayaks'), choice(x, 'x')] });
    await office.get('contacts.create', {
      patch: { name: 'Ana Ruiz' },
      identities: [{ kind: 'x', value: 'ana' }],
      from: 'page',
    });
  });
  const keys = async () => (await office.db.identities.toArray()).map(({ key }) => key).sort();

  it('is not learned from another site', async () => {
    expect((await tell(evil, 'kayaks', { kind: 'x', value: 'ana', id: '666' })).ok).toBe(true);
    expect(await keys()).toEqual(['x:ana']);
  });

  it('is learned from its own', async () => {
    expect((await tell(x, 'x', { kind: 'x', value: 'ana', id: '1' })).ok).toBe(true);
    expect(await keys()).toEqual(['x:#1', 'x:ana']);
  });
});

describe('a page', () => {
  it('speaks as the site that was chosen for it only', async () => {
    expect(await tell(webmail, 'x', { kind: 'x', value: 'ana' })).toMatchObject({ code: 'forbidden' });
  });
});

describe('a recipe', () => {
  const save = (one: Recipe) => office.ask('settings.save', { recipes: [one] });

  it('can’t make a site be read by itself that is read when asked', async () => {
    expect(await save(recipe('a', ['www.linkedin.com']))).toMatchObject({ code: 'conflict' });
    expect(await save(recipe('a', ['www.linkedin.com'], { reading: 'asked' }))).toMatchObject({ ok: true });
    const beside = recipe('a', ['www.linkedin.com'], { reading: 'asked', presence: 'sidebar' });
    expect(await save(beside)).toMatchObject({ code: 'conflict' });
  });

  it('never takes the place of a site that is code, wherever it came from', () => {
    expect(recipeOf('gmail', { recipes: [recipe('gmail', ['mail.google.com'])] })).toBeUndefined();
  });
});
