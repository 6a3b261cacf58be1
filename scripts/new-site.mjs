// `npm run new-site NAME -- --host www.example.org`: a recipe, its place in the list, and a golden page to begin with.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { goldenHtml, goldenJson, recipeSource, titleOf } from './kit/new-site-files.mjs';

const list = 'lib/sites/all-sites.ts';

function fail(reason) {
  process.stderr.write(`${reason}\nnpm run new-site NAME -- [--host HOST …]\n`);
  process.exit(1);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`${path}\n`);
}

/** The list with one more recipe, imports in the order of their names. */
function listed(source, name, variable) {
  const line = `import { ${variable} } from './recipes/${name}';`;
  const imports = source.match(/^import .*;$/gm) ?? [];
  const next = imports.find(other => pathOf(other) > pathOf(line));
  const withImport = next
    ? source.replace(next, () => `${line}\n${next}`)
    : source.replace(imports.at(-1), last => `${last}\n${line}`);
  return withImport.replace(
    /(export const builtInRecipes[^=]*= \[)([^\]]*)\]/,
    (_all, head, names) =>
      `${head}${names.trim() ? `${names.trimEnd().replace(/,$/, '')}, ` : ''}${variable}]`,
  );
}

const pathOf = line => /'([^']+)'/.exec(line)?.[1] ?? '';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { host: { type: 'string', multiple: true, default: [] } },
});
const [name] = positionals;
if (!name || !/^[a-z][a-z0-9-]{0,38}$/.test(name)) fail('A name has small letters, digits and hyphens.');
const recipe = `lib/sites/recipes/${name}.ts`;
const page = `tests/sites/pages/${name}--post`;
const variable = name.replace(/-(.)/g, (_all, letter) => letter.toUpperCase());
const source = readFileSync(list, 'utf8');
if ([recipe, `${page}.html`].some(path => existsSync(path)) || source.includes(`'./recipes/${name}'`))
  fail(`There is a site called ${name} already.`);
const site = { name, variable, title: titleOf(name), hosts: values.host };
write(recipe, recipeSource(site));
write(`${page}.html`, goldenHtml(site));
write(`${page}.json`, goldenJson(site));
write(list, listed(source, name, variable));
process.stdout.write(
  `Now make the page what the site really is, then the recipe; see it with: npm run see ${name}--post\n`,
);
