// Takes the README's pictures anew from the demo, in both colour schemes.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kept = ['known-light', 'known-dark', 'reply-light', 'new-light', 'warning-light', 'contacts-light'];
const folder = mkdtempSync(join(tmpdir(), 'regulars-pictures-'));
const start = join(import.meta.dirname, 'start.mjs');
const { status } = spawnSync(process.execPath, [start, '--headless', '--screenshot', folder], {
  stdio: 'inherit',
});
if (status === 0) {
  for (const name of kept)
    copyFileSync(join(folder, `${name}.png`), join(import.meta.dirname, `../docs/${name}.png`));
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
