// What `npm run new-site` makes is a site that works, before anybody has changed a word of it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeSchema } from '../../../lib/model/recipe';
import { recipeSite } from '../../../lib/sites/engine/recipe-site';
import { parsePage } from '../load-page';

const root = join(import.meta.dirname, '../../..');
let folder = '';
const run = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/new-site.mjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeAll(() => {
  // Within the project: what is made is TypeScript that must be loaded.
  mkdirSync(join(root, '.output'), { recursive: true });
  folder = mkdtempSync(join(root, '.output/kit-'));
  mkdirSync(join(folder, 'lib/sites'), { recursive: true });
  cpSync(join(root, 'lib/sites/all-sites.ts'), join(folder, 'lib/sites/all-sites.ts'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['my-forum', ['--host', 'forum.example']],
  ['own-board', []],
])('a new site %s %s', (name, options) => {
  it('has a recipe that reads its golden page', async () => {
    expect(run(name, ...options).stderr).toBe('');
    const module: Record<string, unknown> = await import(join(folder, `lib/sites/recipes/${name}.ts`));
    const site = recipeSite(recipeSchema.parse(Object.values(module)[0]));
    const html = read(`tests/sites/pages/${name}--post.html`);
    const url = new URL(/<!-- url: (\S+)/.exec(html)?.[1] ?? '');
    const document = parsePage(html);
    const expected = JSON.parse(read(`tests/sites/pages/${name}--post.json`));
    expect(site.detects(document, url)).toBe(true);
    expect(site.read(document, url)?.people).toEqual(expected.sighting.people);
    expect(site.rows(document, url).map(row => row.identity)).toEqual(expected.rows);
  });

  it('is in the list, once', () => {
    const variable = name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
    const list = read('lib/sites/all-sites.ts');
    expect(list).toContain(`import { ${variable} } from './recipes/${name}';`);
    expect(/builtInRecipes[^\n]*=([^;]*);/.exec(list)?.[1]).toContain(variable);
  });

  it('is not made twice', () => {
    const before = readdirSync(folder, { recursive: true });
    expect(run(name, ...options)).toMatchObject({ status: 1, stderr: expect.stringContaining('already') });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

it('a name that is no name is refused', () => {
  expect(run('../evil')).toMatchObject({ status: 1, stderr: expect.stringContaining('small letters') });
});
