// Who of those that schema.org data names is presented by the page: authors, staff, speakers; not who is only mentioned.

import { decodeEntities } from '../entities';
import type { Finding } from '../finding';
import { looksLikeName } from '../person-name';
import { plainValue } from '../values';
import {
  hasType,
  type Item,
  isItem,
  isOrganization,
  isPerson,
  type Text,
  textsOf,
  type Value,
  valuesOf,
} from './item';
import { companyOf, organizationOf, personOf, type Reader } from './schema-values';

/** Who stands under these made what the page shows. */
const makers = ['author', 'creator', 'editor', 'contributor', 'reviewedBy', 'publisher', 'accountablePerson'];
/** Who stands under these belongs to the organization. */
const members = ['employee', 'employees', 'member', 'members', 'founder', 'founders'];
const performers = [
  'performer',
  'performers',
  'organizer',
  'speaker',
  'presenter',
  'instructor',
  'moderator',
  'host',
];
const subjects = ['mainEntity', 'mainEntityOfPage', 'about'];
const organizationsOf = ['provider', 'hiringOrganization', 'department', 'subOrganization', 'contactPoint'];
/** What else holds people. */
const holders = [
  'itemListElement',
  'item',
  'hasPart',
  'isPartOf',
  'subEvent',
  'subEvents',
  'superEvent',
  'event',
  'events',
  'review',
  'reviews',
  'comment',
  'comments',
  'acceptedAnswer',
  'suggestedAnswer',
  'blogPost',
  'blogPosts',
  'dataFeedElement',
  'liveBlogUpdate',
  'hasCourseInstance',
];

const page = /Page$|^WebSite$/;
/** Works that are sold or told about: who made them has nothing to do with the page. */
const work =
  /^(?:Book|Audiobook|Movie|Music|TV|Quotation|VisualArtwork|Painting|Photograph|ImageObject|Game|VideoGame|Product|SoftwareApplication|MobileApplication|WebApplication|Vehicle|Car|Offer|Claim|Recording)/;
const article = /(?:Article|Posting|Report|Recipe|HowTo|Course|LearningResource)$/;

type Step = { item: Item; depth: number; isRoot: boolean };

/** Adds a finding for everybody who is presented, and for the organizations behind the page. */
export function* readPeople(roots: Item[], reader: Reader, findings: Finding[]): Generator<undefined, void> {
  const known = new Map<Item, Finding | undefined>();
  const seen = new Set<Item>();
  const queue: Step[] = roots.map(item => ({ item: resolved(item, reader), depth: 0, isRoot: true }));
  const add = (item: Item, role: Text[] = []): Finding | undefined => {
    if (!known.has(item)) {
      const finding = isPerson(item)
        ? personOf(item, reader, role)
        : isOrganization(item)
          ? organizationOf(item, reader)
          : undefined;
      known.set(item, finding);
      if (finding) findings.push(finding);
    }
    return known.get(item);
  };
  for (let at = 0; at < queue.length; at++) {
    const step = queue[at];
    if (!step || seen.has(step.item)) continue;
    seen.add(step.item);
    if (step.isRoot && (isPerson(step.item) || isOrganization(step.item))) {
      const finding = add(step.item);
      if (finding && isOnly(step.item, roots, reader)) finding.isMain = true;
    }
    queue.push(...follow(step, reader, add, findings));
    if (at % 100 === 99) yield;
  }
}

const resolved = (item: Item, reader: Reader): Item => {
  const value = reader.resolve(item);
  return isItem(value) ? value : item;
};

/** The only one of its kind that the page describes for itself. */
const isOnly = (item: Item, roots: Item[], reader: Reader): boolean =>
  new Set(
    roots
      .map(root => resolved(root, reader))
      .filter(root => isPerson(root) === isPerson(item) && (isPerson(root) || isOrganization(root))),
  ).size === 1 &&
  (isOrganization(item) || !roots.some(root => hasType(root, article)));

type Add = (item: Item, role?: Text[]) => Finding | undefined;

/** Adds who stands in an item; gives where to go on. */
function follow({ item, depth, isRoot }: Step, reader: Reader, add: Add, findings: Finding[]): Step[] {
  if (depth > 12) return [];
  const isWork = hasType(item, work);
  const next: Step[] = [];
  const go = (names: string[], each: (value: Value, name: string) => void) => {
    for (const name of names) {
      for (const value of valuesOf(item, name).map(reader.resolve)) {
        each(value, name);
        if (isItem(value)) next.push({ item: value, depth: depth + 1, isRoot: false });
      }
    }
  };
  if (!isWork) {
    go(makers, (value, name) => made(value, name, isRoot && hasType(item, article)));
    go(performers, (value, name) => addInRole(value, name, reader, add));
    go([...organizationsOf], value => isItem(value) && add(value));
    go(subjects, (value, name) => subject(value, name));
    if (isOrganization(item)) go(members, (value, name) => belongs(value, name));
  }
  go(holders, (value, name) => {
    if (isItem(value) && (name === 'item' || name === 'itemListElement') && isPerson(value)) add(value);
  });
  return next;

  function made(value: Value, name: string, isMain: boolean): void {
    const finding = isItem(value)
      ? addInRole(value, name, reader, add)
      : writer(value, name, reader, findings);
    if (!finding) return;
    const isOwner = name === 'publisher' && finding.about === 'organization';
    if (isOwner || (isMain && name === 'author' && finding.about === 'person')) finding.isMain = true;
  }
  function subject(value: Value, name: string): void {
    if (!isItem(value) || !(hasType(item, page) || name === 'mainEntity')) return;
    const finding = add(value);
    if (finding && (isRoot || name === 'mainEntity')) finding.isMain = true;
  }
  function belongs(value: Value, name: string): void {
    const finding = isItem(value) ? addInRole(value, name, reader, add) : undefined;
    if (finding?.about !== 'person' || finding.values.some(({ field }) => field === 'company')) return;
    finding.values.push(...companyOf(item, reader));
  }
}

/** Between an event and its speaker may stand a role, which has the speaker under the same name and says the title. */
function addInRole(value: Value, name: string, reader: Reader, add: Add): Finding | undefined {
  if (!isItem(value)) return undefined;
  if (!hasType(value, /Role$/)) return add(value);
  const [inner] = valuesOf(value, name).map(reader.resolve);
  return inner && isItem(inner) ? add(inner, textsOf(value, 'roleName', 'namedPosition')) : undefined;
}

/** An author who is only a text: taken where it looks like somebody's name. */
function writer(text: Text, name: string, { from }: Reader, findings: Finding[]): Finding | undefined {
  const value = plainValue(decodeEntities(text.text), 80);
  if (name === 'publisher' || !value || !looksLikeName(value)) return undefined;
  const same = findings.find(({ about, values }) => about === 'person' && values[0]?.value === value);
  if (same) return same;
  const finding: Finding = {
    about: 'person',
    values: [{ field: 'name', value, from, ...(text.node && { node: text.node }) }],
  };
  findings.push(finding);
  return finding;
}
