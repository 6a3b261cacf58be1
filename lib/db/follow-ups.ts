// Queries over follow-ups.
import { Dexie } from 'dexie';
import type { FollowUp } from '../model/follow-up';
import type { Database } from './database';

const dueBefore = (db: Database, until: number) =>
  db.followUps.where('[done+dueAt]').between([0, Dexie.minKey], [0, until]);

/** Waiting follow-ups due before `until` (ms), the earliest first, at most `limit`. */
export function listDue(db: Database, until: number, limit = Number.POSITIVE_INFINITY): Promise<FollowUp[]> {
  return dueBefore(db, until).limit(limit).toArray();
}

/** How many waiting follow-ups are due before `until` (ms). */
export function countDue(db: Database, until: number): Promise<number> {
  return dueBefore(db, until).count();
}

/** Waiting follow-ups due at or after `from` (ms), the earliest first, at most `limit`. */
export function listUpcoming(db: Database, from: number, limit: number): Promise<FollowUp[]> {
  return db.followUps
    .where('[done+dueAt]')
    .between([0, from], [0, Dexie.maxKey], true, true)
    .limit(limit)
    .toArray();
}

/** The waiting follow-ups of a contact, the earliest first. */
export async function listWaiting(db: Database, contactId: string): Promise<FollowUp[]> {
  const all = await db.followUps.where('contactId').equals(contactId).toArray();
  return all.filter(item => item.done === 0).sort((a, b) => a.dueAt - b.dueAt);
}

/** Waiting follow-ups that are due at `now` (ms) and whose person is not in the trash. */
export async function dueFollowUps(db: Database, now: number): Promise<FollowUp[]> {
  const due = await listDue(db, now + 1);
  const contacts = await db.contacts.bulkGet(due.map(item => item.contactId));
  return due.filter((_item, index) => contacts[index] && contacts[index]?.deletedAt === undefined);
}

/** When the next follow-up after `now` is due, if there is one. */
export async function nextDueAt(db: Database, now: number): Promise<number | undefined> {
  const [next] = await listUpcoming(db, now + 1, 1);
  return next?.dueAt;
}

/** Remembers that the user was told; not journaled, since nothing the user wrote changes. */
export async function markNotified(db: Database, ids: string[], now: number): Promise<void> {
  await db.followUps.where('id').anyOf(ids).modify({ notifiedAt: now });
}
