// Finding duplicates among everybody: one pass in portions, by what records have in common, never pair by pair.
import { type DuplicateKey, duplicateKeys } from '../identity/duplicate-keys';
import { type Contact, isPresent } from '../model/contact';
import { distinctPair } from '../model/distinct-pair';
import type { DuplicateReason, Duplicates } from '../model/merge';
import { summaries } from './contacts';
import type { Database } from './database';
import { readSettings } from './settings';

/** Contacts of one transaction: so few that a command never waits long for it. */
const portion = 1000;
/** Whatever more people have in common than these says nothing of any two of them. */
const mostAlike = 6;
/** The most pairs that are given at once, and the most things that are shared by many. */
const [mostPairs, mostShared] = [300, 50];

/** The surest first. */
const sureness: Record<DuplicateReason['kind'], number> = {
  'same-account': 6,
  'same-profile': 5,
  'same-mailbox': 5,
  'name-is-address': 4,
  'same-phone': 3,
  'same-name-company': 3,
};

type Group = { ids: string[]; reason: DuplicateReason };
type Pair = { ids: [string, string]; reasons: DuplicateReason[] };

/**
 * Pairs of contacts that may be one person, with every reason; without those of whom the user said that they are not.
 * Reads in portions, so people who are added meanwhile may be missing.
 */
export async function findDuplicates(db: Database): Promise<Duplicates> {
  const { country } = (await readSettings(db)).me;
  const groups = new Map<string, Group>();
  const standIns = new Map<string, string>();
  let last: string | undefined = '';
  while (last !== undefined) last = await readAfter(db, last, { groups, standIns, country });
  const alike = [...groups.values()].filter(({ ids }) => ids.length > 1);
  const distinct = await distinctPairs(db, standIns);
  const pairs = pairsOf(alike.filter(({ ids }) => ids.length <= mostAlike)).filter(
    ({ ids }) => !distinct.has(ids.join('|')),
  );
  pairs.sort((a, b) => weight(b) - weight(a));
  const many = alike.filter(({ ids }) => ids.length > mostAlike);
  many.sort((a, b) => b.ids.length - a.ids.length);
  const named = await withPeople(db, pairs.slice(0, mostPairs));
  return {
    pairs: named,
    more: Math.max(0, pairs.length - mostPairs),
    shared: many.slice(0, mostShared).map(({ reason, ids }) => ({ reason, people: ids.length })),
  };
}

type Pass = {
  groups: Map<string, Group>;
  /** Whom those who were merged stand behind. */
  standIns: Map<string, string>;
  country: string | undefined;
};

/** Takes in the next contacts in the order of their ids; gives the last id, undefined at the end. */
async function readAfter(db: Database, after: string, pass: Pass): Promise<string | undefined> {
  const contacts = await db.contacts.where('id').above(after).limit(portion).toArray();
  const [first, last] = [contacts[0]?.id, contacts.at(-1)?.id];
  if (first === undefined || last === undefined) return undefined;
  const identities = await db.identities.where('contactId').between(first, last, true, true).toArray();
  const byContact = Map.groupBy(identities, identity => identity.contactId);
  for (const contact of contacts) {
    if (contact.merged) pass.standIns.set(contact.id, contact.merged.into);
    if (!isPresent(contact)) continue;
    for (const key of duplicateKeys(contact, byContact.get(contact.id) ?? [], pass.country))
      add(pass.groups, key, contact);
  }
  return last;
}

function add(groups: Map<string, Group>, { key, reason }: DuplicateKey, { id }: Contact): void {
  const group = groups.get(key);
  if (!group) {
    groups.set(key, { ids: [id], reason });
    return;
  }
  group.ids.push(id);
  if (reason.kind === 'name-is-address') group.reason = reason;
}

/** The pairs of which the user said that they are not one, also of those who were merged since. */
async function distinctPairs(db: Database, standIns: ReadonlyMap<string, string>): Promise<Set<string>> {
  const shown = (id: string) => {
    const met = new Set<string>();
    let at = id;
    for (let next = standIns.get(at); next !== undefined && !met.has(next); next = standIns.get(at)) {
      met.add(next);
      at = next;
    }
    return at;
  };
  const rows = await db.distinct.toArray();
  return new Set(rows.map(({ first, second, at }) => distinctPair(shown(first), shown(second), at).id));
}

/** Every two of each group, once, with all their reasons. */
function pairsOf(groups: readonly Group[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { ids, reason } of groups) {
    for (const [at, one] of ids.entries()) {
      for (const other of ids.slice(at + 1)) {
        const { id, first, second } = distinctPair(one, other, 0);
        const pair = pairs.get(id) ?? { ids: [first, second], reasons: [] };
        if (!pair.reasons.some(({ kind }) => kind === reason.kind)) pair.reasons.push(reason);
        pairs.set(id, pair);
      }
    }
  }
  return [...pairs.values()];
}

const weight = ({ reasons }: Pair) => reasons.reduce((sum, { kind }) => sum + sureness[kind], 0);

/** The pairs with both their people; without pairs of whom one is gone meanwhile. */
async function withPeople(db: Database, pairs: readonly Pair[]): Promise<Duplicates['pairs']> {
  const people = await summaries(db, [...new Set(pairs.flatMap(({ ids }) => ids))]);
  const byId = new Map(people.map(person => [person.id, person]));
  return pairs.flatMap(({ ids, reasons }) => {
    const [one, other] = [byId.get(ids[0]), byId.get(ids[1])];
    return one && other ? [{ people: [one, other] as const, reasons }] : [];
  });
}
