// The import that is under way: its file, what was decided, and the work on it. It goes on while other screens are shown.
import { signal } from '@preact/signals';
import type { Choice } from '../../../lib/model/import-fate';
import type { ImportJob } from '../../../lib/model/import-job';
import { call } from '../../../lib/rpc/client';
import type { Given } from '../../../lib/transfer/csv/shape';
import type { Found, Source } from '../../../lib/transfer/import/sources';
import type { Outcome, Task } from '../../../lib/transfer/work';
import { runTask } from '../run-task';

/** `files`: one, or several with mails. */
type Opened = { files: File[]; found: Found; source: Source };
/** How much of how much is read: people while `of` is 0, else bytes. */
export type Reading = { read: number; of: number };
type Looked = Omit<Extract<Outcome, { done: 'look' }>, 'done'>;
type Brought = Extract<Outcome, { done: 'bring' }>['ran'];

export type Stage =
  | { at: 'file'; problem?: string }
  | ({ at: 'opening'; files: File[] } & Reading)
  | ({ at: 'check' } & Partial<Looked> & Opened & Reading)
  | ({ at: 'working'; run: Looked['run']; job: ImportJob } & Opened & Reading)
  | { at: 'done'; files: File[]; ran: Brought; job: ImportJob };

export const stage = signal<Stage>({ at: 'file' });
/** Whose value stays, by place and name of the value; for all others `choice`. */
export const choices = signal<Record<number, Record<string, Choice>>>({});
export const choice = signal<Choice>('mine');
/** Names of columns that are to become no custom field. */
export const leftOut = signal<ReadonlySet<string>>(new Set());

let stop = new AbortController();

const fail = (problem: string) => {
  stage.value = { at: 'file', problem };
};

const none: Reading = { read: 0, of: 0 };

/** Carries out a task. Nothing comes of one that was ended early, unless it still has an outcome. */
async function work<Done extends Exclude<Outcome, { failed: string }>['done']>(
  task: Task,
  done: Done,
  tell: (reading: Reading) => void,
): Promise<Extract<Outcome, { done: Done }> | undefined> {
  stop.abort();
  const own = new AbortController();
  stop = own;
  const outcome = await runTask(task, ({ progress: read, of }) => tell({ read, of }), own.signal);
  if ('failed' in outcome) {
    if (!own.signal.aborted) fail(outcome.failed);
  } else if (outcome.done === done) return outcome as Extract<Outcome, { done: Done }>;
  return undefined;
}

/** Opens files: finds out what they are and what their people would change. */
export async function openFiles(files: File[]): Promise<void> {
  reset();
  stage.value = { at: 'opening', files, ...none };
  const outcome = await work({ do: 'inspect', files }, 'inspect', reading => {
    stage.value = { at: 'opening', files, ...reading };
  });
  if (!outcome) return;
  const { found } = outcome;
  await check({ files, found, source: found.source });
}

/** Opens a table anew, written as is said by hand. */
export async function readOtherwise(given: Given): Promise<void> {
  const { value } = stage;
  if (value.at !== 'check') return;
  const { files, found, source } = value;
  stage.value = { at: 'check', files, found, source, ...none };
  const outcome = await work({ do: 'inspect', files, given }, 'inspect', () => undefined);
  if (outcome) await check({ files, found: outcome.found, source: outcome.found.source });
}

/** Reads everything once more with what was decided about it now. */
export async function check({ files, found, source }: Opened): Promise<void> {
  const opened = { files, found, source };
  stage.value = { at: 'check', ...opened, ...none };
  const isMine = () => stage.value.at === 'check' && stage.value.source === source;
  const outcome = await work({ do: 'look', files, source }, 'look', reading => {
    if (isMine()) stage.value = { at: 'check', ...opened, ...reading };
  });
  if (!outcome || !isMine()) return;
  const { run, refused } = outcome;
  stage.value = { at: 'check', ...opened, ...none, run, ...(refused && { refused }) };
}

/** Brings the people in; goes on where a stopped import of the same files was. */
export async function bringIn(unfinished?: ImportJob): Promise<void> {
  const { value } = stage;
  if (value.at !== 'check' || !value.run) return;
  const { files, found, source, run } = value;
  const job = unfinished ?? newJob(value);
  const fields = run.newFields.filter(({ name }) => !leftOut.value.has(name));
  const decisions = { choice: choice.value, choices: choices.value, fields };
  const working = { at: 'working' as const, files, found, source, run, job };
  stage.value = { ...working, ...none };
  const outcome = await work({ do: 'bring', files, source, decisions, job }, 'bring', reading => {
    stage.value = { ...working, ...reading };
  });
  if (outcome) stage.value = { at: 'done', files, ran: outcome.ran, job };
  // Stopped before anything was written: the first step says what is unfinished.
  else if (stage.value.at === 'working') stage.value = { at: 'file' };
  await call('views.changed', {});
}

/** By what files are known again: the name of the first, and how much and how new all are. */
export const fileOf = (files: readonly File[]): ImportJob['file'] => ({
  name: files[0]?.name.slice(0, 300) ?? '',
  size: files.reduce((sum, { size }) => sum + size, 0),
  modified: Math.max(...files.map(({ lastModified }) => lastModified)),
});

function newJob({ files, found, source }: Opened): ImportJob {
  const isTable = found.kind === 'csv' && source.kind === 'csv';
  return {
    id: crypto.randomUUID(),
    at: Date.now(),
    file: fileOf(files),
    ...(isTable && { columns: { headerKey: found.table.headerKey, mapping: source.mapping } }),
    written: 0,
    state: 'running',
  };
}

/** Ends what runs: a check comes to nothing, an import keeps the portions that are written. */
export const stopWork = () => stop.abort();

export function reset(): void {
  stop.abort();
  choices.value = {};
  choice.value = 'mine';
  leftOut.value = new Set();
  stage.value = { at: 'file' };
}

/** Decides one value of one person. */
export function choose(place: number, what: string, whose: Choice): void {
  choices.value = { ...choices.value, [place]: { ...choices.value[place], [what]: whose } };
}

/** Decides every value that differs. */
export function chooseAll(whose: Choice): void {
  choices.value = {};
  choice.value = whose;
}
