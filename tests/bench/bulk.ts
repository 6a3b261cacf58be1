// How long bulk work takes in the built extension's own worker, beside the least that it could take, and its memory.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright';
import { build } from 'vite';
import type { ImportJob } from '../../lib/model/import-job';
import type { Mapping } from '../../lib/transfer/csv/mapping';
import type { Decisions } from '../../lib/transfer/import/run-import';
import type { ImportOutcome } from '../../lib/transfer/import/tasks';
import { type Bench, openBench } from './browser.ts';
import type { BackupTimes } from './bulk-worker';

const assets = join(import.meta.dirname, '../../.output/chrome-mv3-test/assets');
const yardsticks = 'yardsticks.js';

/** Builds the worker with the yardsticks into the folder of an extension. */
async function addYardsticks(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'bulk-worker.ts'),
        formats: ['es'],
        fileName: () => yardsticks,
      },
    },
  });
}

/** The worker of the full page, as it was built. */
function ownWorker(): string {
  const isIt = (name: string) =>
    name.endsWith('.js') && readFileSync(join(assets, name), 'utf8').includes('take-back');
  const file = readdirSync(assets).find(isIt);
  if (!file) throw new Error('The built extension has no worker that imports.');
  return `assets/${file}`;
}

type Answer<Result> = { ms: number; result: Result };

/** Has a fresh worker carry out a task. The table stays in the page: where it was made, every later task gets it. */
function ask<Result>(page: Page, script: string, task: object): Promise<Answer<Result>> {
  return page.evaluate(
    async asked => {
      const kept = globalThis as unknown as { table?: Blob };
      const files = kept.table && { file: kept.table, files: [kept.table] };
      const worker = new Worker(`/${asked.script}`, { type: 'module' });
      const start = performance.now();
      const answer = await new Promise<{ failed?: string; result?: unknown }>((resolve, reject) => {
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
        worker.addEventListener('message', ({ data }) => {
          if ('failed' in data || 'done' in data || 'result' in data) resolve(data);
        });
        worker.postMessage({ ...asked.task, ...files });
      });
      const ms = performance.now() - start;
      worker.terminate();
      if (answer.failed) throw new Error(answer.failed);
      const result = 'result' in answer ? answer.result : answer;
      if (result instanceof Blob) kept.table = result;
      return { ms, result: (result instanceof Blob ? undefined : result) as Result };
    },
    { task, script },
  );
}

/** The browser's processes, with the seconds of processor time that each has had. */
async function processesOf(context: BrowserContext) {
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('This browser can’t be asked for its processes.');
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  return processInfo;
}

/** Seconds of processor time that `work` takes in all of the browser, which other programs do not change. */
async function processorTime<Result>(context: BrowserContext, work: () => Promise<Result>) {
  const used = async () => (await processesOf(context)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const before = await used();
  const result = await work();
  return { result, seconds: (await used()) - before };
}

const run = promisify(execFile);

/** Megabytes in memory (resident set) of the process that extension pages and their workers run in. */
async function memoryOf(context: BrowserContext): Promise<() => Promise<number>> {
  const ids = (await processesOf(context)).map(({ id }) => id).join(',');
  const { stdout } = await run('ps', ['-o', 'pid=,args=', '-ww', '-p', ids]);
  const own = stdout.split('\n').find(line => line.includes('--extension-process'));
  const pid = own?.trim().split(' ')[0];
  if (!pid) throw new Error('The extension has no process.');
  return async () => Number((await run('ps', ['-o', 'rss=', '-p', pid])).stdout) / 1024;
}

/** The most megabytes that are in memory while `work` is carried out, looked at four times a second. */
async function peakOf<Result>(context: BrowserContext, work: () => Promise<Result>) {
  const memory = await memoryOf(context);
  let [peak, isDone] = [0, false];
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await memory());
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  })();
  const result = await work().finally(() => {
    isDone = true;
  });
  await watching;
  return { result, megabytes: peak };
}

type Inspected = Extract<ImportOutcome, { done: 'inspect' }>;
type Brought = Extract<ImportOutcome, { done: 'bring' }>;

const batch = 'bench';

/** Brings the table in through the extension's worker; into an empty database, so that nothing is backed up before. */
async function bring(page: Page, people: number, mapping: Mapping): Promise<number> {
  const file = { name: 'people.csv', size: 1, modified: 1 };
  const job: ImportJob = { id: batch, at: Date.now(), file, written: 0, state: 'running' };
  const decisions: Decisions = {
    choice: 'mine',
    choices: {},
    fields: [{ name: 'Customer number', kind: 'text' }],
  };
  const source = { kind: 'csv', mapping };
  const { ms, result } = await ask<Brought>(page, ownWorker(), { do: 'bring', source, decisions, job });
  const { counts } = result.ran;
  if (counts.new !== people) throw new Error(`Not everybody was brought in: ${JSON.stringify(counts)}`);
  return ms;
}

type Cost = { ms: number; seconds: number; megabytes: number };

/** What `work` takes, which gives its milliseconds. */
async function costOf(context: BrowserContext, work: () => Promise<number>): Promise<Cost> {
  const { result, seconds } = await processorTime(context, () => peakOf(context, work));
  return { ms: result.result, seconds, megabytes: result.megabytes };
}

/**
 * An import, the same rows by `bulkPut`, and the import once more from the beginning: the first has an empty disk before it,
 * the second what the others left. Then the reading of the table alone, and a backup of it all.
 */
async function carryOut({ context, dashboard: page }: Bench, people: number) {
  if (!page) throw new Error('This browser has no extension.');
  // The full page would read along.
  await page.goto(`chrome-extension://${new URL(page.url()).host}/empty.html`);
  // Before anything is made: memory that a worker leaves behind would hide what the next one takes.
  const before = await (await memoryOf(context))();
  const yardstick = async <Result>(task: object) => (await ask<Result>(page, yardsticks, task)).result;
  await yardstick({ do: 'table', people });
  const { source } = (await ask<Inspected>(page, ownWorker(), { do: 'inspect' })).result.found;
  if (source.kind !== 'csv') throw new Error('The table is taken for something else.');
  const { mapping } = source;
  const first = await costOf(context, () => bring(page, people, mapping));
  const gathered = await costOf(context, () => yardstick({ do: 'gather', batch }));
  const write = await costOf(context, () => yardstick({ do: 'write', batch }));
  write.seconds -= gathered.seconds;
  await yardstick({ do: 'empty' });
  const second = await costOf(context, () => bring(page, people, mapping));
  const read = await yardstick<number>({ do: 'read', mapping });
  const backup = await yardstick<BackupTimes>({ do: 'backup' });
  return { before, first, write, second, read, backup };
}

/** Milliseconds and megabytes of bulk work, and how many times those of the yardsticks. */
export async function bulkCost(people: number) {
  const bench = await openBench(true, addYardsticks);
  try {
    const { before, first, write, second, read, backup } = await carryOut(bench, people);
    const mean = (pick: (cost: Cost) => number) => (pick(first) + pick(second)) / 2;
    const imported = mean(({ ms }) => ms);
    return {
      all: { before, first, write, second, read, backup },
      import: imported / write.ms,
      processor: mean(({ seconds }) => seconds) / write.seconds,
      speed: people / (imported / 1000),
      read: read / imported,
      memory: first.megabytes - before,
      backup: backup.made / backup.floor,
      made: backup.made,
      verified: backup.verified,
    };
  } finally {
    await bench.close();
  }
}
