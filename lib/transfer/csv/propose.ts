// What the columns of a table mean, as far as its header and its first rows say.
import { foldHeader, type Meaning, meaningOf } from './column-words';
import { dateOrder } from './dates';
import { type Exporter, exporterOf, specialMeaning } from './exporters';
import { type Column, type ColumnTarget, type Mapping, singular } from './mapping';
import { rawMark } from './own-columns';
import { guessColumn } from './shape';

/** Languages that put the family name first, by words of their headers. */
const familyFirst = /^(vezeteknev|csaladnev|nev|姓|氏名|名前|성|성명)$/u;

/** The meaning of a table's columns. Without a header the first rows are all there is to go by. */
export function proposeMapping(
  header: readonly string[],
  hasHeader: boolean,
  rows: readonly string[][],
): { exporter?: Exporter; mapping: Mapping } {
  const exporter = hasHeader ? exporterOf(header) : undefined;
  const meanings = header.map((cell, index) =>
    hasHeader
      ? (specialMeaning(exporter, header, index) ?? meaningOf(cell) ?? { to: 'field' as const })
      : guessColumn(rows.map(row => row[index] ?? '')),
  );
  if (exporter !== 'regulars' && exporter !== 'google') settleNames(header, meanings);
  const columns = named(header, meanings);
  const days = columns.flatMap(({ to }, place) => (to === 'createdAt' || to === 'consentAt' ? [place] : []));
  const dates = dateOrder(rows.flatMap(row => days.map(place => row[place] ?? '')));
  const isFamilyFirst = header.some(cell => familyFirst.test(foldHeader(cell).normalize('NFC')));
  return {
    ...(exporter && { exporter }),
    mapping: {
      columns,
      nameOrder: isFamilyFirst ? 'family-first' : 'given-first',
      ...(dates && { dates }),
      guards: exporter !== 'regulars' ? 'cells' : header.includes(rawMark) ? 'none' : 'lines',
      lists: exporter === 'regulars' ? 'lines' : 'signs',
      hasFooter: exporter === 'salesforce',
    },
  };
}

/** "Name" beside "Vorname" is the family name, "Nombre" beside "Apellidos" the given name. */
function settleNames(header: readonly string[], meanings: Meaning[]): void {
  const places = (to: ColumnTarget) =>
    meanings.flatMap((meaning, place) => (meaning.to === to ? [place] : []));
  const [name] = places('name').filter(place =>
    /^(name|nom|naam|nome|nombre|имя)$/.test(foldHeader(header[place] ?? '')),
  );
  if (name === undefined) return;
  const [hasFirst, hasLast] = [places('firstName').length > 0, places('lastName').length > 0];
  if (hasFirst && !hasLast) meanings[name] = { to: 'lastName' };
  if (hasLast && !hasFirst && foldHeader(header[name] ?? '') !== 'name') meanings[name] = { to: 'firstName' };
}

type Found = Meaning & { labelFrom?: number; name?: string };

/** The columns with their names; what is there twice and can't be is a field. */
function named(header: readonly string[], meanings: Found[]): Column[] {
  const seen = new Set<ColumnTarget>();
  const names = new Map<string, number>();
  return meanings.map(({ to: meant, label, labelFrom, name: given }, index) => {
    const to = singular.has(meant) && seen.has(meant) ? 'field' : meant;
    seen.add(to);
    const name = columnName(given ?? (to === 'address' ? addressName(label) : header[index]), index);
    const times = (names.get(name) ?? 0) + 1;
    const isOwnField = to === 'field' && labelFrom === undefined;
    if (isOwnField) names.set(name, times);
    return {
      to,
      name: isOwnField && times > 1 ? `${name.slice(0, 54)} ${times}` : name,
      ...(label && { label }),
      ...(labelFrom !== undefined && { labelFrom }),
    };
  });
}

const addressName = (label: string | undefined) => (label ? `Address (${label})` : 'Address');

const columnName = (text: string | undefined, index: number) =>
  (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60).trim() || `Column ${index + 1}`;
