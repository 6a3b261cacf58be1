// `npm run test:sites`: how much of every site is read right: golden pages, saved real pages, real servers. Prints a table
// and fails where somebody wrong was shown, or where a test failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, setUp, tool } from './setup.mjs';

const folder = join(import.meta.dirname, '../.output/measure');
const counts = join(folder, 'counts.jsonl');

const { env } = await setUp({ browsers: ['chromium'] });
if (!build('chrome', 'test', env)) process.exit(1);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const measuring = { ...env, REGULARS_MEASURE: folder };

const canStart = server =>
  spawnSync(process.execPath, ['scripts/servers.mjs', server], { stdio: ['ignore', 'ignore', 'inherit'] })
    .status === 0;
const runs = [
  ['--project', 'unit', 'tests/sites/measure.test.ts'],
  ['--project', 'chromium', 'tests/e2e/chromium/sites.test.ts'],
  ...['webmail', 'wordpress'].filter(canStart).map(server => ['--project', server]),
];
const failed = runs.filter(words => tool('vitest', ['run', ...words, '--reporter=dot'], measuring) !== 0);

const lines = existsSync(counts)
  ? readFileSync(counts, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  : [];
const sum = (site, where, what) =>
  lines
    .filter(line => line.site === site && line.where === where && line.what === what)
    .reduce(
      (total, { right, wrong, missed }) => ({
        right: total.right + right,
        wrong: total.wrong + wrong,
        missed: total.missed + missed,
      }),
      { right: 0, wrong: 0, missed: 0 },
    );
const cell = ({ right, wrong, missed }) =>
  right + wrong + missed === 0 ? '–' : `${right} / ${wrong} / ${missed}`;
const inserted = ({ right, missed }) => (right + missed === 0 ? '–' : `${right} of ${right + missed}`);

const places = ['golden', 'saved', 'server'];
const rows = [...new Set(lines.map(({ site }) => site))]
  .toSorted()
  .map(site => [
    site,
    ...places.map(where => cell(sum(site, where, 'people'))),
    ...places.map(where => cell(sum(site, where, 'marks'))),
    inserted(sum(site, 'golden', 'insertion')),
    inserted(sum(site, 'server', 'insertion')),
  ]);
const head = [
  'site',
  'people: golden',
  'saved',
  'server',
  'marks: golden',
  'saved',
  'server',
  'inserted: golden',
  'server',
];
const table = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
process.stdout.write(`\nright / wrong / missed\n\n${table}\n`);
const wrong = lines.filter(({ what }) => what === 'people').reduce((total, line) => total + line.wrong, 0);
process.stdout.write(`\nWrong people: ${wrong}\n`);
for (const words of failed) process.stderr.write(`Failed: ${words.join(' ')}\n`);
process.exit(wrong > 0 || failed.length > 0 ? 1 : 0);
