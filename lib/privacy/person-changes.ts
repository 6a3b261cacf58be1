// What was changed of a person, field by field, as rows of the readable file.
import { html, isolated, type Markup } from './html';
import type { PersonFile } from './person-file';

type Change = PersonFile['changes'][number]['changes'][number];

/** Fields that say only that something was changed. */
const silent = new Set(['version', 'updatedAt']);

/** A row for each field that has another value than before. */
export function changeRows({ changes }: PersonFile): (string | Markup)[][] {
  return changes.flatMap(command =>
    command.changes.flatMap(change =>
      changedFields(change).map(({ field, before, after }) => [
        html`${new Date(command.at).toISOString().slice(0, 16).replace('T', ' ')}`,
        command.name,
        html`${change.table}, ${isolated(field)}`,
        isolated(before),
        isolated(after),
      ]),
    ),
  );
}

const asRow = (image: unknown): Map<string, unknown> =>
  new Map(typeof image === 'object' && image !== null ? Object.entries(image) : []);

/** How a value is written: text as it is, anything else as JSON. */
function written(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function changedFields({ before, after }: Change): { field: string; before: string; after: string }[] {
  const [old, next] = [asRow(before), asRow(after)];
  const fields = [...new Set([...old.keys(), ...next.keys()])].filter(field => !silent.has(field));
  return fields
    .map(field => ({ field, before: written(old.get(field)), after: written(next.get(field)) }))
    .filter(row => row.before !== row.after);
}
