// Procedures about people who may be one: beside each other, merged, or never again suggested.
import { z } from 'zod';
import { listIdentities, summarise } from '../db/contacts';
import type { Database } from '../db/database';
import { factsOf, hasFact, isShared, meansTheSame, sourceOf, textOf } from '../db/facts';
import { allOwn, takeFact, takenFrom } from '../db/taken';
import { countEvents } from '../db/timeline';
import { shownIdentities } from '../identity/accounts';
import { type Contact, factNameSchema, mostTaken } from '../model/contact';
import { distinctPair } from '../model/distinct-pair';
import type { ComparedFact, ComparedPerson, Comparison } from '../model/merge';
import { idSchema } from '../model/source';
import { factLabels } from './fact-labels';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { CallError, type Context, procedure, safeApps } from './procedure';

const oneAlready = 'They are one person already.';

/** The two contacts; throws where one is gone or both are one. */
async function pairOf(context: Context, ids: readonly [string, string]): Promise<[Contact, Contact]> {
  const [one, other] = [await knownContact(context, ids[0]), await knownContact(context, ids[1])];
  if (one.id === other.id) throw new CallError('conflict', oneAlready);
  return [one, other];
}

async function describe(db: Database, contact: Contact): Promise<ComparedPerson> {
  const identities = shownIdentities(await listIdentities(db, contact.id));
  return {
    contact: summarise(contact, identities),
    identities,
    events: await countEvents(db, contact.id),
    followUps: await db.followUps.where('contactId').equals(contact.id).count(),
    createdAt: contact.createdAt,
  };
}

/** Who has more about them stays, and of two alike the one who was known first: less has to be moved. */
function byWeight(a: ComparedPerson, b: ComparedPerson): number {
  const weight = ({ events, followUps, identities }: ComparedPerson) =>
    events + followUps + identities.length;
  return weight(b) - weight(a) || a.createdAt - b.createdAt || (a.contact.id < b.contact.id ? -1 : 1);
}

function compareFacts(a: Contact, b: Contact, label: (fact: string) => string | undefined): ComparedFact[] {
  const facts = new Set([...factsOf(a), ...factsOf(b)].filter(fact => !isShared(fact)));
  return [...facts].map(fact => ({
    fact,
    label: label(fact),
    texts: [textOf(fact, a) ?? null, textOf(fact, b) ?? null],
    sources: [sourceOf(fact, a) ?? null, sourceOf(fact, b) ?? null],
    differs: hasFact(fact, a) && hasFact(fact, b) && !meansTheSame(fact, a, b),
  }));
}

const idsSchema = z.strictObject({ ids: z.tuple([idSchema, idSchema]) });

const compare = procedure({
  roles: safeApps,
  input: idsSchema,
  run: async ({ ids }, context): Promise<Comparison> => {
    const { db } = context;
    const pair = await pairOf(context, ids);
    const [one, other] = [await describe(db, pair[0]), await describe(db, pair[1])];
    const isTurned = byWeight(one, other) > 0;
    const [stays, goes] = isTurned ? [pair[1], pair[0]] : pair;
    return {
      people: isTurned ? [other, one] : [one, other],
      facts: compareFacts(stays, goes, await factLabels(db, pair)),
      tags: [...new Set([...stays.tags, ...goes.tags])],
    };
  },
});

/** How many of a kind a contact can have; what does not fit stays with who had it. */
const most = { tag: 50, preference: 50, field: 100 };
function hasRoom({ tags, preferences, fields, taken = [] }: Contact, fact: string): boolean {
  if (taken.length >= mostTaken - 1) return fact === 'doNotContact';
  if (fact.startsWith('tag:')) return tags.length < most.tag;
  if (fact.startsWith('preference:')) return preferences.length < most.preference;
  return !fact.startsWith('field:') || fields.length < most.field;
}

/** `winner` with the facts of `loser` that are in `chosen`, that it lacks, or that are kept of both. */
function takeFacts(winner: Contact, loser: Contact, chosen: Map<string, boolean>): Contact {
  let next = winner;
  for (const fact of factsOf(loser)) {
    if (meansTheSame(fact, winner, loser)) continue;
    const isWanted = isShared(fact) || (chosen.get(fact) ?? !hasFact(fact, winner));
    if (!isWanted || !hasRoom(next, fact)) continue;
    next = takeFact(next, fact, loser, takenFrom(loser, fact) ?? loser.id);
  }
  return next;
}

/**
 * Merges `loser` into `winner`. Facts are the winner's where nothing else is chosen, or the loser's where the winner has
 * none. Everything that belongs to the loser goes along and remembers whose it is; the loser's own row stays as it is,
 * behind the winner.
 */
const merge = procedure({
  roles: safeApps,
  input: z.strictObject({
    winner: idSchema,
    loser: idSchema,
    choices: z.array(z.strictObject({ fact: factNameSchema, from: z.enum(['winner', 'loser']) })).max(300),
  }),
  run: async ({ winner, loser, choices }, context) => {
    const done = await journaled(context, 'contacts.merge', async changes => {
      const [stays, goes] = await pairOf(context, [winner, loser]);
      const { version, updatedAt } = stays;
      const merged = { into: stays.id, at: context.now, was: { version, updatedAt, facts: allOwn(stays) } };
      await changes.put('contacts', { ...goes, merged });
      const next = takeFacts(stays, goes, new Map(choices.map(({ fact, from }) => [fact, from === 'loser'])));
      if (next !== stays)
        await changes.put('contacts', { ...next, version: version + 1, updatedAt: context.now });
      await changes.resettle([goes.id]);
      return { id: stays.id };
    });
    await context.platform.reschedule();
    return done;
  },
});

/** Remembers that two people are not the same, so that they are never suggested again. */
const notSame = procedure({
  roles: safeApps,
  input: idsSchema,
  run: ({ ids }, context) =>
    journaled(context, 'contacts.notSame', async changes => {
      const [one, other] = await pairOf(context, ids);
      await changes.put('distinct', distinctPair(one.id, other.id, context.now));
      return { ids: [one.id, other.id] };
    }),
});

export const mergeProcedures = {
  'contacts.compare': compare,
  'contacts.merge': merge,
  'contacts.notSame': notSame,
};
