// Fields: what a card says that becomes a custom field, under the name that people call it by.
import { type Property, typesOf } from './property';
import { oneLine, splitEscaped, unescaped } from './text';
import { readableDate } from './times';

/** Properties that are a text of their own. */
const texts = new Map([
  ['ROLE', 'Role'],
  ['GEO', 'Location'],
  ['BIRTHPLACE', 'Place of birth'],
  ['DEATHPLACE', 'Place of death'],
  ['HOBBY', 'Hobby'],
  ['INTEREST', 'Interest'],
  ['EXPERTISE', 'Expertise'],
  ['PRONOUNS', 'Pronouns'],
  ['CONTACT-URI', 'Contact address'],
  ['LABEL', 'Address label'],
  ['RELATED', 'Related'],
  ['X-ABRELATEDNAMES', 'Related'],
  ['X-SPOUSE', 'Spouse'],
  ['X-EVOLUTION-SPOUSE', 'Spouse'],
  ['X-MANAGER', 'Manager'],
  ['X-EVOLUTION-MANAGER', 'Manager'],
  ['X-ASSISTANT', 'Assistant'],
  ['X-EVOLUTION-ASSISTANT', 'Assistant'],
]);
const dates = new Map([
  ['BDAY', 'Birthday'],
  ['ANNIVERSARY', 'Anniversary'],
  ['X-ANNIVERSARY', 'Anniversary'],
  ['X-EVOLUTION-ANNIVERSARY', 'Anniversary'],
  ['DEATHDATE', 'Date of death'],
  ['X-ABDATE', 'Date'],
]);
/** Named by the label alone where there is one: a spouse is no kind of "Related". */
const namedByLabel = new Set(['X-ABRELATEDNAMES', 'X-ABDATE', 'RELATED']);
const sexes = new Map([
  ['M', 'male'],
  ['F', 'female'],
  ['O', 'other'],
  ['N', 'not applicable'],
  ['U', 'unknown'],
]);

export type Field = { name: string; value: string };

/** A field with the label after its name: `Address (work)`. */
export const labelledField = (name: string, label: string | undefined, value: string): Field => ({
  name: label ? `${name} (${label})` : name,
  value,
});

/** The field that a property is, undefined for the properties that are none. */
export function fieldOf(property: Property, label: string | undefined, isOld: boolean): Field | undefined {
  const { name, value } = property;
  const written = unescaped(value, isOld).trim();
  if (name === 'ADR') return labelledField('Address', label, addressOf(value, isOld));
  if (name === 'GENDER') return { name: 'Gender', value: genderOf(value) };
  const date = dates.get(name);
  if (date) return named(name, date, label, dateOf(property, written));
  const text = texts.get(name);
  return text === undefined ? undefined : named(name, text, label, written);
}

const named = (property: string, name: string, label: string | undefined, value: string): Field =>
  label && namedByLabel.has(property) ? { name: label, value } : labelledField(name, label, value);

/** In one line: post office box, floor, street, town, region, code, country, and what RFC 9554 adds. */
function addressOf(value: string, isOld: boolean): string {
  return splitEscaped(value, ';')
    .flatMap(part => (isOld ? [part] : splitEscaped(part, ',')))
    .flatMap(part => unescaped(part, isOld).split('\n'))
    .map(oneLine)
    .filter(Boolean)
    .join(', ');
}

function dateOf({ parameters }: Property, written: string): string {
  const yearless = parameters.get('X-APPLE-OMIT-YEAR')?.[0];
  const isYearless = yearless !== undefined && written.startsWith(yearless);
  return readableDate(isYearless ? `--${written.slice(yearless.length).replace(/^-/, '')}` : written);
}

function genderOf(value: string): string {
  const [sex = '', text = ''] = splitEscaped(value, ';').map(part => unescaped(part, false).trim());
  return text || (sexes.get(sex.toUpperCase()) ?? sex);
}

/** Types that say nothing to people. */
const technical = new Set([
  'pref',
  'internet',
  'voice',
  'x-internet',
  'postal',
  'parcel',
  'dom',
  'intl',
  'msg',
  '',
]);

/** What a value is called on its card: the label of its group, or else its types. Undefined where it has neither. */
export function labelOf(property: Property, labels: ReadonlyMap<string, string>): string | undefined {
  const own = property.group === undefined ? undefined : labels.get(property.group);
  return (
    own ??
    (typesOf(property)
      .filter(type => !technical.has(type))
      .join(' ') ||
      undefined)
  );
}

/** The labels of groups. Programs of Apple put those that they translate into signs: `_$!<Spouse>!$_`. */
export function labelsOf(properties: readonly Property[], isOld: boolean): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { name, group, value } of properties) {
    if (name !== 'X-ABLABEL' || group === undefined) continue;
    const text = oneLine(unescaped(value, isOld));
    const label = /^_\$!<(.*)>!\$_$/s.exec(text)?.[1] ?? text;
    if (label) labels.set(group, label);
  }
  return labels;
}
