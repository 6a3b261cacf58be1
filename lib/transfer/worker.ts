// The worker of the full page: bulk work on the database.
import '../platform/zod';
import { carryOut, type Task } from './work';

self.addEventListener('message', (event: MessageEvent<Task>) => {
  void carryOut(
    event.data,
    progress => self.postMessage(progress),
    save => self.postMessage({ save }),
  ).then(outcome => self.postMessage(outcome));
});
