// The import that is under way: its file, what was decided, and the work on it. It goes on while other screens are shown.
import { signal } from '@preact/signals';
import type { Choice } from '../../../lib/model/import-fate';
import type { ImportJob } from '../../../lib/model/import-job';
import { call } from '../../../lib/rpc/client';
import type { DryRun } from '../../../lib/transfer/import/dry-run';
import type { Ran } from '../../../lib/transfer/import/run-import';
import type { Found, Source } from '../../../lib/transfer/import/sources';
import type { Outcome, Task } from '../../../lib/transfer/work';
import { runTask } from '../run-task';

type Opened = { file: File; found: Found; source: Source };

export type Stage =
  | { at: 'file'; problem?: string }
  | ({ at: 'check'; run?: DryRun; refused?: Blob; read: number } & Opened)
  | ({ at: 'working'; run: DryRun; read: number; job: ImportJob } & Opened)
  | { at: 'done'; file: File; ran: Ran; job: ImportJob };

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

async function work<Done extends Exclude<Outcome, { failed: string }>['done']>(
  task: Task,
  done: Done,
  tell: (read: number) => void = () => undefined,
): Promise<Extract<Outcome, { done: Done }> | undefined> {
  stop = new AbortController();
  const outcome = await runTask(task, ({ progress }) => tell(progress), stop.signal);
  if ('failed' in outcome) fail(outcome.failed);
  else if (outcome.done === done) return outcome as Extract<Outcome, { done: Done }>;
  return undefined;
}

/** Opens a file: finds out what it is and what its people would change. */
export async function openFile(file: File): Promise<void> {
  reset();
  const outcome = await work({ do: 'inspect', file }, 'inspect');
  if (!outcome) return;
  const { found } = outcome;
  await check({ file, found, source: found.source });
}

/** Reads the whole file once more with what its columns mean now. */
export async function check(opened: Opened): Promise<void> {
  stop.abort();
  stage.value = { at: 'check', ...opened, read: 0 };
  const mine = stage.value;
  const isMine = () => stage.value.at === 'check' && stage.value.source === mine.source;
  const outcome = await work({ do: 'look', file: opened.file, source: opened.source }, 'look', read => {
    if (isMine()) stage.value = { at: 'check', ...opened, read };
  });
  if (!outcome || !isMine()) return;
  const { run, refused } = outcome;
  stage.value = { at: 'check', ...opened, read: run.read, run, ...(refused && { refused }) };
}

/** Brings the people in; goes on where a stopped import of the same file was. */
export async function bringIn(unfinished?: ImportJob): Promise<void> {
  const { value } = stage;
  if (value.at !== 'check' || !value.run) return;
  const { file, found, source, run } = value;
  const job: ImportJob = unfinished ?? {
    id: crypto.randomUUID(),
    at: Date.now(),
    file: { name: file.name.slice(0, 300), size: file.size, modified: file.lastModified },
    ...(found.kind === 'csv' &&
      source.kind === 'csv' && { columns: { headerKey: found.table.headerKey, mapping: source.mapping } }),
    written: 0,
    state: 'running',
  };
  const fields = run.newFields.map(({ name }) => name).filter(name => !leftOut.value.has(name));
  const decisions = { choice: choice.value, choices: choices.value, fields };
  const opened = { file, found, source };
  stage.value = { at: 'working', ...opened, run, read: 0, job };
  const outcome = await work({ do: 'bring', file, source, decisions, job }, 'bring', read => {
    stage.value = { at: 'working', ...opened, run, read, job };
  });
  if (outcome) stage.value = { at: 'done', file, ran: outcome.ran, job };
  await call('views.changed', {});
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
