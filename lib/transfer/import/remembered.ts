// Columns are what they were the last time a table with the same header was brought in.
import type { Database } from '../../db/database';
import { readSettings } from '../../db/settings';
import { type Column, mappingSchema } from '../csv/mapping';
import type { Found } from './sources';

/**
 * Gives `found` with the mapping of the last import of such a table, if there was one; a new one reads numbers as of the
 * user's country, and what is a custom field here already goes into that.
 */
export async function withRemembered(db: Database, found: Found): Promise<Found> {
  if (found.kind !== 'csv') return found;
  const { header, headerKey, mapping: proposed } = found.table;
  const jobs = await db.imports.filter(({ columns }) => columns?.headerKey === headerKey).sortBy('at');
  const { data: mapping } = mappingSchema.safeParse(jobs.at(-1)?.columns?.mapping);
  if (mapping?.columns.length === header.length)
    return { ...found, source: { ...found.source, mapping }, isRemembered: true };
  const { country } = (await readSettings(db)).me;
  const names = (await db.fields.toArray()).map(({ name }) => name);
  const columns = intoFields(proposed.columns, names);
  return {
    ...found,
    source: { ...found.source, mapping: { ...proposed, columns, ...(country && { country }) } },
  };
}

/** Columns that are named like a field that is there, but for case, go into it; the first of several. */
function intoFields(columns: readonly Column[], names: readonly string[]): Column[] {
  const isOwn = ({ to, labelFrom }: Column) => to === 'field' && labelFrom === undefined;
  const free = new Set(names.filter(name => !columns.some(column => isOwn(column) && column.name === name)));
  return columns.map(column => {
    if (!isOwn(column) || names.includes(column.name)) return column;
    const same = [...free].find(name => name.toLowerCase() === column.name.toLowerCase());
    if (same === undefined) return column;
    free.delete(same);
    return { ...column, name: same };
  });
}
