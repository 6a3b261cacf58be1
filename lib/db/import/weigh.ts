// Comparing a portion of drafts with what is here: who is new, who is known, and what of them differs.
import type { Contact } from '../../model/contact';
import type { TimelineEvent } from '../../model/event';
import type { Identity } from '../../model/identity';
import type { Choice, Difference, Fate } from '../../model/import-fate';
import type { Source } from '../../model/source';
import type { Database } from '../database';
import { contactKey } from '../forgotten';
import { mergedBehind, standsFor } from '../merged';
import { keptBehind } from './kept-behind';
import type { Prepared } from './prepare';
import { settlePerson } from './settle-person';

/** What becomes of one draft, and the rows that are written for it. */
export type Weighed = {
  place: number;
  name: string;
  fate: Fate;
  /** Why it is refused. */
  reason?: string;
  /** What is added to somebody known; of somebody new the addresses, which tell them from others of their name. */
  added: string[];
  differences: Difference[];
  remarks: string[];
  contact?: Contact;
  /** The contact as it is stored. */
  before?: Contact | undefined;
  /** Holds what was kept beside the contact's own values, and stands behind it. */
  kept?: Contact;
  identities: Identity[];
  events: TimelineEvent[];
};

export type Rules = {
  source: Source;
  fieldIds: ReadonlyMap<string, string>;
  /** Whose value stays where both have one, by the place of the draft and the value's name. */
  choose(place: number, what: string): Choice;
  /** Where nothing is written: whether somebody with one of these keys or ids came before in the file. */
  cameBefore?(names: readonly string[]): boolean;
  /** Of the portion's identity keys and contact keys, those of people who were forgotten and are not to come back. */
  forgotten: ReadonlySet<string>;
};

/** What the portion may touch, as it is here, and as earlier drafts of the portion have left it. */
type Here = {
  contacts: Map<string, Contact>;
  /** The contacts that are stored, untouched. */
  stored: ReadonlyMap<string, Contact>;
  /** Whom those who were merged stand behind. */
  standIns: Map<string, string>;
  /** Who stands behind a contact. */
  behind: Map<string, Contact[]>;
  identities: Map<string, Identity>;
  events: Set<string>;
};

/** Reads what is here about the people of a portion. Part of a transaction. */
async function readHere(db: Database, portion: readonly Prepared[]): Promise<Here> {
  const keys = [...new Set(portion.flatMap(({ identities }) => identities.map(({ key }) => key)))];
  const identities = present(await db.identities.bulkGet(keys));
  const ids = portion.flatMap(({ id, ownId }) => (ownId ? [id, ownId] : [id]));
  const wanted = new Set([...ids, ...identities.map(({ contactId }) => contactId)]);
  const stored = present(await db.contacts.bulkGet([...wanted]));
  const shown = await Promise.all(
    stored.map(async contact => (contact.merged ? await standsFor(db, contact.id) : contact) ?? contact),
  );
  const behind = await mergedBehind(
    db,
    shown.map(({ id }) => id),
  );
  return {
    contacts: new Map(shown.map(contact => [contact.id, contact])),
    stored: new Map(shown.map(contact => [contact.id, contact])),
    standIns: new Map(stored.map(({ id }, at) => [id, shown[at]?.id ?? id])),
    behind,
    identities: new Map(identities.map(identity => [identity.key, identity])),
    events: new Set(),
  };
}

const present = <T>(rows: (T | undefined)[]): T[] => rows.filter(row => row !== undefined);

/** Says of each draft what becomes of it, in their order: what an earlier one adds, a later one finds. Writes nothing. */
export async function weighPortion(
  db: Database,
  portion: readonly Prepared[],
  rules: Rules,
): Promise<Weighed[]> {
  const here = await readHere(db, portion);
  const made = new Set<string>();
  const weighed = portion.map(prepared => weigh(prepared, here, rules, made));
  // Notes that are here already, however often the file is read.
  const ids = weighed.flatMap(({ events }) => events.map(({ id }) => id));
  const stored = new Set(present(await db.events.bulkGet(ids)).map(({ id }) => id));
  return weighed.map(one => withoutStored(one, stored));
}

function withoutStored(weighed: Weighed, stored: ReadonlySet<string>): Weighed {
  const events = weighed.events.filter(({ id }) => !stored.has(id));
  if (events.length === weighed.events.length) return weighed;
  const added = events.length === 0 ? weighed.added.filter(what => what !== noteWord) : weighed.added;
  const isSame = weighed.fate === 'changed' && added.length === 0;
  return { ...weighed, events, added, ...(isSame && { fate: 'same' as const }) };
}

const noteWord = 'Notes';

