// Facts that a contact has from people who were merged into it: what each replaced is kept, so that it can come back.
import type { Contact, Facts, TakenFact } from '../model/contact';
import { factsOf, giveFact, hasFact, isSameFact, only } from './facts';

/** The history of one fact, the latest taken last. */
const historyOf = ({ taken }: Contact, fact: string): TakenFact[] =>
  taken?.filter(item => item.fact === fact) ?? [];

/** Whom a fact was taken from, edited since or not; the latest last. */
export const ownersOf = (contact: Contact, fact: string): string[] =>
  historyOf(contact, fact).map(({ of }) => of);

/** Whose a fact is that is as it was taken; undefined for the contact's own. */
export function takenFrom(contact: Contact, fact: string): string | undefined {
  const last = historyOf(contact, fact).at(-1);
  return last && isSameFact(fact, contact, last.value) ? last.of : undefined;
}

/** What the contact says itself: all facts but those that stand as they were taken. */
export const allOwn = (contact: Contact): Facts =>
  factsOf(contact)
    .filter(fact => takenFrom(contact, fact) === undefined)
    .reduce<Facts>((facts, fact) => giveFact(facts, fact, contact), {});

/** Where the contact's own value of a fact stands: with it, or where the first that was taken replaced it. */
export function ownFacts(contact: Contact, fact: string): Facts {
  let own: Facts = contact;
  for (const { value, replaced } of historyOf(contact, fact).toReversed()) {
    if (!isSameFact(fact, own, value)) break;
    own = replaced;
  }
  return own;
}

/** The contact's own value that was last replaced, also where another was written since. */
export function replacedOwn(contact: Contact, fact: string): Facts | undefined {
  const history = historyOf(contact, fact);
  return history.findLast(({ replaced }, at) => {
    const before = history[at - 1];
    return hasFact(fact, replaced) && !(before && isSameFact(fact, replaced, before.value));
  })?.replaced;
}

/** The contact with a fact of somebody merged into it. What stood there is kept. */
export const takeFact = (contact: Contact, fact: string, from: Facts, of: string): Contact => ({
  ...giveFact(contact, fact, from),
  taken: [...(contact.taken ?? []), { fact, of, value: only(fact, from), replaced: only(fact, contact) }],
});

/**
 * The contact as if it had never taken a fact from those who go: what they replaced comes back wherever theirs stands,
 * here or where the next one replaced it. What was written since stays.
 */
export function withoutTaken(contact: Contact, fact: string, goes: (owner: string) => boolean): Contact {
  let gone: { value: Facts; back: Facts } | undefined;
  const kept: TakenFact[] = [];
  for (const item of historyOf(contact, fact)) {
    const back = gone && isSameFact(fact, item.replaced, gone.value) ? gone.back : item.replaced;
    gone = goes(item.of) ? { value: item.value, back } : undefined;
    if (!gone) kept.push({ ...item, replaced: back });
  }
  const next = gone && isSameFact(fact, contact, gone.value) ? giveFact(contact, fact, gone.back) : contact;
  const { taken = [], ...rest } = next;
  const left = withHistory(taken, fact, kept);
  return left.length > 0 ? { ...rest, taken: left } : rest;
}

/** The contact without any fact that it took from people who are gone, as it would be had they never been there. */
export const untaken = (contact: Contact, isGone: (owner: string, fact: string) => boolean): Contact =>
  [...new Set((contact.taken ?? []).map(({ fact }) => fact))].reduce(
    (next, fact) => withoutTaken(next, fact, owner => isGone(owner, fact)),
    contact,
  );

/** What was taken, with the history of one fact replaced by what is left of it, at its places. */
function withHistory(taken: TakenFact[], fact: string, kept: TakenFact[]): TakenFact[] {
  const left = [...kept];
  return taken.flatMap(item => {
    if (item.fact !== fact) return [item];
    if (left[0]?.of !== item.of) return [];
    return left.splice(0, 1);
  });
}

/** The contact with what was last taken of a fact, or else what it said itself (`own`), where another was written since. */
export const unwritten = (contact: Contact, fact: string, own: Facts): Contact =>
  giveFact(contact, fact, historyOf(contact, fact).at(-1)?.value ?? own);
