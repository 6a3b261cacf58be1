// Values of custom fields that there are no more.
import type { Contact } from '../model/contact';
import type { Remark } from './export-format';

/** Takes values of fields that are not in `known` out of the contacts, and says so in `remarks`. */
export function dropLostFields(
  rows: { row: number; data: Pick<Contact, 'fields'> }[],
  known: Set<string>,
  remarks: Remark[],
): void {
  for (const { row, data } of rows) {
    const lost = data.fields.filter(({ field }) => !known.has(field));
    if (lost.length === 0) continue;
    data.fields = data.fields.filter(({ field }) => known.has(field));
    const names = lost.map(({ field }) => field).join(', ');
    remarks.push({ list: 'contacts', row, reason: `Left out, since there is no such field: ${names}.` });
  }
}
