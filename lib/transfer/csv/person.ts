// A row of a table as a person, by what its columns mean.
import type { PersonDraft, ReadPerson } from '../../model/person-draft';
import type { TableRow } from './cursor';
import { unguardCell, unguardLines } from './guard';
import { type Column, type ColumnTarget, type Mapping, singular } from './mapping';
import { joinedName, type NameParts } from './person-name';
import { takers } from './takers';
import { keep, keepInstead, nobody, type Taking, takeText } from './taking';
import { cleanText } from './values';

const unguards: Record<Mapping['guards'], (cell: string) => string> = {
  none: cell => cell,
  cells: unguardCell,
  lines: unguardLines,
};

/** The person in a row; undefined for a row whose cells are all blank. */
export function personOf(row: TableRow, mapping: Mapping): ReadPerson | undefined {
  if ('refused' in row) return { place: row.line, refused: row.refused };
  const { line, cells } = row;
  if (cells.every(cell => cell.trim() === '')) return undefined;
  const { columns } = mapping;
  if (mapping.hasFooter && cells.length === 1 && columns.length > 2)
    return {
      place: line,
      refused: `This row has one cell instead of ${columns.length}, as what a report says about itself.`,
    };
  const taking = nobody(line, mapping);
  if (row.isOddlyQuoted)
    taking.remarks.add(
      'Quotation marks stand where none belong. See whether this row was read as it was meant.',
    );
  const unguard = unguards[mapping.guards];
  const taken = new Set<ColumnTarget>();
  for (const [index, given] of cells.entries()) {
    const cell = cleaned(taking, unguard(given));
    if (cell === '') continue;
    const column = columns[index] ?? furtherColumn(taking, index);
    const label = column.labelFrom === undefined ? undefined : unguard(cells[column.labelFrom] ?? '');
    if (taken.has(column.to)) keepInstead(taking, column.name, cell, 'is the second of its kind');
    else takers[column.to](taking, cell, column, label);
    if (singular.has(column.to)) taken.add(column.to);
  }
  return finished(taking);
}

function cleaned({ remarks }: Taking, cell: string): string {
  const trimmed = cell.trim();
  const clean = cleanText(trimmed);
  if (clean.length !== trimmed.length) remarks.add('Control characters are left out.');
  if (clean.includes('\ufffd')) remarks.add('Characters of this row could not be read.');
  return clean;
}

function furtherColumn({ remarks }: Taking, index: number): Column {
  remarks.add('This row has more cells than there are columns; the further ones are kept as fields.');
  return { to: 'field', name: `Column ${index + 1}` };
}

function finished(taking: Taking): ReadPerson {
  const { draft, parts, addresses, remarks, mapping } = taking;
  for (const [name, lines] of addresses) keep(taking, name, lines.join(', '));
  keepDateAlone(taking);
  const name = joinedName(parts, mapping.nameOrder, draft.language);
  if (!draft.name) takeText(taking, 'name', name);
  else if (!saysAll(draft.name, parts)) keep(taking, 'Name in parts', name);
  if (!draft.name && !draft.company && draft.identities.length === 0)
    return { place: draft.place, refused: 'This row has no name, no address and no company.' };
  return { draft: withoutBlanks(draft), remarks: [...remarks] };
}

/** A date says nothing without what was agreed to: beside a blank, it is a field. Our own table has it of blanks too. */
function keepDateAlone(taking: Taking): void {
  const { draft, mapping } = taking;
  if (draft.consentAt === undefined || draft.consent) return;
  const day = new Date(draft.consentAt).toISOString();
  delete draft.consentAt;
  const column = mapping.columns.find(({ to }) => to === 'consentAt');
  if (column && mapping.lists !== 'lines')
    keepInstead(taking, column.name, day, 'stands alone, without what was agreed to');
}

/** Whether a whole name has all of its parts in it. */
function saysAll(name: string, parts: NameParts): boolean {
  const whole = name.toLowerCase();
  return Object.values(parts).every(part => whole.includes(part.toLowerCase()));
}

/** Texts that were nothing but blanks are not there. */
function withoutBlanks(draft: PersonDraft): PersonDraft {
  for (const key of ['name', 'callName', 'company', 'title', 'consent', 'id'] as const)
    if (draft[key] === '') delete draft[key];
  return draft;
}
