// What the user calls facts: labels of preferences, names of custom fields.
import type { Database } from '../db/database';
import { labelOf } from '../db/facts';
import type { Facts } from '../model/contact';

/** Gives the user's own name of a fact of these people; undefined for facts that have one of our words. */
export async function factLabels(
  db: Database,
  people: Facts[],
): Promise<(fact: string) => string | undefined> {
  const names = new Map((await db.fields.toArray()).map(field => [`field:${field.id}`, field.name]));
  return fact => names.get(fact) ?? labelOf(fact, people);
}
