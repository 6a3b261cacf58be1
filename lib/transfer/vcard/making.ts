// A draft in the making: each value put in its place and within its bounds, with a remark on what did not fit.
import { identityKey } from '../../identity/keys';
import type { PersonDraft } from '../../model/person-draft';
import type { Card } from './cards';
import type { Channel } from './channels';
import { type Field, labelledField, labelsOf } from './fields';
import type { Remarks } from './remarks';
import { cutShort } from './text';

export type Making = {
  draft: PersonDraft;
  isOld: boolean;
  labels: ReadonlyMap<string, string>;
  remarks: Remarks;
  /** Names of properties that nothing was made of. */
  leftOut: Set<string>;
  /** Keys of the identities that are there. */
  known: Set<string>;
};

export function beginDraft({ place, isOld, properties, remarks }: Card): Making {
  const draft: PersonDraft = { place, identities: [], tags: [], notes: [], fields: [] };
  return { draft, isOld, labels: labelsOf(properties, isOld), remarks, leftOut: new Set(), known: new Set() };
}

/** As a remark names a value. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${cutShort(text, 60)}…` : text}”`;

/** The text within `max`, with a remark where it had to be cut. */
export function fitted({ remarks }: Making, text: string, max: number, what: string): string {
  if (text.length <= max) return text;
  remarks.add(`${what} ${quoted(text)} was cut short after ${max} characters.`);
  return cutShort(text, max).trimEnd();
}

/** A value that a person has one of: the first is taken, others are fields. */
export function addText(
  making: Making,
  key: 'callName' | 'company' | 'title',
  value: string,
  names: { max: number; field: string },
): void {
  if (!value || value === making.draft[key]) return;
  if (making.draft[key] === undefined) making.draft[key] = fitted(making, value, names.max, names.field);
  else addField(making, { name: names.field, value });
}

export function addField(making: Making, given: Field): void {
  const { fields } = making.draft;
  if (!given.value) return;
  const name = fitted(making, given.name, 60, 'The name');
  const value = fitted(making, given.value, 2000, name);
  if (fields.some(field => field.name === name && field.value === value)) return;
  if (fields.length < 100) fields.push({ name, value });
  else making.remarks.add(`Left out, since 100 other values are there: ${quoted(name)}.`);
}

/** Takes a channel as the identity or the field it is. An identity that is there already is not taken again. */
export function addChannel(making: Making, channel: Channel, label: string | undefined): void {
  if (!('identity' in channel)) {
    const { field, value } = channel;
    const shown = label?.toLowerCase() === field.toLowerCase() ? undefined : label;
    addField(making, labelledField(field, shown, value));
    return;
  }
  const { identity } = channel;
  const { draft, remarks, known } = making;
  const key = `${identityKey(identity) ?? `${identity.kind}:${identity.value}`} ${identity.id ?? ''}`;
  if (!identity.value || known.has(key)) return;
  known.add(key);
  if (draft.identities.length >= 50)
    remarks.add(`Left out, since 50 addresses are there: ${quoted(identity.value)}.`);
  else
    draft.identities.push(
      label ? { ...identity, label: fitted(making, label, 60, 'The label') } : { ...identity },
    );
}

export function addTag(making: Making, text: string): void {
  const { draft, remarks } = making;
  const tag = fitted(making, text, 40, 'The tag');
  if (!tag || draft.tags.includes(tag)) return;
  if (draft.tags.length >= 50) remarks.add(`Left out, since 50 tags are there: ${quoted(tag)}.`);
  else draft.tags.push(tag);
}

const longestNote = 4000;

/** A note, as several where it is longer than one may be. */
export function addNote(making: Making, text: string, at: number | undefined): void {
  const { notes } = making.draft;
  if (!text.trim()) return;
  if (text.length > longestNote) making.remarks.add('A long note was divided.');
  for (let rest = text; rest; ) {
    const part = cutShort(rest, longestNote);
    if (notes.length >= 50) {
      making.remarks.add(`Left out, since 50 notes are there: ${quoted(rest)}.`);
      return;
    }
    notes.push(at === undefined ? { text: part } : { text: part, at });
    rest = rest.slice(part.length);
  }
}
