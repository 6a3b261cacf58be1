// Makes what the other scripts need: a Node that is new enough, the dependencies, and a browser. Says what it does.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumPath, firefoxPath, hasPlaywrightChromium } from './browser.mjs';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const wantedNode = 22;
const fetchedNode = '24.21.0';

// Standard output belongs to whoever asked for the path.
const say = text => process.stderr.write(`${text}\n`);

/** Runs a command with its output shown; throws when it fails. */
function run(command, args, options = {}) {
  say(`$ ${[command, ...args].join(' ')}`);
  execFileSync(command, args, {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
    ...options,
  });
}

/** The folder of a Node that the tools accept: this one's, or one fetched from the npm registry into `.tools`. */
function nodeFolder() {
  if (Number(process.versions.node.split('.')[0]) >= wantedNode) return undefined;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, '.tools/node');
  const bin = join(folder, 'node_modules', name, 'bin');
  if (existsSync(bin)) return bin;
  say(`Node ${process.versions.node} is older than ${wantedNode}: fetching Node ${fetchedNode} into .tools`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', `${name}@${fetchedNode}`], {
    cwd: folder,
  });
  return bin;
}

/**
 * Installs the dependencies in the locked versions, unless they are there already. Not with `npm ci`: the lock names
 * the native tools of Linux only, and `npm ci` refuses a lock that lacks those of other systems.
 */
function installDependencies(env) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.regulars-lock');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    const quiet = { ...env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1' };
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { env: quiet });
    writeFileSync(stamp, lock);
  }
  if (!existsSync(join(root, '.wxt/wxt.d.ts'))) run('npx', ['--no-install', 'wxt', 'prepare'], { env });
}

/** Installs a package of the system, or stops and names the command: nothing is done with `sudo` in silence. */
function installPackage(name) {
  const apt = spawnSync('apt-get', ['--version']).status === 0;
  if (apt && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
    return;
  }
  const how = apt ? `run:\n  sudo apt-get install ${name}` : `install ${name}`;
  throw new Error(`${name} is missing. Please ${how}\nand start again.`);
}

/**
 * Packages that some tests need, and are skipped without: `age` opens our locked backups, `xvfb` and `xdotool` are a screen
 * and a keyboard for shortcuts that only the browser itself hears.
 */
const wishes = { age: 'age', xvfb: 'Xvfb', xdotool: 'xdotool' };

/** Gets a package where that can be done without asking. */
function wishFor(name) {
  if (spawnSync('which', [wishes[name]]).status === 0) return;
  try {
    installPackage(name);
  } catch (error) {
    say(`Its tests are skipped: ${error.message}`);
  }
}

async function ensureChromium(env) {
  if (chromiumPath() || (await hasPlaywrightChromium(root))) return;
  say('No Chromium found: trying the one of Playwright.');
  const fetched = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    cwd: root,
    env,
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
    timeout: 300_000,
  });
  if (fetched.status === 0) return;
  say("That did not work: trying the system's package.");
  installPackage('chromium');
}

/**
 * Makes Node, dependencies and the named browsers available and gives the environment to start tools with. `wished`: those packages
 * too, where that can be.
 * Throws with a command to run where it may not install something by itself.
 */
export async function setUp({ browsers = ['chromium'], wished = [] } = {}) {
  const bin = nodeFolder();
  const env = { ...process.env };
  if (bin) env.PATH = `${bin}${delimiter}${env.PATH}`;
  installDependencies(env);
  if (browsers.includes('chromium')) await ensureChromium(env);
  if (browsers.includes('firefox') && !firefoxPath()) installPackage('firefox-esr');
  for (const name of wished) wishFor(name);
  return { env, node: bin ? join(bin, 'node') : process.execPath, bin };
}

/** Runs a tool of `node_modules` in the project's folder; gives its exit code. */
export function tool(name, args, env) {
  const started = spawnSync('npx', ['--no-install', name, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return started.status ?? 1;
}

/** Builds the extension for a browser in a mode; its output is shown only when it fails. Gives whether it worked. */
export function build(browser, mode, env) {
  const started = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', browser, '--mode', mode], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (started.status !== 0) say(`${started.stdout}${started.stderr}`);
  return started.status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const words = process.argv.slice(2).filter(word => !word.startsWith('-'));
  const wanted = { browsers: words, wished: words.filter(word => Object.hasOwn(wishes, word)) };
  const { bin } = await setUp(wanted).catch(error => {
    say(error.message);
    process.exit(1);
  });
  if (process.argv.includes('--path') && bin) process.stdout.write(bin);
}
