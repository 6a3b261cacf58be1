// Starting the worker that does bulk work.

/** A fresh worker; the caller ends it. */
export const startWorker = () =>
  new Worker(new URL('../../lib/transfer/worker.ts', import.meta.url), { type: 'module' });
