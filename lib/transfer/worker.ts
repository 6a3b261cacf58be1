// The worker of the full page: bulk work on the database.
import '../platform/zod';
import { carryOut, type Task } from './work';

const early = new AbortController();

self.addEventListener('message', ({ data }: MessageEvent<Task | 'stop'>) => {
  if (data === 'stop') return early.abort();
  void carryOut(data, progress => self.postMessage(progress), early.signal).then(outcome =>
    self.postMessage(outcome),
  );
});
