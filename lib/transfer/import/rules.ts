// By which rules the people of a file are compared with those here.
import { runCommand } from '../../db/command';
import type { Database } from '../../db/database';
import { contactKey, forgottenAmong } from '../../db/forgotten';
import type { Prepared } from '../../db/import/prepare';
import type { Rules } from '../../db/import/weigh';
import type { CustomField } from '../../model/custom-field';
import { fieldSlug } from '../../replies/field-slug';
import { type Reading, sourceAt } from './portions';

/** Ids of custom fields by the names that people gave them; in a file they are called the same. */
export async function knownFields(db: Database): Promise<Map<string, string>> {
  return new Map((await db.fields.toArray()).map(({ name, id }) => [name, id]));
}

/** The rules for a portion. Who of it was forgotten is found here: hashing inside a transaction would end it. */
export async function rulesFor(
  { db, at }: Reading,
  portion: readonly Prepared[],
  rules: Pick<Rules, 'fieldIds' | 'choose' | 'cameBefore'>,
): Promise<Rules> {
  return { source: sourceAt(at), forgotten: await forgottenAmong(db, portion.flatMap(keysOf)), ...rules };
}

/** What somebody forgotten may be known by: identities, and the id here or in an earlier export. */
const keysOf = ({ id, ownId, identities }: Prepared): string[] => [
  ...identities.map(({ key }) => key),
  ...[id, ownId].flatMap(own => (own ? contactKey(own) : [])),
];

/** A field that is made for a column: for days where each of its values is one, else for text. */
export type NewField = { name: string; kind: 'text' | 'date' };

/** Whether a value is a day: `1986-03-04`, or `--03-04` as address cards have it without its year. */
export const isDay = (value: string): boolean => /^(?:\d{4}-|--)\d\d-\d\d$/.test(value);

/** The most custom fields that an installation has. */
const mostFields = 200;

/** Makes those fields whose names are not here yet, as part of the batch; gives the ids of all. */
export async function makeFields(
  db: Database,
  wanted: readonly NewField[],
  { batch, at }: { batch: string; at: number },
): Promise<Map<string, string>> {
  const info = { id: `${batch}--fields`, name: 'people.import', at, batch };
  await runCommand(db, info, async changes => {
    const here = await db.fields.toArray();
    const slugs = new Set(here.map(({ slug }) => slug));
    let order = Math.max(0, ...here.map(field => field.order));
    const fresh = wanted.filter(({ name }) => here.every(field => field.name !== name));
    for (const { name, kind } of fresh.slice(0, mostFields - here.length)) {
      const id = crypto.randomUUID();
      const slug = fieldSlug(name, id, slugs);
      slugs.add(slug);
      const field: CustomField = {
        id,
        slug,
        name: name.slice(0, 60),
        kind,
        choices: [],
        order: ++order,
      };
      await changes.put('fields', field);
    }
    return null;
  });
  return knownFields(db);
}
