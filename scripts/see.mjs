// `npm run see PAGE`: what the adapter of a golden page sees in it, as JSON. Without a name, the names there are.
import { runTyped } from './kit/run.mjs';
import { setUp } from './setup.mjs';

process.exit(runTyped('tests/sites/kit/see.ts', process.argv.slice(2), await setUp({ browsers: [] })));
