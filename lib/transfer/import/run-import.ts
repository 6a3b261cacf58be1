// An import that was decided on: writes portion after portion, each of which stays, and can go on where it was stopped.
import type { Database } from '../../db/database';
import { type Prepared, printOf } from '../../db/import/prepare';
import { writePortion } from '../../db/import/write';
import type { Choice, Fate } from '../../model/import-fate';
import type { ImportJob } from '../../model/import-job';
import type { ReadPerson } from '../../model/person-draft';
import { inPortions, type Reading } from './portions';
import { makeFields, type NewField, rulesFor } from './rules';

/** What somebody decided in the review. */
export type Decisions = {
  /** Whose value stays where both have one, unless said otherwise for that place and value. */
  choice: Choice;
  choices: Record<number, Record<string, Choice>>;
  /** Columns that become custom fields. */
  fields: NewField[];
};

export type Ran = {
  counts: Record<Fate, number>;
  /** How many things of the file are read and, where they were people, written. */
  read: number;
  /** Whether it was stopped before the end; everything up to `read` is there. */
  isStopped: boolean;
};

/**
 * The same for the same people at the same place: what was written before a stop is not written again, and whoever comes
 * with another choice of the file's content is. Padded, so that ids sort as they were written: a batch is taken back from
 * its end.
 */
function portionId(job: ImportJob, number: number, portion: readonly Prepared[]): string {
  const print = printOf(JSON.stringify(portion.map(({ draft }) => draft)));
  return `${job.id}-${String(number).padStart(6, '0')}-${print.slice(0, 12)}`;
}

/**
 * Writes the people of a file, then what is left to do for them. A stop by `signal` leaves whole portions; none is written
 * twice.
 */
export async function runImport(
  db: Database,
  job: ImportJob,
  people: AsyncIterable<ReadPerson>,
  decisions: Decisions,
  tell: (read: number) => void,
  signal: AbortSignal,
  afterwards: () => Promise<void> = async () => undefined,
): Promise<Ran> {
  const reading: Reading = { db, at: job.at, signal };
  const fieldIds = await makeFields(db, decisions.fields, { batch: job.id, at: job.at });
  const choose = (place: number, what: string) => decisions.choices[place]?.[what] ?? decisions.choice;
  const ran: Ran = {
    counts: { new: 0, changed: 0, same: 0, conflict: 0, again: 0, refused: 0 },
    read: 0,
    isStopped: false,
  };
  await db.imports.put({ ...job, state: 'running' });
  try {
    for await (const { number, portion, refused, read } of inPortions(people, reading)) {
      const info = { id: portionId(job, number, portion), batch: job.id, at: job.at };
      const rules = await rulesFor(reading, portion, { fieldIds, choose });
      const weighed = await db.transaction('rw', db.tables, async () => {
        await db.imports.update(job.id, { written: read });
        return writePortion(db, info, portion, rules);
      });
      ran.counts.refused += refused.length;
      for (const { fate } of weighed ?? []) ran.counts[fate]++;
      ran.read = read;
      tell(read);
    }
    await afterwards();
  } catch (error) {
    if (!signal.aborted) throw error;
    ran.isStopped = true;
  }
  await db.imports.update(job.id, { state: ran.isStopped ? 'stopped' : 'done' });
  return ran;
}
