// What becomes of a contact when a file says something about the same person: empty values are filled, others compared.
import type { Contact, Facts } from '../../model/contact';
import type { Choice, Difference } from '../../model/import-fate';
import type { PersonDraft } from '../../model/person-draft';
import type { Source } from '../../model/source';
import { sameData } from '../changes';

/**
 * `filled`: names of what was empty, or chosen from the file. `kept`: what the file says otherwise and is kept as another
 * value.
 */
export type Settled = { contact: Contact; filled: string[]; differences: Difference[]; kept: Facts };

export type Given = {
  /** Whose value of a name stays. */
  choose(what: string): Choice;
  /** Who stands behind the contact: what they say is known, and not asked about again. */
  behind: readonly Contact[];
  source: Source;
  /** Ids of custom fields by their name in the file. */
  fieldIds: ReadonlyMap<string, string>;
  newId(): string;
};

/** One value of a person: what it is called on screen, what somebody says of it, and how it is said. */
type Slot = {
  what: string;
  said(by: Facts): string | undefined;
  put(to: Facts, value: string): void;
};

const texts = { name: 'Name', callName: 'Called', company: 'Company', title: 'Title' } as const;
const words = { stage: 'Stage', style: 'Relationship', timeZone: 'Time zone' } as const;
const most = { tags: 50, fields: 100, preferences: 50 };

const sameText = (one: string | undefined, other: string) =>
  one?.normalize('NFC').trim() === other.normalize('NFC').trim();

/**
 * The contact with what the draft adds. Nothing is taken away, nobody may be contacted again by a file, and a value that
 * differs changes only by choice.
 */
export function settlePerson(contact: Contact, draft: PersonDraft, given: Given): Settled {
  const settling = new Settling(contact, given);
  const { next, filled, differences, kept } = settling;
  for (const [key, what] of entriesOf(texts)) settling.settle(textSlot(key, what, given), draft[key]);
  for (const [key, what] of entriesOf(words)) settling.settle(wordSlot(key, what), draft[key]);
  settling.settle(consentSlot(draft, given), draft.consent);
  if (draft.doNotContact && !contact.doNotContact) {
    next.doNotContact = true;
    filled.push('Do not contact');
  }
  const tags = [...new Set([...contact.tags, ...draft.tags])].slice(0, most.tags);
  if (tags.length > contact.tags.length) filled.push('Tags');
  next.tags = tags;
  settling.settle(languageSlot(given), draft.language);
  for (const { name, value } of draft.fields) {
    const slot = fieldSlot(name, given);
    if (slot && (slot.said(next) !== undefined || next.fields.length < most.fields))
      settling.settle(slot, value);
  }
  if (sameData(next, contact)) return { contact, filled: [], differences, kept };
  const stamped = { ...next, updatedAt: given.source.at, version: contact.version + 1 };
  return { contact: stamped, filled, differences, kept };
}

const entriesOf = <Key extends string>(names: Record<Key, string>) =>
  Object.entries(names) as [Key, string][];

class Settling {
  readonly next: Contact;
  readonly kept: Facts = {};
  readonly filled: string[] = [];
  readonly differences: Difference[] = [];

  constructor(
    contact: Contact,
    private readonly given: Given,
  ) {
    this.next = { ...contact };
  }

  /** Puts the file's value where it belongs: in the contact, beside it as another value, or nowhere. */
  settle({ what, said, put }: Slot, theirs: string | undefined): void {
    const mine = said(this.next);
    if (!theirs || sameText(mine, theirs)) return;
    if (mine && this.given.behind.some(person => sameText(said(person), theirs))) return;
    if (mine) this.differences.push({ what, mine, theirs });
    const choice = mine ? this.given.choose(what) : 'theirs';
    if (choice === 'both') put(this.kept, theirs);
    if (choice !== 'theirs') return;
    put(this.next, theirs);
    this.filled.push(what);
  }
}

const textSlot = (key: keyof typeof texts, what: string, { source }: Given): Slot => ({
  what,
  said: by => by[key]?.value,
  put: (to, value) => {
    to[key] = { value, source };
  },
});

const wordSlot = (key: keyof typeof words, what: string): Slot => ({
  what,
  said: by => by[key],
  put: (to, value) => Object.assign(to, { [key]: value }),
});

const consentSlot = (draft: PersonDraft, { source }: Given): Slot => ({
  what: 'Consent',
  said: by => by.consent?.purpose,
  put: (to, purpose) => {
    to.consent = { purpose, at: draft.consentAt ?? draft.createdAt ?? source.at };
  },
});

function languageSlot({ source, newId }: Given): Slot {
  const languageOf = ({ preferences }: Facts) => preferences?.find(({ key }) => key === 'language');
  return {
    what: 'Language',
    said: by => languageOf(by)?.value,
    put: (to, value) => {
      const old = languageOf(to);
      const fresh = { id: old?.id ?? newId(), key: 'language' as const, label: 'Language', value, source };
      to.preferences = withItem(to.preferences, old, fresh).slice(0, most.preferences);
    },
  };
}

function fieldSlot(name: string, { source, fieldIds }: Given): Slot | undefined {
  const id = fieldIds.get(name);
  if (id === undefined) return undefined;
  const fieldOf = ({ fields }: Facts) => fields?.find(({ field }) => field === id);
  return {
    what: name,
    said: by => fieldOf(by)?.value,
    put: (to, value) => {
      to.fields = withItem(to.fields, fieldOf(to), { field: id, value, source });
    },
  };
}

/** A list with an item in the place of an old one, else at its end. */
const withItem = <Item>(list: readonly Item[] = [], old: Item | undefined, item: Item): Item[] =>
  old === undefined ? [...list, item] : list.map(one => (one === old ? item : one));
