// `npm test`: sets up, builds what the tests look at, and runs them. Groups: unit, chromium, firefox, webmail, wordpress.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, setUp, tool } from './setup.mjs';

/** What each group needs built: browser and mode. The release builds are looked at by the unit tests. */
const builds = {
  unit: [
    ['chrome', 'production'],
    ['firefox', 'production'],
  ],
  chromium: [
    ['chrome', 'test'],
    ['chrome', 'production'],
  ],
  webmail: [['chrome', 'test']],
  wordpress: [['chrome', 'test']],
  firefox: [['firefox', 'production']],
};

const { positionals, tokens } = parseArgs({ strict: false, allowPositionals: true, tokens: true });
const groups = positionals.filter(word => Object.hasOwn(builds, word));
const chosen = groups.length > 0 ? groups : ['unit', 'chromium'];
// What is no group goes on to the runner: `npm test -- unit tests/db` or `-- chromium -t Undo`.
const rest = process.argv.slice(2).filter(word => !groups.includes(word));
if (tokens.some(token => token.kind === 'option' && token.name === 'help')) {
  process.stdout.write(`npm test -- [${Object.keys(builds).join('] [')}] [options of vitest]\n`);
  process.exit(0);
}

const browsers = chosen.includes('firefox') ? ['firefox'] : [];
const servers = chosen.filter(group => group === 'webmail' || group === 'wordpress');
if (chosen.includes('chromium') || servers.length > 0) browsers.push('chromium');
const { env } = await setUp({ browsers }).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

/** What is missing is said by the script. */
const canStart = server =>
  spawnSync(process.execPath, ['scripts/servers.mjs', server], { stdio: 'inherit' }).status === 0;
const skipped = servers.filter(server => !canStart(server));
for (const server of skipped) process.stderr.write(`The tests with a real ${server} are skipped.\n`);
const running = chosen.filter(group => !skipped.includes(group));
if (running.length === 0) process.exit(0);

const wanted = new Map(running.flatMap(group => builds[group]).map(build => [build.join(), build]));
for (const [browser, mode] of wanted.values()) {
  if (!build(browser, mode, env)) process.exit(1);
}

mkdirSync('.output', { recursive: true });
const report = `.output/tests-${running.join('-')}.json`;
const projects = running.flatMap(group => ['--project', group]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
process.exit(tool('vitest', ['run', ...projects, ...reporters, ...rest], env));
