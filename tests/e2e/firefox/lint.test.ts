// What Mozilla's own checker says about the release.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { release } from './browser';

const finding = z.object({ code: z.string(), message: z.string(), file: z.string().optional() });
const report = z.object({ errors: z.array(finding), warnings: z.array(finding) });

/** Known and harmless: probes of libraries that the policy of the pages forbids to succeed, and Firefox for Android. */
const explained = [
  'DANGEROUS_EVAL',
  'UNSAFE_VAR_ASSIGNMENT',
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
];

it('finds no error in the release, and no warning that is not explained', async () => {
  const program = join(import.meta.dirname, '../../../node_modules/web-ext/bin/web-ext.js');
  const options = ['--source-dir', release, '--output', 'json', '--no-input', '--no-config-discovery'];
  // The program asks its registry for a newer version unless told not to.
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'lint', ...options], { env });
  const { errors, warnings } = report.parse(JSON.parse(stdout));
  expect(errors).toEqual([]);
  expect(warnings.filter(({ code }) => !explained.includes(code))).toEqual([]);
});