function weigh(prepared: Prepared, here: Here, rules: Rules, made: Set<string>): Weighed {
  const { draft } = prepared;
  const known = knownPerson(prepared, here);
  const { identities, remarks } = withoutForgotten(prepared, rules.forgotten);
  const name = draft.name || prepared.identities[0]?.value || '';
  const frame = { place: draft.place, name, added: [], differences: [], remarks, identities: [], events: [] };
  const reason = refusal(prepared, known, rules.forgotten, name);
  if (reason) return { ...frame, fate: 'refused', reason };
  if (known?.deletedAt !== undefined)
    return { ...frame, fate: 'refused', reason: `${known.name.value} is in the trash. Restore them first.` };
  const contact = known ?? blank(prepared, name, rules.source);
  if (!known && rules.cameBefore?.([contact.id, ...identities.map(({ key }) => key)]))
    return { ...frame, fate: 'again' };
  const isAgain = made.has(contact.id);
  const behind = here.behind.get(contact.id) ?? [];
  const settled = settlePerson(contact, draft, {
    choose: what => rules.choose(draft.place, what),
    behind,
    source: rules.source,
    fieldIds: rules.fieldIds,
    newId: () => crypto.randomUUID(),
  });
  here.contacts.set(contact.id, settled.contact);
  const kept = keptBehind(settled, rules.source);
  if (kept) here.behind.set(contact.id, [...behind, kept]);
  const own = giveIdentities(identities, contact, here);
  const events = notesOf(prepared, contact.id, rules.source, here);
  const added = [
    ...settled.filled,
    ...own.given.map(({ value }) => value),
    ...(events.length > 0 ? [noteWord] : []),
  ];
  if (!known) made.add(contact.id);
  return {
    ...frame,
    fate: fateOf({ isNew: !known, isAgain, added, differences: settled.differences }),
    added: known ? added : own.given.map(({ value }) => value).filter(value => value !== name),
    differences: settled.differences,
    remarks: [...remarks, ...own.remarks],
    contact: settled.contact,
    before: here.stored.get(contact.id),
    ...(kept && { kept }),
    identities: own.given,
    events,
  };
}

type Told = { isNew: boolean; isAgain: boolean; added: string[]; differences: Difference[] };

function fateOf({ isNew, isAgain, added, differences }: Told): Fate {
  if (isNew) return 'new';
  if (isAgain) return 'again';
  if (differences.length > 0) return 'conflict';
  return added.length > 0 ? 'changed' : 'same';
}

function refusal(
  { id, ownId = id, identities }: Prepared,
  known: Contact | undefined,
  forgotten: ReadonlySet<string>,
  name: string,
): string | undefined {
  if (!name) return 'There is neither a name nor an address.';
  const keys = [contactKey(id), contactKey(ownId), ...identities.map(({ key }) => key)];
  if (!known && keys.some(key => forgotten.has(key)))
    return 'This person was forgotten and is not to come back. Allow it under Privacy, then import again.';
  return undefined;
}

/** Somebody who is here by another address does not get the address of somebody forgotten. */
function withoutForgotten({ identities, remarks }: Prepared, forgotten: ReadonlySet<string>) {
  const gone = identities.filter(({ key }) => forgotten.has(key));
  return {
    identities: identities.filter(identity => !gone.includes(identity)),
    remarks: [
      ...remarks,
      ...gone.map(({ value }) => `${value} was forgotten and is not to come back; it is left out.`),
    ],
  };
}

/** The contact that the draft is about: the same record, else whoever has its first identity that anybody has. */
function knownPerson({ id, ownId, identities }: Prepared, here: Here): Contact | undefined {
  const contactOf = (name: string) => here.contacts.get(here.standIns.get(name) ?? name);
  const own = (ownId && contactOf(ownId)) || contactOf(id);
  if (own) return own;
  for (const { key } of identities) {
    const owner = here.identities.get(key);
    const contact = owner && contactOf(owner.contactId);
    if (contact) return contact;
  }
  return undefined;
}

const blank = ({ id, draft }: Prepared, name: string, source: Source): Contact => ({
  id,
  name: { value: name, source },
  tags: [],
  preferences: [],
  fields: [],
  doNotContact: false,
  createdAt: Math.min(draft.createdAt ?? source.at, source.at),
  updatedAt: source.at,
  version: 0,
});

/** Identities that nobody has become this contact's; those of others stay theirs. */
function giveIdentities(identities: readonly Identity[], { id }: Contact, here: Here) {
  const given: Identity[] = [];
  const remarks: string[] = [];
  for (const identity of identities) {
    const owner = here.identities.get(identity.key);
    if (!owner) {
      const own = { ...identity, contactId: id };
      here.identities.set(own.key, own);
      given.push(own);
    } else if (owner.contactId !== id) {
      const other = here.contacts.get(owner.contactId)?.name.value ?? 'somebody else';
      remarks.push(`${identity.value} belongs to ${other} and stays theirs.`);
    }
  }
  return { given, remarks };
}

function notesOf({ notes }: Prepared, contactId: string, source: Source, { events }: Here): TimelineEvent[] {
  return notes.flatMap(({ id: print, text, at }) => {
    const id = `${contactId.slice(0, 36)}-${print}`;
    if (events.has(id)) return [];
    events.add(id);
    return [{ id, contactId, kind: 'note' as const, at: at ?? source.at, text, createdAt: source.at }];
  });
}
