// Runs a TypeScript file of the kit with the Node that the set-up found.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const hooks = pathToFileURL(join(import.meta.dirname, 'resolve.mjs')).href;

/** Runs `file` with `words`; gives its exit code. */
export function runTyped(file, words, { env, node }) {
  const flags = ['--experimental-transform-types', '--no-warnings', '--import', hooks];
  return spawnSync(node, [...flags, file, ...words], { env, stdio: 'inherit' }).status ?? 1;
}
