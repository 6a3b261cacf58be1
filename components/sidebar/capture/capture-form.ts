// What is ticked and typed in a capture: kept as text, shown over what the page says, and made into what is saved.
import { parseDue } from '../../../lib/dates/due';
import { identityKindNames } from '../../../lib/identity/kinds';
import type { CapturedPerson } from '../../../lib/model/capture';
import type { Saving } from '../../../lib/model/capture-saving';
import type { CaptureField } from '../../../lib/model/capture-terms';
import type { CapturedMatch } from '../../../lib/model/capture-view';
import type { SeenIdentity } from '../../../lib/model/identity';

export const textFields = ['name', 'title', 'company', 'location'] as const;
export type TextField = (typeof textFields)[number];

/** What was changed about one person; what is absent stands as it was read. */
export type Edits = Partial<Record<TextField, string>> & {
  isChosen?: boolean;
  /** Identities that were taken off, as they are shown. */
  without?: string[];
  /** The contact of the same name who this is, as the user said. */
  contactId?: string;
};

export type Form = {
  /** By place in the list; somebody added by hand comes after those of the page. */
  people: Record<number, Edits>;
  byHand: number;
  tags: string;
  stage: string;
  note: string;
  todo: string;
  when: string;
  consent: string;
};

export const blankForm: Form = {
  people: {},
  byHand: 0,
  tags: '',
  stage: '',
  note: '',
  todo: '',
  when: '',
  consent: '',
};

/** Somebody of the capture: what the page says, who they are, and what was changed. */
export type Somebody = { place: number; person: CapturedPerson; match: CapturedMatch; edits: Edits };

const nobody: CapturedMatch = { identities: [], suggestions: [], isOwn: false };

/** Everybody in the list, in its order. */
export function everybody(people: CapturedPerson[], matches: CapturedMatch[], form: Form): Somebody[] {
  const byHand = Array.from({ length: form.byHand }, (): CapturedPerson => ({ values: [] }));
  return [...people, ...byHand].map((person, place) => ({
    place,
    person,
    match: matches[place] ?? nobody,
    edits: form.people[place] ?? {},
  }));
}

/** The kept form; one that can't be read counts as blank. */
export function readForm(text: string | undefined): Form {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept ? { ...blankForm, ...kept } : blankForm;
  } catch {
    return blankForm;
  }
}

/** All that the page says of a field. */
export const readValues = ({ person }: Somebody, field: CaptureField) =>
  person.values.filter(value => value.field === field);

/** What the contact has of a field already. */
export function knownValue({ match: { known } }: Somebody, field: TextField): string | undefined {
  if (!known) return undefined;
  return field === 'location' ? known.location : known.contact[field]?.value;
}

/** What stands in a field: what was typed, else what the contact has, else what the page says first. */
export const shownValue = (one: Somebody, field: TextField): string =>
  one.edits[field] ?? knownValue(one, field) ?? readValues(one, field)[0]?.value ?? '';

/** What else a field could be, by the page or by what the contact has. */
export function otherValues(one: Somebody, field: TextField): string[] {
  const guess = field === 'company' ? one.match.company : undefined;
  const all = [knownValue(one, field), ...readValues(one, field).map(({ value }) => value), guess];
  const shown = shownValue(one, field);
  return [...new Set(all.filter(value => value !== undefined))].filter(value => value !== shown);
}

export const identityId = ({ kind, value }: SeenIdentity) => `${kind}:${value}`;

/** The identities that will be theirs: of a contact only those that are new to it. */
export const keptIdentities = ({ match, edits }: Somebody): SeenIdentity[] =>
  (match.known ? match.known.fresh : match.identities).filter(
    one => !edits.without?.includes(identityId(one)),
  );

/** Whether they are ticked: a page about one person is about that person. */
export const isChosen = ({ edits, match }: Somebody, count: number): boolean =>
  edits.isChosen ?? (count === 1 && !match.isOwn);

export const contactOf = ({ match, edits }: Somebody): string | undefined =>
  match.known?.contact.id ?? (edits.contactId || undefined);

/** What saving changes of a contact, in words; empty where they have all of it. */
export function newTo(one: Somebody): string[] {
  if (!one.match.known) return [];
  const fields = textFields
    .filter(field => isChanged(one, field))
    .map(field => fieldNames[field].toLowerCase());
  const fresh = keptIdentities(one).map(({ kind, value }) =>
    kind === 'email' ? value : identityKindNames[kind],
  );
  return [...fields, ...fresh];
}

export const fieldNames: Record<TextField, string> = {
  name: 'Name',
  title: 'Title',
  company: 'Company',
  location: 'Location',
};

const isChanged = (one: Somebody, field: TextField): boolean =>
  shownValue(one, field).trim() !== '' && shownValue(one, field).trim() !== knownValue(one, field);

/** The words of a list of tags, each once. */
const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map(tag => tag.trim().slice(0, 40))
      .filter(Boolean),
  ),
];

/** What is saved of those who are chosen. Undefined where a follow-up has words and no date that can be read, or none is named. */
export function savingOf(id: string, chosen: Somebody[], form: Form, now: Date): Saving | undefined {
  const due = form.todo.trim() ? parseDue(form.when, now) : undefined;
  if (form.todo.trim() && !due) return undefined;
  if (chosen.some(one => !shownValue(one, 'name').trim())) return undefined;
  return {
    id,
    people: chosen.map(personOf),
    shared: {
      tags: tagsOf(form.tags).slice(0, 20),
      ...(stageOf(form.stage) && { stage: stageOf(form.stage) }),
      ...(form.note.trim() && { note: form.note.trim() }),
      ...(due && { followUp: { text: form.todo.trim(), dueAt: due.at } }),
      ...(form.consent.trim() && { consent: form.consent.trim() }),
    },
  };
}

const stageOf = (text: string) => stages.find(stage => stage === text);
export const stages = ['lead', 'customer', 'partner', 'former'] as const;

function personOf(one: Somebody): Saving['people'][number] {
  const contactId = contactOf(one);
  const patch = Object.fromEntries(
    (['name', 'title', 'company'] as const)
      .filter(field => isChanged(one, field))
      .map(field => [field, shownValue(one, field).trim().slice(0, 200)]),
  );
  const location = isChanged(one, 'location') ? shownValue(one, 'location').trim().slice(0, 300) : '';
  return {
    ...(contactId && { contactId }),
    patch,
    ...(location && { location }),
    identities: keptIdentities(one),
  };
}
