// How much is stored: rows of each kind and about how many bytes they take.
import type { Database } from './database';

export type Amount = { kind: string; rows: number; bytes: number };

/** Rows that stand for all of their table when bytes are estimated. */
const sampleSize = 100;

/** What is counted under which name; settings and derived rows are few or follow from these. */
const tables = [
  'identities',
  'events',
  'followUps',
  'rejections',
  'distinct',
  'fields',
  'replies',
  'savedViews',
  'journal',
  'forgotten',
] as const;

/** Rows and bytes of everything that is kept; bytes are those of the rows as JSON, estimated from the first hundred. */
export async function readAmounts(db: Database): Promise<Amount[]> {
  const [people, sample] = [await db.contacts.count(), await db.contacts.limit(sampleSize).toArray()];
  const trashed = await db.contacts.where('deletedAt').aboveOrEqual(0).count();
  const merged = await db.contacts
    .where('merged.into')
    .above('')
    .filter(({ deletedAt }) => deletedAt === undefined)
    .count();
  const present = people - trashed - merged;
  const each = averageOf(sample);
  const others = await Promise.all(
    tables.map(async kind => {
      const rows = await db.table(kind).count();
      return {
        kind,
        rows,
        bytes: Math.round(rows * averageOf(await db.table(kind).limit(sampleSize).toArray())),
      };
    }),
  );
  return [
    { kind: 'contacts', rows: present, bytes: Math.round(present * each) },
    { kind: 'merged', rows: merged, bytes: Math.round(merged * each) },
    { kind: 'trash', rows: trashed, bytes: Math.round(trashed * each) },
    ...others,
  ];
}

const averageOf = (rows: unknown[]): number =>
  rows.length === 0 ? 0 : new TextEncoder().encode(JSON.stringify(rows)).length / rows.length;
