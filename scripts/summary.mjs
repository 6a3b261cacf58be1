// Adds up the reports that `npm test` left in `.output` and prints one line; fails when a test failed.
import { readdirSync, readFileSync } from 'node:fs';

const reports = readdirSync('.output').filter(name => /^tests-.*\.json$/.test(name));
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const name of reports) {
  const report = JSON.parse(readFileSync(`.output/${name}`, 'utf8'));
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests;
}
if (sum.skipped > 0) process.stdout.write(`${sum.skipped} skipped (they need what this machine lacks)\n`);
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
