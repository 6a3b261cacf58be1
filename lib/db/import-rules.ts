// Which of two rows stays when a file brings one that is here already.
import type { Contact } from '../model/contact';
import type { JournaledTable } from '../model/journal';
import { sameData } from './changes';
import { untaken } from './taken';

export type Row = Record<string, unknown>;
export type Fate = 'added' | 'changed' | 'same' | 'kept';
/** What becomes of a row: `row` is what is stored, `differs` names the fields in which the one here is kept. */
export type Verdict = { fate: Fate; row: Row; differs: string[] };

/** Fields that say when and how often, not what. */
const clock = ['version', 'updatedAt'];

/**
 * Of two rows of one contact the one changed last stays; of other rows, which don't say when they were changed, the
 * one that is here. `here` is undefined for what is new; `now` in ms. With `isFileRight` the given one stays, as one
 * that was changed now.
 */
export function settle(
  table: JournaledTable,
  here: Row | undefined,
  given: Row,
  now: number,
  isFileRight = false,
): Verdict {
  const row = table === 'contacts' ? harmless(here, given, now) : { ...given };
  if (!here) return { fate: 'added', row, differs: [] };
  const differs = differences(here, given);
  if (differs.length === 0) return { fate: 'same', row: here, differs };
  if (isFileRight) Object.assign(row, clockAfter(table, here, row, now));
  else if (table !== 'contacts' || !isNewer(row, here)) return { fate: 'kept', row: here, differs };
  const left = differences(row, given);
  return differences(here, row).length === 0
    ? { fate: 'kept', row: here, differs: left }
    : { fate: 'changed', row, differs: left };
}

/** Names of the fields in which two rows differ, but for when they were changed. */
export function differences(a: Row, b: Row): string[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return fields.filter(field => !clock.includes(field) && !sameData(a[field], b[field]));
}

/** What a contact's row says of when it was changed, so that views which read the other one notice. */
const clockAfter = (table: JournaledTable, here: Row, given: Row, now: number): Row =>
  table === 'contacts'
    ? { version: Math.max(Number(here.version), Number(given.version)) + 1, updatedAt: now }
    : {};

function isNewer(given: Row, here: Row): boolean {
  const [a, b] = [Number(given.updatedAt), Number(here.updatedAt)];
  return a === b ? Number(given.version) > Number(here.version) : a > b;
}

/**
 * A contact's row as it may come in: nobody here is put in the trash, who comes in the trash stays there from now on,
 * nothing was changed in the future, "do not contact" is never lifted, and nobody here is merged or taken apart: what
 * the given one took from others, whom the one here took nothing from, is left out.
 */
function harmless(here: Row | undefined, given: Row, now: number): Row {
  const { deletedAt, merged, taken, ...rest } = here ? ownOrShared(given, here) : given;
  const own = here ?? { merged, taken };
  const trashed = deletedAt !== undefined && (here === undefined || here.deletedAt !== undefined);
  return {
    ...rest,
    doNotContact: given.doNotContact === true || here?.doNotContact === true,
    updatedAt: Math.min(Number(given.updatedAt), now),
    ...(own.merged !== undefined && { merged: own.merged }),
    ...(own.taken !== undefined && { taken: own.taken }),
    ...(trashed && { deletedAt: here?.deletedAt ?? now }),
  };
}

const takenOf = ({ taken }: Row) => (taken ?? []) as NonNullable<Contact['taken']>;

/** A contact's row without facts that it took from people of whom the one here does not have them. */
function ownOrShared(given: Row, here: Row): Row {
  if (takenOf(given).length === 0) return given;
  const isHere = (fact: string, of: string) =>
    takenOf(here).some(taken => taken.fact === fact && taken.of === of);
  return { ...untaken(given as Contact, (of, fact) => !isHere(fact, of)) };
}
