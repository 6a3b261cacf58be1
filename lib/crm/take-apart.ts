// Taking somebody apart again: what is theirs goes back with them, whatever was changed since.
import type { Changes } from '../db/changes';
import type { Database } from '../db/database';
import { factsOf, giveFact, hasFact, isSameFact } from '../db/facts';
import { ownFacts, takeFact, unwritten, withoutTaken } from '../db/taken';
import type { UndoResult } from '../db/undo';
import type { Contact } from '../model/contact';
import { distinctPair } from '../model/distinct-pair';
import { rejectionId } from '../model/rejection';
import {
  isNotToBeContacted,
  learnedSince,
  type Merged,
  readMerged,
  readUnclear,
  shownBefore,
  unclearFacts,
  wholeAccounts,
} from './apart';
import { CallError } from './procedure';

/**
 * Takes a merged person apart inside the running command. `theirs` are ids of questions (`questionsOf`) whose answer is:
 * theirs; all else stays where it is. `at` in ms.
 */
export async function takeApart(
  db: Database,
  changes: Changes,
  merged: Merged,
  { theirs, at }: { theirs: Set<string>; at: number },
): Promise<void> {
  const { person, above, shown } = merged;
  await claimRows(db, changes, merged, theirs);
  const facts = unclearFacts(merged).filter(fact => theirs.has(`fact/${fact}`));
  const { merged: link, ...rest } = person;
  const given = isNotToBeContacted(merged) ? [...facts, 'doNotContact'] : facts;
  const alone = given.reduce((contact, fact) => giveFact(contact, fact, shown), rest as Contact);
  await changes.put('contacts', given.length > 0 ? bumped(alone, at) : alone);
  for (const contact of above) {
    const isShown = contact.id === shown.id;
    const without = withoutTheirs(contact, merged, isShown ? facts : []);
    if (isShown) await forgetBefore(changes, merged, without);
    if (without === contact) continue;
    // Nothing but this merge happened to them: their clocks go back too.
    const isUntouched =
      link.into === contact.id &&
      contact.version === link.was.version + 1 &&
      contact.updatedAt === link.at &&
      facts.length === 0;
    const { version, updatedAt } = link.was;
    await changes.put('contacts', isUntouched ? { ...without, version, updatedAt } : bumped(without, at));
  }
  await changes.resettle([shown.id]);
  await repeatSayings(db, changes, merged);
}

const bumped = (contact: Contact, at: number): Contact => ({
  ...contact,
  version: contact.version + 1,
  updatedAt: at,
});

/** Says of rows that they are the person's: those of their accounts, and those the user said so of. */
async function claimRows(db: Database, changes: Changes, merged: Merged, theirs: Set<string>): Promise<void> {
  const { id } = merged.person;
  for (const { row, owner } of await learnedSince(db, merged))
    await changes.put('identities', { ...row, origin: owner });
  const { identities, events, followUps } = await readUnclear(db, merged);
  const chosen = identities.filter(({ key }) => theirs.has(`identity/${key}`));
  for (const row of wholeAccounts(chosen, identities))
    await changes.put('identities', { ...row, origin: id });
  for (const row of events)
    if (theirs.has(`event/${row.id}`)) await changes.put('events', { ...row, origin: id });
  for (const row of followUps)
    if (theirs.has(`followUp/${row.id}`)) await changes.put('followUps', { ...row, origin: id });
}

/** A contact above without the facts of the person; `given` are those that go although they were said of the contact. */
function withoutTheirs(contact: Contact, merged: Merged, given: string[]): Contact {
  const { inside, others } = merged;
  const theirs = new Set((contact.taken ?? []).filter(({ of }) => inside.has(of)).map(({ fact }) => fact));
  const own = shownBefore(merged) ?? {};
  const before = given.reduce((next, fact) => unwritten(next, fact, own), contact);
  return [...theirs].reduce(
    (next, fact) =>
      refilled(
        withoutTaken(next, fact, of => inside.has(of)),
        fact,
        others,
      ),
    before,
  );
}

/**
 * What those who were merged later remember of the one who is shown may have been said of the person: of that stays what
 * the one who is shown still says (`left`), or said before the person stood behind them.
 */
async function forgetBefore(changes: Changes, merged: Merged, left: Contact): Promise<void> {
  const before = shownBefore(merged) ?? {};
  for (const other of merged.others) {
    const { merged: link } = other;
    if (link?.into !== left.id || link.at < merged.person.merged.at || !link.was.facts) continue;
    const { facts } = link.was;
    const unsure = factsOf(facts).filter(
      fact => !isSameFact(fact, facts, left) && !isSameFact(fact, facts, before),
    );
    const kept = unsure.reduce((next, fact) => giveFact(next, fact, before), facts);
    if (unsure.length > 0)
      await changes.put('contacts', { ...other, merged: { ...link, was: { ...link.was, facts: kept } } });
  }
}

/** Where nothing of their own is left, the fact of the next who stands behind them. */
function refilled(contact: Contact, fact: string, others: Contact[]): Contact {
  if (hasFact(fact, contact)) return contact;
  const next = others.find(other => isBehind(other, contact, others) && hasFact(fact, ownFacts(other, fact)));
  return next ? takeFact(contact, fact, ownFacts(next, fact), next.id) : contact;
}

/** Whether `person` was merged into `contact`, directly or through others. */
function isBehind(person: Contact, contact: Contact, others: Contact[]): boolean {
  const met = new Set<string>();
  for (let at: Contact | undefined = person; at?.merged && !met.has(at.id); ) {
    if (at.merged.into === contact.id) return true;
    met.add(at.id);
    const into: string = at.merged.into;
    at = others.find(other => other.id === into);
  }
  return false;
}

/** What was said while both were one was said of both: who is not the same, and which identity is not theirs. */
async function repeatSayings(db: Database, changes: Changes, { person, shown }: Merged): Promise<void> {
  const since = person.merged.at;
  const pairs = await db.distinct.where('first').equals(shown.id).or('second').equals(shown.id).toArray();
  for (const { first, second, at } of pairs) {
    const other = first === shown.id ? second : first;
    if (at > since && other !== person.id) await changes.put('distinct', distinctPair(person.id, other, at));
  }
  for (const { key, at } of await db.rejections.where('contactId').equals(shown.id).toArray()) {
    if (at > since)
      await changes.put('rejections', { id: rejectionId(key, person.id), key, contactId: person.id, at });
  }
}

/**
 * Takes back a merge that still holds, with all questions left open. Undefined where `id` is another command, to be
 * taken back as any; throws where the person was taken apart already.
 */
export async function undoMerge(
  db: Database,
  changes: Changes,
  id: string,
  info: { id: string; at: number },
): Promise<UndoResult | undefined> {
  const entry = await db.journal.get(id);
  if (entry?.name !== 'contacts.merge' || entry.undoneBy) return undefined;
  const link = entry.changes.find(({ table, after }) => table === 'contacts' && isLinkOf(after, entry.at));
  const person = link && (await db.contacts.get(link.key));
  if (person?.merged?.at !== entry.at) throw new CallError('conflict', 'They were taken apart already.');
  changes.keepsAnswer = true;
  await takeApart(db, changes, await readMerged(db, person.id), { theirs: new Set(), at: info.at });
  await db.journal.update(id, { undoneBy: info.id });
  return { kept: [] };
}

const isLinkOf = (image: unknown, at: number): boolean => (image as Contact | undefined)?.merged?.at === at;
