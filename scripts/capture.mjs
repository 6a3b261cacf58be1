// `npm run test:capture`: how much of the golden pages is captured right. Prints precision and recall of every field, and
// fails where names or addresses are wrong too often, or where a value comes out that the page does not say.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setUp, tool } from './setup.mjs';

const folder = join(import.meta.dirname, '../.output/capture');
const { env } = await setUp({ browsers: [] });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const status = tool(
  'vitest',
  ['run', '--project', 'unit', 'tests/capture/measure.test.ts', '--reporter=dot'],
  {
    ...env,
    REGULARS_MEASURE: folder,
  },
);

const fields = join(folder, 'capture-fields.jsonl');
const lines = existsSync(fields)
  ? readFileSync(fields, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  : [];
const share = (right, others) => (right + others === 0 ? '–' : (right / (right + others)).toFixed(3));
const cells = ({ right, wrong, missed }) => [
  `${right} / ${wrong} / ${missed}`,
  share(right, wrong),
  share(right, missed),
];
const rows = lines.map(({ of, field, counts }) => [of, field, ...cells(counts)]);
const table = [
  ['of', 'field', 'right / wrong / missed', 'precision', 'recall'],
  Array(5).fill('---'),
  ...rows,
]
  .map(row => `| ${row.join(' | ')} |`)
  .join('\n');
process.stdout.write(`\n${table}\n`);
process.exit(status === 0 ? 0 : 1);
