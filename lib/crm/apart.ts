// Taking somebody apart again, read beforehand: who is in it, what is certainly theirs, and what only the user knows.
import type { Database } from '../db/database';
import { factsOf, isSameFact, textOf, timeOf } from '../db/facts';
import { mergedInto, ownerOf, standsFor } from '../db/merged';
import { ownersOf, takenFrom } from '../db/taken';
import { shownIdentities } from '../identity/accounts';
import type { Contact, Facts } from '../model/contact';
import type { TimelineEvent } from '../model/event';
import type { FollowUp } from '../model/follow-up';
import type { Identity } from '../model/identity';
import type { ApartQuestion } from '../model/merge';
import { factLabels } from './fact-labels';
import { CallError } from './procedure';

/** Somebody who was merged, as they stand now. */
export type Merged = {
  person: Contact & { merged: NonNullable<Contact['merged']> };
  /** Whom they stand behind: the one they were merged into first, last the one who is shown. */
  above: Contact[];
  shown: Contact;
  /** They, and all who were merged into them. */
  inside: Set<string>;
  /** All others who stand behind the one who is shown. */
  others: Contact[];
};

/** Reads somebody who was merged. Throws `not-found` for people who stand for themselves or are gone. */
export async function readMerged(db: Database, id: string): Promise<Merged> {
  const person = await db.contacts.get(id);
  const shown = await standsFor(db, id);
  if (!person?.merged || !shown || shown.merged || shown.deletedAt !== undefined)
    throw new CallError('not-found', 'They are not merged into anybody.');
  const all = await mergedInto(db, shown.id);
  const byId = new Map([shown, ...all].map(contact => [contact.id, contact]));
  const above: Contact[] = [];
  for (let at = byId.get(person.merged.into); at; at = at.merged && byId.get(at.merged.into)) above.push(at);
  const inside = new Set([id, ...(await mergedInto(db, id)).map(contact => contact.id)]);
  const others = all.filter(contact => !inside.has(contact.id));
  return { person: { ...person, merged: person.merged }, above, shown, inside, others };
}

/** From when on (ms) rows of each of those above may be the person's: since both were one. */
export function sinceByOwner({ person, above }: Merged): Map<string, number> {
  let since = person.merged.at;
  return new Map(
    above.map(contact => {
      const entry = [contact.id, since] as const;
      since = Math.max(since, contact.merged?.at ?? 0);
      return entry;
    }),
  );
}

export type Rows = { identities: Identity[]; events: TimelineEvent[]; followUps: FollowUp[] };

/** Whether a row that was made at a time (ms) may be the person's, although it says nothing of that. */
function unclearSince(merged: Merged) {
  const since = sinceByOwner(merged);
  return (row: { contactId: string; origin?: string | undefined }, madeAt: number): boolean =>
    madeAt > (since.get(ownerOf(row)) ?? Number.POSITIVE_INFINITY);
}

/** Rows that were added since the merge and say nothing of whose they are. */
export async function readUnclear(db: Database, merged: Merged): Promise<Rows> {
  const isUnclear = unclearSince(merged);
  const { id } = merged.shown;
  const identities = await db.identities.where('contactId').equals(id).toArray();
  const events = await db.events.where('contactId').equals(id).toArray();
  const followUps = await db.followUps.where('contactId').equals(id).toArray();
  return {
    identities: identities.filter(
      row => isUnclear(row, row.source.at) && !isByAccount(row, identities, merged),
    ),
    // What was read on a page came by an identity, which says whose it is.
    events: events.filter(
      row => row.kind !== 'message' && row.kind !== 'comment' && isUnclear(row, row.createdAt),
    ),
    followUps: followUps.filter(row => isUnclear(row, row.createdAt)),
  };
}

/** Identities that were learned since of accounts which are the person's. */
export async function learnedSince(
  db: Database,
  merged: Merged,
): Promise<{ row: Identity; owner: string }[]> {
  const rows = await db.identities.where('contactId').equals(merged.shown.id).toArray();
  const isUnclear = unclearSince(merged);
  return rows.flatMap(row => {
    const account = isUnclear(row, row.source.at) ? accountIn(row, rows, merged) : undefined;
    return account ? [{ row, owner: ownerOf(account) }] : [];
  });
}

const isSameAccount = (a: Identity, b: Identity) =>
  a.kind === b.kind && a.accountId !== undefined && a.accountId === b.accountId;

const accountIn = (row: Identity, rows: Identity[], { inside }: Merged) =>
  rows.find(other => isSameAccount(row, other) && inside.has(ownerOf(other)));
const isByAccount = (row: Identity, rows: Identity[], merged: Merged) =>
  accountIn(row, rows, merged) !== undefined;

/** All rows that stand for the same account as one of these. */
export const wholeAccounts = (chosen: Identity[], all: Identity[]): Identity[] =>
  all.filter(row => chosen.some(one => one.key === row.key || isSameAccount(one, row)));

/** What the one who is shown said of themselves before the person stood behind them; undefined where that is not known. */
export const shownBefore = ({ person, above, shown }: Merged): Facts | undefined =>
  [person, ...above].find(({ merged }) => merged?.into === shown.id)?.merged?.was.facts;

/**
 * Facts of the one who is shown that were said or edited since the merge. Not the wish not to be contacted, which was
 * said of both.
 */
export function unclearFacts(merged: Merged): string[] {
  const { shown, inside } = merged;
  const since = sinceByOwner(merged).get(shown.id) ?? 0;
  const before = shownBefore(merged);
  const isNew = (fact: string) => {
    const at = timeOf(fact, shown);
    return at === undefined ? before !== undefined && !isSameFact(fact, shown, before) : at > since;
  };
  return factsOf(shown).filter(fact => {
    if (fact === 'doNotContact' || takenFrom(shown, fact) !== undefined) return false;
    return ownersOf(shown, fact).some(of => inside.has(of)) || isNew(fact);
  });
}

/** Whether it was said while both were one that nobody is to contact them. */
export const isNotToBeContacted = (merged: Merged): boolean => {
  const { shown } = merged;
  const before = shownBefore(merged);
  const isTaken = takenFrom(shown, 'doNotContact') !== undefined;
  return shown.doNotContact && !isTaken && before !== undefined && !before.doNotContact;
};

/** What the user is asked before somebody is taken apart. */
export async function questionsOf(db: Database, merged: Merged): Promise<ApartQuestion[]> {
  const { identities, events, followUps } = await readUnclear(db, merged);
  const { shown } = merged;
  const label = await factLabels(db, [shown]);
  return [
    ...unclearFacts(merged).map(fact => ({
      id: `fact/${fact}`,
      about: 'fact' as const,
      what: fact,
      label: label(fact),
      text: textOf(fact, shown) ?? '',
      at: timeOf(fact, shown) ?? null,
    })),
    ...shownIdentities(identities).map(({ key, kind, value, source }) => ({
      id: `identity/${key}`,
      about: 'identity' as const,
      what: kind,
      text: value,
      at: source.at,
    })),
    ...events.map(({ id, kind, title, text, at }) => ({
      id: `event/${id}`,
      about: 'event' as const,
      what: kind,
      text: title ?? text ?? '',
      at,
    })),
    ...followUps.map(({ id, text, dueAt }) => ({
      id: `followUp/${id}`,
      about: 'followUp' as const,
      what: 'followUp',
      text,
      at: dueAt,
    })),
  ];
}
