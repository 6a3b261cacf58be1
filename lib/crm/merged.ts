// Procedures about people who were merged: who is in a contact, values that were not chosen, and taking apart.
import { z } from 'zod';
import { factsOf, giveFact, hasFact, isShared, meansTheSame, sourceOf, textOf } from '../db/facts';
import { mergedInto } from '../db/merged';
import { ownFacts, replacedOwn, takeFact, withoutTaken } from '../db/taken';
import { type Contact, type Facts, factNameSchema } from '../model/contact';
import { distinctPair } from '../model/distinct-pair';
import type { Alternative, ApartPreview, MergedFrom } from '../model/merge';
import { idSchema } from '../model/source';
import { questionsOf, readMerged } from './apart';
import { factLabels } from './fact-labels';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { apps, CallError, procedure, safeApps } from './procedure';
import { takeApart } from './take-apart';

const takenFacts = ({ taken = [] }: Contact): string[] => [...new Set(taken.map(({ fact }) => fact))];

/** Whether a contact was never anybody by themselves, but came with an import as other values of somebody. */
export const isKept = ({ merged, createdAt }: Contact): boolean => merged?.at === createdAt;

/** Every value that somebody brought or that was replaced, with whose it is. */
function valuesOf(contact: Contact, people: Contact[]): { fact: string; facts: Facts; person: Contact }[] {
  const replaced = takenFacts(contact).map(fact => ({
    fact,
    facts: replacedOwn(contact, fact) ?? {},
    person: contact,
  }));
  const brought = people.flatMap(person =>
    [...new Set([...factsOf(person), ...takenFacts(person)])].map(fact => ({
      fact,
      facts: ownFacts(person, fact),
      person,
    })),
  );
  return [...replaced, ...brought].filter(
    ({ fact, facts }) => !isShared(fact) && hasFact(fact, facts) && !meansTheSame(fact, facts, contact),
  );
}

/** Who was merged into a contact, and what each said that was not chosen. */
const mergedFrom = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context): Promise<MergedFrom> => {
    const contact = await knownContact(context, id);
    const people = await mergedInto(context.db, contact.id);
    const label = await factLabels(context.db, [
      contact,
      ...people,
      ...[contact, ...people].flatMap(({ taken = [] }) => taken.map(({ replaced }) => replaced)),
    ]);
    const alternatives = new Map<string, Alternative>();
    for (const { fact, facts, person } of valuesOf(contact, people)) {
      const text = textOf(fact, facts) ?? '';
      const key = `${fact}\n${text}`;
      if (alternatives.has(key)) continue;
      const source = sourceOf(fact, facts) ?? null;
      alternatives.set(key, {
        fact,
        label: label(fact),
        text,
        source,
        of: person.id,
        name: ownFacts(person, 'name').name?.value ?? '',
      });
    }
    return {
      people: people.map(person => ({
        id: person.id,
        name: person.name.value,
        at: person.merged?.at ?? 0,
        isKept: isKept(person),
      })),
      alternatives: [...alternatives.values()],
    };
  },
});

/** Puts a value that was not chosen in the place of the one that is shown, which becomes the alternative. */
const useValue = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, fact: factNameSchema, of: idSchema }),
  run: ({ id, fact, of }, context) =>
    journaled(context, 'contacts.useValue', async changes => {
      const contact = await knownContact(context, id);
      const next = of === contact.id ? withOwn(contact, fact) : await withTheirs(contact, fact, of);
      if (!next) throw new CallError('not-found', 'This value is no longer there.');
      await changes.put('contacts', { ...next, version: contact.version + 1, updatedAt: context.now });
      return { id: contact.id };

      async function withTheirs(to: Contact, name: string, owner: string): Promise<Contact | undefined> {
        const person = (await mergedInto(context.db, to.id)).find(other => other.id === owner);
        const facts = person && ownFacts(person, name);
        return facts && hasFact(name, facts) ? takeFact(to, name, facts, owner) : undefined;
      }
    }),
});

/** The contact with its own value again, as if no other had ever been taken. */
function withOwn(contact: Contact, fact: string): Contact | undefined {
  const own = replacedOwn(contact, fact);
  const alone = withoutTaken(contact, fact, () => true);
  return own && giveFact(alone, fact, own);
}

const personSchema = z.strictObject({ id: idSchema });

/** What is asked before somebody is taken apart. */
const apartQuestions = procedure({
  roles: safeApps,
  input: personSchema,
  run: async ({ id }, { db }): Promise<ApartPreview> => {
    const merged = await readMerged(db, id);
    const { shown, person } = merged;
    return {
      stays: shown.name.value,
      goes: person.name.value,
      questions: await questionsOf(db, merged),
    };
  },
});

/** Takes somebody apart at any time after they were merged, and remembers that they are somebody else. */
const apart = procedure({
  roles: safeApps,
  input: z.strictObject({
    id: idSchema,
    /** Ids of questions to which the answer is: theirs. */
    theirs: z.array(z.string().max(500)).max(5000),
  }),
  run: async ({ id, theirs }, context) => {
    const { db, now: at } = context;
    const done = await journaled(context, 'contacts.takeApart', async changes => {
      const merged = await readMerged(db, id);
      await takeApart(db, changes, merged, { theirs: new Set(theirs), at });
      await changes.put('distinct', distinctPair(id, merged.shown.id, at));
      return { id };
    });
    await context.platform.reschedule();
    return done;
  },
});

export const mergedProcedures = {
  'contacts.mergedFrom': mergedFrom,
  'contacts.useValue': useValue,
  'contacts.apartQuestions': apartQuestions,
  'contacts.takeApart': apart,
};
