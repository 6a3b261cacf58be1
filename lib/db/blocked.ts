// Noticing that the database waits for another window, which holds it in an earlier form.
import type { Database } from './database';

/** Windows of ours let go at once when they are asked; whoever has not in this time (ms) does not. */
const patience = 2000;

/** Listens from the start; the answer gives a promise that is kept when the database has waited too long. */
export function watchBlocked(db: Database, wait = patience): { tooLong: Promise<void> } {
  const tooLong = new Promise<void>(resolve => {
    db.on('blocked', () => {
      setTimeout(() => !db.isOpen() && resolve(), wait);
    });
  });
  return { tooLong };
}
