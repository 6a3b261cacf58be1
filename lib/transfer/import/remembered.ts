// Columns are what they were the last time a table with the same header was brought in.
import type { Database } from '../../db/database';
import { readSettings } from '../../db/settings';
import { mappingSchema } from '../csv/mapping';
import type { Found } from './sources';

/**
 * Gives `found` with the mapping of the last import of such a table, if there was one; a new one reads numbers as of the
 * user's country.
 */
export async function withRemembered(db: Database, found: Found): Promise<Found> {
  if (found.kind !== 'csv') return found;
  const { header, headerKey } = found.table;
  const jobs = await db.imports.filter(({ columns }) => columns?.headerKey === headerKey).sortBy('at');
  const { data: mapping } = mappingSchema.safeParse(jobs.at(-1)?.columns?.mapping);
  if (mapping?.columns.length === header.length)
    return { ...found, source: { kind: 'csv', mapping }, isRemembered: true };
  const { country } = (await readSettings(db)).me;
  return country
    ? { ...found, source: { kind: 'csv', mapping: { ...found.table.mapping, country } } }
    : found;
}
