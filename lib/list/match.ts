// Whether a contact is in a list: the conditions of a query, each a test of one entry.
import { cjk, nameWords } from '../identity/names';
import { queryReadings } from '../identity/search-words';
import type { FieldFilter, ListQuery } from '../model/list-query';
import { type Beginnings, beginningsOf } from './beginnings';
import type { Entry } from './entry';

/** What a condition is about. Within `stage` and `site` any value does; their counts leave the condition itself out. */
export type Subject =
  | 'text'
  | 'stage'
  | 'tag'
  | 'site'
  | 'company'
  | 'lastContact'
  | 'openIssue'
  | 'followUp'
  | 'consent'
  | 'doNotContact'
  | 'field';
export type Test = { about: Subject; holds(entry: Entry): boolean };

const day = 86_400_000;

/** A test for each condition but the words, the cheap ones first. `keyOf` gives the key of an entry's company. */
export function testsOf(query: ListQuery, now: number, keyOf: (entry: Entry) => string): Test[] {
  const { stages, tags, sites, company, lastContact, fields } = query;
  const tests: Test[] = [];
  const test = (about: Subject, holds: Test['holds']) => tests.push({ about, holds });
  const flag = (about: Subject, wanted: boolean | undefined, has: (entry: Entry) => boolean) => {
    if (wanted !== undefined) test(about, entry => has(entry) === wanted);
  };
  flag('openIssue', query.hasOpenIssue, flags.openIssue);
  flag('followUp', query.hasFollowUp, flags.followUp);
  flag('consent', query.hasConsent, flags.consent);
  flag('doNotContact', query.doNotContact, flags.doNotContact);
  if (stages?.length) test('stage', ({ stage }) => stages.includes(stage ?? 'none'));
  if (lastContact?.within !== undefined) {
    const since = now - lastContact.within * day;
    test('lastContact', ({ history }) => (history.lastContact ?? 0) >= since);
  }
  if (lastContact?.notWithin !== undefined) {
    const since = now - lastContact.notWithin * day;
    test('lastContact', ({ history }) => (history.lastContact ?? 0) < since);
  }
  if (tags?.length) test('tag', entry => tags.every(tag => entry.tags.includes(tag)));
  if (sites?.length) {
    test('site', ({ channels, history }) =>
      sites.some(site => channels.includes(site) || history.sites.includes(site)));
  }
  if (company !== undefined) test('company', entry => keyOf(entry) === company);
  for (const filter of fields ?? []) test('field', fieldTest(filter));
  return tests;
}

/** What is true of a person or not. */
export const flags = {
  openIssue: (entry: Entry) => entry.openIssues > 0,
  followUp: (entry: Entry) => entry.nextFollowUp !== undefined,
  consent: (entry: Entry) => entry.hasConsent,
  doNotContact: (entry: Entry) => entry.doNotContact,
};

const folded = (text: string) => nameWords(text).join(' ');

/** A number as people type it: with a comma or a point. */
const numberOf = (text: string) => Number(text.trim().replace(',', '.') || Number.NaN);
const isNumber = (text: string | undefined) => text === undefined || !Number.isNaN(numberOf(text));

/** True where `value` lies between both ends: as numbers where all are numbers, else as text, as dates are stored. */
function isBetween(value: string, from: string | undefined, to: string | undefined): boolean {
  if ([value, from, to].every(isNumber)) {
    const number = numberOf(value);
    return (from === undefined || number >= numberOf(from)) && (to === undefined || number <= numberOf(to));
  }
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function fieldTest({ field, isSet, contains, anyOf, from, to }: FieldFilter): Test['holds'] {
  const part = contains === undefined ? '' : folded(contains);
  return entry => {
    const value = entry.fields.find(one => one.field === field)?.value;
    if (value === undefined) return isSet === false;
    if (isSet === false) return false;
    if (anyOf && anyOf.length > 0 && !anyOf.includes(value)) return false;
    if (part && !folded(value).includes(part)) return false;
    return isBetween(value, from, to);
  };
}

/** One way to read what was typed: how words of whoever is meant begin, and whether somebody is. */
export type Reading = { begin: Beginnings; holds: Test['holds'] };

/**
 * The ways to read what was typed: the first one that finds anybody counts. Every word must begin a word of the person, or
 * stand anywhere in one where the script has no blanks.
 */
export function readingsOf(text: string): Reading[] {
  return queryReadings(text).map(words => {
    const [inside, starting] = [words.filter(word => cjk.test(word)), words.filter(word => !cjk.test(word))];
    const beginning = starting.map(word => `\n${word}`);
    const parts = [...inside, ...beginning];
    return {
      begin: beginningsOf(beginning.join('')),
      holds: entry => parts.every(part => entry.words.includes(part)),
    };
  });
}

/** True where everybody whom `text` finds was found by `before` too. */
export function narrows(before: string, text: string): boolean {
  const [[old = [], oldToo], [next = [], nextToo]] = [queryReadings(before), queryReadings(text)];
  if (oldToo || nextToo || old.length === 0) return false;
  return (
    !next.some(word => cjk.test(word)) && old.every(word => next.some(longer => longer.startsWith(word)))
  );
}
