// Recognising: which contact a seen person is and why, and who else it might be.

import { findIdentities, summaries } from '../db/contacts';
import type { Database } from '../db/database';
import { standsFor } from '../db/merged';
import { contactsNamed } from '../db/search';
import { firstIdentity, identityKeys, isAccountOf } from '../identity/accounts';
import { mailboxAlias } from '../identity/email';
import { identityKey } from '../identity/keys';
import { isOwn } from '../identity/me';
import { nameLooksLikeAddress } from '../identity/names';
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import type { ContactSummary, MatchReason, Suggestion } from '../model/on-screen';
import type { Me } from '../model/settings';
import type { SeenPerson } from '../model/sighting';

/** A seen person with normalised keys, in the order the page gave its identities. */
export type Candidate = { seen: SeenPerson; keys: string[]; address?: string };

/** Those who only have to do with what is on screen: they come after whoever is there. */
const aside = new Set<SeenPerson['role']>(['quoted', 'reposter']);

/** Normalises the identities of the people who are not the user; keeps their order, those who are not there last. */
export function candidates(people: SeenPerson[], me: Me): Candidate[] {
  const [there = [], notThere = []] = [false, true].map(isAside =>
    people.filter(({ role }) => aside.has(role) === isAside),
  );
  return [...there, ...notThere].flatMap(seen => {
    const first = firstIdentity(seen.identities);
    if (seen.self || (first?.kind === 'email' && isOwn(first.value, me))) return [];
    const keys = seen.identities.flatMap(identity => identityKeys(identity, me.country));
    return [{ seen, keys, address: first?.value }];
  });
}

export type Match = { contact: Contact; identity: Identity; reason: MatchReason };

const reasonOf = (identity: Identity): MatchReason => ({
  kind: identity.kind === 'email' ? 'same-email' : identity.kind === 'phone' ? 'same-phone' : 'same-profile',
  detail: identity.value,
});

/** The contact of each candidate, by identity alone: a display name never matches. */
export async function matchAll(db: Database, people: Candidate[]): Promise<(Match | undefined)[]> {
  const keys = [...new Set(people.flatMap(person => person.keys))];
  const identities = (await findIdentities(db, keys)).filter(identity => identity !== undefined);
  const contacts = await db.contacts.bulkGet([...new Set(identities.map(identity => identity.contactId))]);
  const byId = new Map(
    contacts.filter(contact => contact !== undefined).map(contact => [contact.id, contact]),
  );
  const byKey = new Map(identities.map(identity => [identity.key, identity]));
  return people.map(person => {
    for (const key of person.keys) {
      const identity = byKey.get(key);
      const contact = identity && byId.get(identity.contactId);
      if (identity && contact?.deletedAt === undefined && isAccountOf(identity, person.seen.identities)) {
        if (!contact) continue;
        return { contact, identity, reason: reasonOf(identity) };
      }
    }
    return undefined;
  });
}

/** Contacts a stranger might be, with the reason; never those the user said it is not. */
export async function suggest(
  db: Database,
  person: Candidate,
  phone: string | undefined,
  country: string | undefined,
): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  const alias = person.address ? mailboxAlias(person.address) : undefined;
  const phoneKey = phone ? identityKey({ kind: 'phone', value: phone }, country) : undefined;
  const lookUps = [
    {
      key: alias && identityKey({ kind: 'email', value: alias }),
      kind: 'same-mailbox-alias' as const,
      detail: alias,
    },
    { key: phoneKey, kind: 'same-phone-in-signature' as const, detail: phone },
  ];
  for (const { key, kind, detail } of lookUps) {
    if (!key || !detail || person.keys.includes(key)) continue;
    const [identity] = await findIdentities(db, [key]);
    const [contact] = identity ? await summaries(db, [identity.contactId]) : [];
    if (contact) found.push({ contact, reason: { kind, detail } });
  }
  for (const contact of await sameNamed(db, person.seen.name)) {
    found.push({ contact, reason: { kind: 'same-name', detail: contact.address ?? contact.name } });
  }
  const rejected = await rejectedBy(db, person.keys);
  const unique = new Map(
    found.map(suggestion => [suggestion.contact.id, suggestion]).reverse() as [string, Suggestion][],
  );
  return [...unique.values()].filter(({ contact }) => !rejected.has(contact.id)).slice(0, 5);
}

/** Contacts whose name this shows, however it is written; a reason to warn and to suggest, never to match. */
export async function sameNamed(db: Database, name: string | undefined): Promise<ContactSummary[]> {
  return !name || nameLooksLikeAddress(name) ? [] : contactsNamed(db, name, 5);
}

async function rejectedBy(db: Database, keys: string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const key of keys) {
    const rows = await db.rejections.where('id').startsWith(`${key}|`).toArray();
    for (const row of rows) found.add((await standsFor(db, row.contactId))?.id ?? row.contactId);
  }
  return found;
}
