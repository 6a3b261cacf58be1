// The worker of the full page: bulk work on the database.
import '../platform/zod';
import type { Save } from './backup/make';
import { carryOut, type Task } from './work';

const early = new AbortController();

self.addEventListener('message', ({ data }: MessageEvent<Task | 'stop'>) => {
  if (data === 'stop') return early.abort();
  const save: Save = file => self.postMessage({ save: file });
  void carryOut(data, progress => self.postMessage(progress), { signal: early.signal, save }).then(outcome =>
    self.postMessage(outcome),
  );
});
