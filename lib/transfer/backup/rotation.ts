// Which backups in the folder have had their time: a week of days, a month of weeks, and a month of those before changes.
import type { Backup } from '../../model/backup';

const day = 86_400_000;
/** Daily ones are kept for as many days and weeks; those before a change for as many days. */
const [daysKept, weeksKept, beforeKept] = [7, 4, 30];

const dayOf = (at: number) => Math.floor(at / day);
/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (at: number) => Math.floor((dayOf(at) + 3) / 7);

/**
 * The backups whose files may go at `now` (ms). Never one that was asked for by a click, never the latest that is
 * verified; one that is not verified takes nobody's place.
 */
export function superfluous(backups: Backup[], now: number): Backup[] {
  const present = backups
    .filter(backup => backup.where === 'folder' && backup.removedAt === undefined)
    .sort((a, b) => b.at - a.at);
  const verified = present.filter(backup => backup.verifiedAt !== undefined);
  const daily = verified.filter(backup => backup.kind === 'daily');
  const kept = new Set([
    ...verified.slice(0, 1),
    ...latestOfEach(daily, dayOf, daysKept),
    ...latestOfEach(daily, weekOf, weeksKept),
    ...present.filter(({ kind, at }) => kind === 'before' && at > now - beforeKept * day),
    ...present.filter(({ verifiedAt, at }) => verifiedAt === undefined && at > now - daysKept * day),
    ...present.filter(({ kind }) => kind === 'asked'),
  ]);
  return present.filter(backup => !kept.has(backup));
}

/** Of the latest `count` groups the first of each. */
function latestOfEach(sorted: Backup[], groupOf: (at: number) => number, count: number): Backup[] {
  const groups = Map.groupBy(sorted, ({ at }) => groupOf(at));
  return [...groups.values()].slice(0, count).flatMap(group => group.slice(0, 1));
}
