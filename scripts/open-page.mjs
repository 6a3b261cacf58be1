// `npm run open-page PAGE`: a golden page at its own address, in a browser with the extension; `-- --screenshot FILE`
// needs no display.
import { runTyped } from './kit/run.mjs';
import { build, setUp } from './setup.mjs';

const surroundings = await setUp({ browsers: ['chromium'] });
if (!build('chrome', 'test', surroundings.env)) process.exit(1);
process.exit(runTyped('tests/sites/kit/open.ts', process.argv.slice(2), surroundings));
