// `npm start`: sets up, builds, and opens a browser with Regulars on a demo inbox.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, setUp } from './setup.mjs';

const say = text => process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    screenshot: { type: 'string' },
    port: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  say('npm start -- [--headless --screenshot DIR] [--port N]');
  say('  --headless --screenshot DIR   needs no display: takes pictures into DIR and ends');
  say('  --port N                      serves the demo inbox on this port of loopback');
  process.exit(0);
}

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const headless = values.headless;

try {
  if (!headless && !hasDisplay) {
    throw new Error(
      'There is no display to open a browser on. For pictures instead:\n  npm start -- --headless --screenshot DIR',
    );
  }
  if (headless && !values.screenshot)
    throw new Error('--headless needs --screenshot DIR, or there is nothing to see.');
  const { env } = await setUp();
  if (!build('chrome', 'demo', env)) throw new Error('The build failed.');
  // From here on dependencies are there.
  const { openDemo } = await import('./demo/open.mjs');
  const options = { headless, port: Number(values.port) };
  if (headless) await pictures(openDemo, options, resolve(values.screenshot));
  else await stay(await openDemo(options));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function pictures(openDemo, options, folder) {
  const { takePictures } = await import('./demo/tour.mjs');
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    const demo = await openDemo({ ...options, colorScheme });
    try {
      for (const file of await takePictures(demo, folder, colorScheme)) say(file);
    } finally {
      await demo.close();
    }
  }
}

/** Says what to try and stays until the browser is closed or Ctrl C is pressed. */
async function stay(demo) {
  say('1. Open the first message: the sidebar knows Marta, and that her grinder is still broken.');
  say('2. Press Reply, type ;gr in the sidebar, fill the blank, insert. Nothing is ever sent.');
  say('3. Open "New bank details": the same name, and a warning why it is not Marta.');
  await new Promise(done => {
    demo.context.once('close', done);
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await demo.close();
}
