// What becomes of a contact when a file says something about the same person: empty values are filled, others compared.
import type { Contact } from '../../model/contact';
import type { Choice, Difference } from '../../model/import-fate';
import type { PersonDraft } from '../../model/person-draft';
import type { Source, SourcedText } from '../../model/source';
import { sameData } from '../changes';

/** `filled`: names of what was empty, or chosen from the file. */
export type Settled = { contact: Contact; filled: string[]; differences: Difference[] };

export type Given = {
  /** Whose value of a name stays. */
  choose(what: string): Choice;
  source: Source;
  /** Ids of custom fields by their name in the file. */
  fieldIds: ReadonlyMap<string, string>;
  newId(): string;
};

const texts = { name: 'Name', callName: 'Called', company: 'Company', title: 'Title' } as const;
const words = { stage: 'Stage', style: 'Relationship', timeZone: 'Time zone' } as const;
const most = { tags: 50, fields: 100, preferences: 50 };

const sameText = (one: string, other: string) =>
  one.normalize('NFC').trim() === other.normalize('NFC').trim();

/**
 * The contact with what the draft adds. Nothing is taken away, nobody may be contacted again by a file, and a value that
 * differs changes only by choice.
 */
export function settlePerson(contact: Contact, draft: PersonDraft, given: Given): Settled {
  const next: Contact = { ...contact };
  const settling = new Settling(given.choose);
  for (const [key, what] of entriesOf(texts)) {
    const put = (value: string) => {
      next[key] = { value, source: given.source } satisfies SourcedText;
    };
    settling.value(what, contact[key]?.value, draft[key], put);
  }
  for (const [key, what] of entriesOf(words))
    settling.value(what, contact[key], draft[key], value => Object.assign(next, { [key]: value }));
  settling.value('Consent', contact.consent?.purpose, draft.consent, purpose => {
    next.consent = { purpose, at: draft.consentAt ?? draft.createdAt ?? given.source.at };
  });
  if (draft.doNotContact && !contact.doNotContact) {
    next.doNotContact = true;
    settling.filled.push('Do not contact');
  }
  const tags = [...new Set([...contact.tags, ...draft.tags])].slice(0, most.tags);
  if (tags.length > contact.tags.length) settling.filled.push('Tags');
  next.tags = tags;
  next.preferences = preferencesOf(contact, draft, settling, given);
  next.fields = fieldsOf(contact, draft, settling, given);
  if (sameData(next, contact)) return { contact, filled: [], differences: settling.differences };
  const stamped = { ...next, updatedAt: given.source.at, version: contact.version + 1 };
  return { contact: stamped, filled: settling.filled, differences: settling.differences };
}

const entriesOf = <Key extends string>(names: Record<Key, string>) =>
  Object.entries(names) as [Key, string][];

class Settling {
  readonly filled: string[] = [];
  readonly differences: Difference[] = [];

  constructor(private readonly choose: (what: string) => Choice) {}

  /** Calls `put` where the file's value is to be taken. */
  value(
    what: string,
    mine: string | undefined,
    theirs: string | undefined,
    put: (value: string) => void,
  ): void {
    if (!theirs || (mine && sameText(mine, theirs))) return;
    if (mine) this.differences.push({ what, mine, theirs });
    if (mine && this.choose(what) === 'mine') return;
    put(theirs);
    this.filled.push(what);
  }
}

function preferencesOf(
  { preferences }: Contact,
  { language }: PersonDraft,
  settling: Settling,
  { source, newId }: Given,
): Contact['preferences'] {
  const old = preferences.find(({ key }) => key === 'language');
  let next = preferences;
  settling.value('Language', old?.value, language, value => {
    const fresh = { id: old?.id ?? newId(), key: 'language' as const, label: 'Language', value, source };
    next = old
      ? preferences.map(preference => (preference === old ? fresh : preference))
      : [...preferences, fresh].slice(0, most.preferences);
  });
  return next;
}

function fieldsOf(
  { fields }: Contact,
  draft: PersonDraft,
  settling: Settling,
  { source, fieldIds }: Given,
): Contact['fields'] {
  const values = new Map(fields.map(value => [value.field, value]));
  for (const { name, value: theirs } of draft.fields) {
    const field = fieldIds.get(name);
    if (field === undefined || (!values.has(field) && values.size >= most.fields)) continue;
    settling.value(name, values.get(field)?.value, theirs, value =>
      values.set(field, { field, value, source }),
    );
  }
  return [...values.values()];
}
