// Asking the list's worker: one for the whole page, started when it is first needed.
import { signal } from '@preact/signals';
import type { DeskCalls, Told } from '../../lib/list/desk';
import type { Question, Reply } from '../../lib/list/worker';
import { onChanged } from '../../lib/rpc/changed';
import { startListWorker } from './start-worker';
import { toast } from './toast';

/** Grows whenever the list is no longer as it was. */
export const listVersion = signal(0);
/** How far the bulk change is that is being carried out. */
export const progress = signal<{ done: number; of: number } | undefined>(undefined);

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let questions = 0;
/** Whether the worker that runs ever answered: one that can't is not started again and again. */
let hasAnswered = false;

function hear(told: Told): void {
  if (told.told === 'changed') listVersion.value++;
  else if (told.told === 'progress') progress.value = { done: told.done, of: told.of };
  else toast.value = { text: told.message, bad: true };
}

function receive(message: Reply | Told): void {
  if ('told' in message) {
    hear(message);
    return;
  }
  hasAnswered = true;
  const question = waiting.get(message.id);
  waiting.delete(message.id);
  if ('failed' in message) question?.reject(new Error(message.failed));
  else question?.resolve(message.value);
}

/** A worker that died answers nothing more: what waits fails, and the next question starts a new one. */
function restart(): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error('The list stopped unexpectedly. Try again.'));
  waiting.clear();
  if (hasAnswered) listVersion.value++;
  hasAnswered = false;
}

/** What was changed elsewhere is told to the page by the background; a worker has no ears for it. */
const passOn = () => {
  onChanged((_what, where) => {
    if (!where && worker) ask('refresh').catch(() => undefined);
  }, new AbortController().signal);
};
let isListening = false;

function start(): Worker {
  if (!isListening) passOn();
  isListening = true;
  const started = startListWorker();
  started.onmessage = ({ data }: MessageEvent<Reply | Told>) => receive(data);
  started.onerror = restart;
  return started;
}

/** Asks the desk. Throws what it refuses, as a sentence. */
export function ask<Name extends keyof DeskCalls>(
  name: Name,
  ...input: Parameters<DeskCalls[Name]>
): Promise<Awaited<ReturnType<DeskCalls[Name]>>> {
  const id = ++questions;
  worker ??= start();
  const question: Question = { id, name, input };
  worker.postMessage(question);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: value => resolve(value as Awaited<ReturnType<DeskCalls[Name]>>), reject });
  });
}
