// Cutting what an importer gives into portions, each ready to be compared and written in one transaction.
import type { Database } from '../../db/database';
import { type Prepared, prepareDraft } from '../../db/import/prepare';
import { readSettings } from '../../db/settings';
import type { ReadPerson } from '../../model/person-draft';
import type { Source } from '../../model/source';

/** People of one transaction: few enough that a cancelled import ends within a blink. */
export const peopleAtOnce = 250;

export type Reading = {
  db: Database;
  /** When the import began (ms): the time of all its values. */
  at: number;
  signal: AbortSignal;
};

export type Refused = Extract<ReadPerson, { refused: string }>;
/** `read`: how many things of the file were read so far. */
export type Portion = { number: number; portion: Prepared[]; refused: Refused[]; read: number };

export const sourceAt = (at: number): Source => ({ from: 'import', at });

/**
 * The people of a file in portions, in its order. The same file gives the same portions again, which is what a stopped
 * import goes on by. Throws the signal's reason when it ends.
 */
export async function* inPortions(
  people: AsyncIterable<ReadPerson>,
  reading: Reading,
): AsyncGenerator<Portion> {
  const portions = cutPortions(people, reading);
  let next = portions.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      reading.signal.throwIfAborted();
      // Got ready while the last is compared and written, which is for the most part waiting.
      next = portions.next();
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await portions.return(undefined);
  }
}

async function* cutPortions(
  people: AsyncIterable<ReadPerson>,
  { db, at, signal }: Reading,
): AsyncGenerator<Portion, undefined> {
  const { country } = (await readSettings(db)).me;
  const words = new Map<string, number>();
  const occurrence = (text: string) => {
    const before = words.get(text) ?? 0;
    words.set(text, before + 1);
    return before;
  };
  const context = { source: sourceAt(at), country, occurrence };
  let next: Portion = { number: 0, portion: [], refused: [], read: 0 };
  for await (const person of people) {
    signal.throwIfAborted();
    next.read++;
    if ('refused' in person) next.refused.push(person);
    else next.portion.push(prepareDraft(person, context));
    if (next.portion.length < peopleAtOnce && next.refused.length < peopleAtOnce) continue;
    yield next;
    next = { number: next.number + 1, portion: [], refused: [], read: next.read };
  }
  if (next.portion.length > 0 || next.refused.length > 0) yield next;
}
