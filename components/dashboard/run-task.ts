// Bulk work: a worker does it, so that the page stays alive and a stopped background harms nothing.
import type { Outcome, Progress, Task } from '../../lib/transfer/work';
import { startWorker } from './start-worker';

/**
 * Carries out `task` in a worker of its own; `tell` hears how far it is, `signal` asks it to end early, in which case
 * it still gives its outcome. Never throws: a failure is an outcome.
 */
export function runTask(
  task: Task,
  tell: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Outcome> {
  const worker = startWorker();
  signal?.addEventListener('abort', () => worker.postMessage('stop'));
  return new Promise<Outcome>(resolve => {
    worker.onmessage = ({ data }: MessageEvent<Progress | Outcome>) =>
      'progress' in data ? tell(data) : resolve(data);
    worker.onerror = () =>
      resolve({ failed: 'The work stopped unexpectedly. What was told as done is kept.' });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
