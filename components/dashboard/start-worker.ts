// Starting the workers of the full page.

/** A fresh worker for imports and exports; the caller ends it. */
export const startWorker = () =>
  new Worker(new URL('../../lib/transfer/worker.ts', import.meta.url), { type: 'module' });

/** The worker that holds the list of contacts; it lives as long as the page. */
export const startListWorker = () =>
  new Worker(new URL('../../lib/list/worker.ts', import.meta.url), { type: 'module' });
