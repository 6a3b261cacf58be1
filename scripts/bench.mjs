// `npm run bench`: sets up, builds, and runs the measurements of tests/bench.
import { spawnSync } from 'node:child_process';
import { build, setUp } from './setup.mjs';

const { env, node } = await setUp().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
for (const mode of ['production', 'test']) {
  if (!build('chrome', mode, env)) process.exit(1);
}
// Node takes the types off by itself.
const started = spawnSync(node, ['--experimental-strip-types', '--no-warnings', 'tests/bench/run.ts'], {
  env,
  stdio: 'inherit',
});
process.exit(started.status ?? 1);
