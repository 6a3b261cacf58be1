// Facts: what is known of a person, one by one, so that each can be compared, given and taken back.

import type { Facts } from '../model/contact';
import type { Preference } from '../model/preference';
import type { Source } from '../model/source';
import { sameData } from './changes';

const plain = [
  'name',
  'callName',
  'company',
  'title',
  'stage',
  'style',
  'timeZone',
  'consent',
] as const satisfies (keyof Facts)[];
type Plain = (typeof plain)[number];
const isPlain = (fact: string): fact is Plain => plain.some(name => name === fact);

const preferenceFact = ({ key, label }: Pick<Preference, 'key' | 'label'>) =>
  `preference:${key ?? label.trim().toLowerCase()}`;

/** The names of all facts that are there, in the order in which people read them. */
export function factsOf(facts: Facts): string[] {
  return [
    ...plain.filter(name => facts[name] !== undefined),
    ...(facts.doNotContact ? ['doNotContact'] : []),
    ...(facts.tags ?? []).map(tag => `tag:${tag}`),
    ...new Set((facts.preferences ?? []).map(preferenceFact)),
    ...(facts.fields ?? []).map(({ field }) => `field:${field}`),
  ];
}

/** Tags, and the wish not to be contacted, are kept of both people: nobody chooses between them. */
export const isShared = (fact: string): boolean => fact === 'doNotContact' || fact.startsWith('tag:');

/** `to` with the fact as it is in `from`, at its place; without it where `from` has none. A name is never removed. */
export function giveFact<To extends Facts>(to: To, fact: string, from: Facts): To {
  const given = { ...to };
  const copy: Facts = given;
  if (isPlain(fact)) givePlain(copy, fact, from);
  else if (fact === 'doNotContact') {
    if (from.doNotContact || to.doNotContact !== undefined) copy.doNotContact = from.doNotContact === true;
  } else {
    copy.tags = withItems(to.tags, from.tags, tag => `tag:${tag}` === fact);
    copy.preferences = withItems(to.preferences, from.preferences, item => preferenceFact(item) === fact);
    copy.fields = withItems(to.fields, from.fields, ({ field }) => `field:${field}` === fact);
    for (const list of ['tags', 'preferences', 'fields'] as const)
      if (copy[list] === undefined) delete copy[list];
  }
  return given;
}

function givePlain<Name extends Plain>(to: Facts, name: Name, from: Facts): void {
  if (from[name] !== undefined) to[name] = from[name];
  else if (name !== 'name') delete to[name];
}

/** A list whose items of one fact are those of another list; an empty list that was not there stays away. */
function withItems<Item>(
  to: Item[] | undefined,
  from: Item[] | undefined,
  isOfFact: (item: Item) => boolean,
): Item[] | undefined {
  const items = from?.filter(isOfFact) ?? [];
  if (!to) return items.length > 0 ? items : undefined;
  const at = to.findIndex(isOfFact);
  const rest = to.filter(item => !isOfFact(item));
  return rest.toSpliced(at === -1 ? rest.length : at, 0, ...items);
}

/** One fact alone; empty where there is none. */
export const only = (fact: string, from: Facts): Facts => giveFact({}, fact, from);

export const hasFact = (fact: string, facts: Facts): boolean => Object.keys(only(fact, facts)).length > 0;

/** Whether both have the same fact down to its source. */
export const isSameFact = (fact: string, a: Facts, b: Facts): boolean =>
  sameData(only(fact, a), only(fact, b));

/** A fact as people read it; undefined where there is none. */
export function textOf(fact: string, facts: Facts): string | undefined {
  const { tags, preferences, fields, consent, doNotContact, stage, style, timeZone, ...sourced } = only(
    fact,
    facts,
  );
  const [value] = Object.values(sourced);
  if (doNotContact) return 'yes';
  if (preferences) return preferences.map(preference => preference.value).join(', ');
  return tags?.[0] ?? fields?.[0]?.value ?? consent?.purpose ?? stage ?? style ?? timeZone ?? value?.value;
}

/** Where a fact comes from, of several values the last said; undefined for those that do not tell. */
export function sourceOf(fact: string, facts: Facts): Source | undefined {
  const { preferences, fields, name, callName, company, title } = only(fact, facts);
  const items = [name, callName, company, title, ...(preferences ?? []), ...(fields ?? [])];
  return items.flatMap(item => item?.source ?? []).toSorted((a, b) => b.at - a.at)[0];
}

/** When a fact was said, in ms; undefined for those that do not tell. */
export const timeOf = (fact: string, facts: Facts): number | undefined =>
  only(fact, facts).consent?.at ?? sourceOf(fact, facts)?.at;

/** Whether two people have the same fact, whoever said it. */
export const meansTheSame = (fact: string, a: Facts, b: Facts): boolean =>
  textOf(fact, a)?.normalize('NFC').trim() === textOf(fact, b)?.normalize('NFC').trim();

/** What a fact is called by the user, where that is not one of our words: the label of a preference. */
export function labelOf(fact: string, people: Facts[]): string | undefined {
  const all = people.flatMap(person => person.preferences ?? []);
  return all.find(preference => preferenceFact(preference) === fact)?.label;
}
