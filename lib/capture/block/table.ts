// Rows with tabs between their cells, as they are copied from a table or a spreadsheet.
import type { Finding, Found } from '../finding';
import { type Label, labelOf } from '../labels';
import { personName } from '../name-shape';
import { phoneValue } from '../phone';
import { distinct, emailValues, linkValue, plainValue } from '../values';
import { readLine } from './line';

/** The people of a table; undefined where the text is none or its head does not say which cell is what. */
export function peopleInTable(text: string, country: string | undefined): Finding[] | undefined {
  const rows = text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/)
    .filter(row => row.trim() !== '')
    .map(row => row.split('\t').map(cell => cell.trim().replace(/^"(.*)"$/, '$1')));
  const [head = [], ...body] = rows;
  if (head.length < 2 || body.length === 0) return undefined;
  const labels = head.map(labelOf);
  const hasName =
    labels.includes('name') ||
    labels.includes('person') ||
    (labels.includes('given-name') && labels.includes('family-name'));
  if (!hasName || labels.filter(label => label !== undefined).length < 2) return undefined;
  return body.slice(0, 500).flatMap(cells => personInRow(cells, labels, country));
}

function personInRow(cells: string[], labels: (Label | undefined)[], country: string | undefined): Finding[] {
  const cell = (label: Label): string => cells[labels.indexOf(label)] ?? '';
  const whole = cell('name') || cell('person') || `${cell('given-name')} ${cell('family-name')}`.trim();
  const name = plainValue(whole, 120);
  if (!name || /[@\d]/.test(name)) return [];
  const isSum = /^(?:total|sum|summe|gesamt|somme|totale)\b/i.test(name);
  if (isSum) return [];
  const values = cells.flatMap((text, at) => valuesIn(text, labels[at], country));
  return [
    {
      about: 'person',
      values: distinct([
        { field: 'name', value: personName(name)?.name ?? name, from: 'selection' },
        ...values,
      ]),
    },
  ];
}

function valuesIn(text: string, label: Label | undefined, country: string | undefined): Found[] {
  const found = (field: Found['field'], value: string | undefined): Found[] =>
    value ? [{ field, value, from: 'selection' }] : [];
  if (label === 'title' || label === 'company' || label === 'location')
    return found(label, plainValue(text, 160));
  if (label === 'phone') return found('phone', phoneValue(text, country));
  if (label === 'link') return found('link', linkValue(/^https?:/i.test(text) ? text : `https://${text}`));
  if (label === 'email' && !/[[({\s]/.test(text))
    return emailValues(text).flatMap(email => found('email', email));
  if (label !== 'email' && label !== undefined) return [];
  return readLine(text, country).parts.flatMap(({ field, value, guessed }) =>
    field === 'email' ? [{ field, value, from: 'selection' as const, ...(guessed && { guessed }) }] : [],
  );
}
