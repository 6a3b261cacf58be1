// Where somebody is has no place of its own in a contact: it is a custom field, made when it is first needed.
import type { Changes } from '../db/changes';
import type { Database } from '../db/database';
import type { CustomField } from '../model/custom-field';
import { newField } from '../replies/new-field';

const name = 'Location';

/** The field, where there is one. */
export async function locationField(db: Database): Promise<CustomField | undefined> {
  return (await db.fields.toArray()).find(field => field.name.toLowerCase() === name.toLowerCase());
}

/** The id of the field, which is made where there is none. Must be called inside the command's transaction. */
export async function needLocationField(db: Database, changes: Changes): Promise<string> {
  const there = await locationField(db);
  if (there) return there.id;
  const field = newField(name, await db.fields.toArray());
  await changes.put('fields', field);
  return field.id;
}
