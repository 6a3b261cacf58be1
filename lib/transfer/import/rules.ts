// By which rules the people of a file are compared with those here.
import { runCommand } from '../../db/command';
import type { Database } from '../../db/database';
import { contactKey, forgottenAmong } from '../../db/forgotten';
import type { Prepared } from '../../db/import/prepare';
import type { Rules } from '../../db/import/weigh';
import type { CustomField } from '../../model/custom-field';
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

/** The most custom fields that an installation has. */
const mostFields = 200;

/** Makes the fields of these names that are not here yet, as part of the batch; gives the ids of all. */
export async function makeFields(
  db: Database,
  names: readonly string[],
  { batch, at }: { batch: string; at: number },
): Promise<Map<string, string>> {
  const info = { id: `${batch}--fields`, name: 'people.import', at, batch };
  await runCommand(db, info, async changes => {
    const here = await db.fields.toArray();
    const slugs = new Set(here.map(({ slug }) => slug));
    let order = Math.max(0, ...here.map(field => field.order));
    const fresh = names.filter(name => here.every(field => field.name !== name));
    for (const name of fresh.slice(0, mostFields - here.length)) {
      const id = crypto.randomUUID();
      const slug = slugFor(name, id, slugs);
      slugs.add(slug);
      const field: CustomField = {
        id,
        slug,
        name: name.slice(0, 60),
        kind: 'text',
        choices: [],
        order: ++order,
      };
      await changes.put('fields', field);
    }
    return null;
  });
  return knownFields(db);
}

/** The name as a variable of replies; a number behind it where another field has that. */
function slugFor(name: string, id: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34);
  const slug = plain || `field_${id.slice(0, 8)}`;
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}_${number}`)) number++;
  return `${slug}_${number}`;
}
