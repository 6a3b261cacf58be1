// Whom a retention rule names: people of a stage or tag with whom there was nothing for so many months.
import { Dexie } from 'dexie';
import { type Contact, isPresent } from '../model/contact';
import { monthsBefore, type RetentionRule } from '../model/retention';
import type { Database } from './database';

/** Somebody a rule names. `lastAt`: the last entry of their history, absent where there is none. */
export type Idle = {
  id: string;
  name: string;
  company?: string | undefined;
  stage?: Contact['stage'];
  createdAt: number;
  lastAt?: number | undefined;
  /** Something is still to be done: an open issue or promise, or a follow-up that waits. */
  isOpen: boolean;
  doNotContact: boolean;
};

/** People that one call looks at, so that no transaction is long however many there are. */
const portionSize = 500;

/**
 * Whom `rule` names at `now` (ms) among the next five hundred people after the id `after`. `next` is where to go on,
 * absent at the end; `seen` counts who was looked at.
 */
export function idlePeople(
  db: Database,
  rule: RetentionRule,
  now: number,
  after = '',
): Promise<{ people: Idle[]; seen: number; next?: string }> {
  const limit = monthsBefore(now, rule.months);
  return db.transaction('r', [db.contacts, db.events, db.followUps], async () => {
    const contacts = await db.contacts.where('id').above(after).limit(portionSize).toArray();
    const named = contacts.filter(contact => isNamed(contact, rule) && contact.createdAt < limit);
    const active = await Promise.all(named.map(({ id }) => hasEventSince(db, id, limit)));
    const idle = named.filter((_contact, at) => !active[at]);
    const people = await Promise.all(idle.map(contact => describe(db, contact)));
    const last = contacts.length === portionSize ? contacts.at(-1)?.id : undefined;
    return { people, seen: contacts.length, ...(last !== undefined && { next: last }) };
  });
}

const isNamed = (contact: Contact, rule: RetentionRule): boolean =>
  isPresent(contact) &&
  (rule.stages.length === 0 || rule.stages.includes(contact.stage ?? 'none')) &&
  (rule.tag === undefined || contact.tags.includes(rule.tag));

const eventsOf = (db: Database, id: string, since: unknown = Dexie.minKey) =>
  db.events.where('[contactId+at]').between([id, since], [id, Dexie.maxKey]);

const hasEventSince = async (db: Database, id: string, since: number): Promise<boolean> =>
  (await eventsOf(db, id, since).count()) > 0;

async function describe(db: Database, contact: Contact): Promise<Idle> {
  const { id, name, company, stage, createdAt, doNotContact } = contact;
  const [last, open, waiting] = await Promise.all([
    eventsOf(db, id).last(),
    db.events.where('openFor').equals(id).count(),
    db.followUps
      .where('contactId')
      .equals(id)
      .filter(({ done }) => done === 0)
      .count(),
  ]);
  return {
    id,
    name: name.value,
    company: company?.value,
    stage,
    createdAt,
    lastAt: last?.at,
    isOpen: open + waiting > 0,
    doNotContact,
  };
}
