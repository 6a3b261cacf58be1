// A person being put together from the cells of a row: what fits is taken, what doesn't is kept as text and remarked on.
import { identityKey } from '../../identity/keys';
import type { SeenIdentity } from '../../model/identity';
import type { PersonDraft } from '../../model/person-draft';
import type { Mapping } from './mapping';
import type { NameParts } from './person-name';
import { cut, oneLine } from './values';

const mostIdentities = 50;
const mostTags = 50;
const longestTag = 40;
const mostFields = 100;
const longestField = 2000;
const mostNotes = 50;
const longestNote = 4000;

/** Longest texts of a person, by the limits of a draft. */
const longest = { name: 200, callName: 80, company: 200, title: 200, consent: 300, id: 200 } as const;

export type Taking = {
  draft: PersonDraft;
  parts: NameParts;
  /** Parts of addresses by the name of the address, in the order of the columns. */
  addresses: Map<string, string[]>;
  /** Keys of the identities that were taken. */
  keys: Set<string>;
  remarks: Set<string>;
  mapping: Mapping;
};

/** Nobody yet, from the row on `line`. */
export const nobody = (line: number, mapping: Mapping): Taking => ({
  draft: { place: line, identities: [], tags: [], notes: [], fields: [] },
  parts: {},
  addresses: new Map(),
  keys: new Set(),
  remarks: new Set(),
  mapping,
});

/** A value as a remark shows it. */
export const quoted = (value: string) => `“${value.length > 60 ? `${cut(value, 60)}…` : value}”`;

/** Takes a text of one line. */
export function takeText({ draft, remarks }: Taking, key: keyof typeof longest, value: string): void {
  const text = oneLine(value);
  if (text.length > longest[key]) remarks.add(`Cut to ${longest[key]} characters: ${quoted(text)}`);
  draft[key] = cut(text, longest[key]).trim();
}

/** Keeps a value as a custom field; values of one name stand in one field, a line each. */
export function keep({ draft, remarks }: Taking, name: string, value: string): void {
  const same = draft.fields.find(field => field.name === name);
  const whole = same ? `${same.value}\n${value}` : value;
  if (whole.length > longestField) remarks.add(`${name}: cut to ${longestField} characters.`);
  const text = cut(whole, longestField);
  if (same) same.value = text;
  else if (draft.fields.length < mostFields) draft.fields.push({ name, value: text });
  else remarks.add(`${name}: left out, since a person has at most ${mostFields} fields.`);
}

/** Keeps as a field what could not be taken, and says why. */
export function keepInstead(taking: Taking, name: string, value: string, why: string): void {
  taking.remarks.add(`${name}: ${quoted(value)} ${why}; it is kept as a field.`);
  keep(taking, name, value);
}

/** Takes an identity once; false when it is none. A label that Google stars makes it the first. */
export function takeIdentity(taking: Taking, seen: SeenIdentity, label?: string): boolean {
  const { draft, keys, mapping, remarks } = taking;
  const key = identityKey(seen, mapping.country);
  if (key === undefined || seen.value.length > 320) return false;
  if (keys.has(key)) return true;
  if (draft.identities.length >= mostIdentities) {
    remarks.add(`${quoted(seen.value)} is left out: a person has at most ${mostIdentities} addresses.`);
    return true;
  }
  keys.add(key);
  const isFirst = mapping.lists === 'signs' && label?.startsWith('*') === true;
  const shown = cut(oneLine(isFirst ? label.slice(1) : (label ?? '')), 60).trim();
  // A number that is only whole with the table's country is written out: nobody after this knows that country.
  const isLocal = seen.kind === 'phone' && identityKey(seen) === undefined;
  const value = isLocal ? key.slice('phone:'.length) : seen.value;
  const identity = { ...seen, value, ...(shown && { label: shown }) };
  if (isFirst) draft.identities.unshift(identity);
  else draft.identities.push(identity);
  return true;
}

export function takeTag({ draft, remarks }: Taking, value: string): void {
  const tag = cut(oneLine(value), longestTag).trim();
  if (tag === '' || draft.tags.includes(tag)) return;
  if (value.length > longestTag) remarks.add(`Cut to ${longestTag} characters: ${quoted(value)}`);
  if (draft.tags.length < mostTags) draft.tags.push(tag);
  else remarks.add(`Tag ${quoted(tag)} is left out: a person has at most ${mostTags} tags.`);
}

/** Takes a note; one that is too long becomes several. */
export function takeNote({ draft, remarks }: Taking, value: string): void {
  for (let rest = value; rest !== ''; ) {
    const text = cut(rest, longestNote);
    rest = rest.slice(text.length);
    if (draft.notes.length < mostNotes) draft.notes.push({ text });
    else remarks.add(`A note is left out: a person has at most ${mostNotes} from a table.`);
  }
}
