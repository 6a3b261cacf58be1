// `npm run bench`: sets up, builds, and runs the measurements of tests/bench; `-- --readme` puts the table into README.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { build, setUp } from './setup.mjs';

const { env, node } = await setUp().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
for (const mode of ['production', 'test']) {
  if (!build('chrome', mode, env)) process.exit(1);
}
// Node takes the types off by itself.
const hooks = new URL('kit/resolve.mjs', import.meta.url).href;
const started = spawnSync(
  node,
  ['--experimental-strip-types', '--no-warnings', '--import', hooks, 'tests/bench/run.ts'],
  { env, stdio: 'inherit' },
);
if (started.status === 0 && process.argv.includes('--readme')) {
  const { table } = JSON.parse(readFileSync('bench-results.json', 'utf8'));
  const readme = readFileSync('README.md', 'utf8');
  const block = `<!-- bench -->\n${table}\n<!-- /bench -->`;
  writeFileSync(
    'README.md',
    readme.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => block),
  );
  spawnSync('npx', ['biome', 'format', '--write', 'README.md'], { env, stdio: 'inherit' });
}
process.exit(started.status ?? 1);
