// `people.onScreen`: everything the sidebar shows for the page beside it, read in one transaction.

import { guessLanguage } from '../capture/language';
import { readSignature } from '../capture/signature';
import { findContact, listIdentities, summarise } from '../db/contacts';
import type { Database } from '../db/database';
import { listWaiting } from '../db/follow-ups';
import { readSettings } from '../db/settings';
import { countEvents, listEvents, listOpen, storedEvents } from '../db/timeline';
import { identityKeys, shownIdentities } from '../identity/accounts';
import { companyFromDomain } from '../identity/company';
import { identityKey } from '../identity/keys';
import { cleanDisplayName, nameLooksLikeAddress } from '../identity/names';
import type { Contact } from '../model/contact';
import type { Card, Guesses, IdentityWarning, OnScreen, PersonOnScreen, Stranger } from '../model/on-screen';
import type { Settings } from '../model/settings';
import type { Sighting } from '../model/sighting';
import { type Candidate, candidates, type Match, matchAll, suggest } from './matching';
import { conversationKey, messageEvents } from './remembering';
import type { StoredSighting } from './session';
import { siteOf } from './sites';
import { readingWarnings, typedWarning, warnAbout } from './warnings';

/** How many events come with a card; more are asked for by the timeline. */
const eventsOnCard = 25;

/** Everything shown about a contact. */
export async function readCard(db: Database, contact: Contact): Promise<Card> {
  const [identities, fields, open, followUps, events, eventCount] = await Promise.all([
    listIdentities(db, contact.id),
    db.fields.toArray(),
    listOpen(db, contact.id),
    listWaiting(db, contact.id),
    listEvents(db, contact.id, eventsOnCard),
    countEvents(db, contact.id),
  ]);
  return {
    contact,
    identities: shownIdentities(identities),
    fields: fields.sort((a, b) => a.order - b.order),
    openIssues: open.filter(event => event.kind === 'issue'),
    lastPromise: open.find(event => event.kind === 'promise'),
    followUps,
    events,
    eventCount,
  };
}

/** The key of what a page shows, `nobody` where nothing was seen in it. */
export function pageKey(stored: StoredSighting | undefined): string {
  const sighting = stored?.sighting;
  if (!sighting) return 'nobody';
  const { site, account = '', conversation, kind, url, answering } = sighting;
  return [site, account, kind, conversation?.id ?? '', url, answering?.value ?? ''].join(' ').trimEnd();
}

/** Somebody the user chose: the key of a person, or `contact:ID` for a contact looked up. Holds for one page only. */
export type Selection = { person: string; page: string };

/** The view of a tab's last sighting, of whom was chosen in it, else of who comes first. */
export async function readOnScreen(
  db: Database,
  stored: StoredSighting | undefined,
  selection: Selection | undefined,
): Promise<OnScreen> {
  const sighting = stored?.sighting;
  const page = pageKey(stored);
  const select = selection?.page === page ? selection.person : undefined;
  const looked = select?.startsWith('contact:') ? await findContact(db, select.slice(8)) : undefined;
  const nobody: OnScreen = { page, kind: 'nobody', people: [], canRemember: false };
  if (looked) return { ...nobody, kind: 'conversation', ...(await alone(db, looked, select)) };
  if (!sighting) return nobody;
  // All reads share one transaction, so that the card and the list of people belong to one state. The function must
  // be `async` itself: that is how Dexie knows that native promises are awaited in it.
  const { settings, view } = await db.transaction('r', db.tables, async () => {
    const current = await readSettings(db);
    return { settings: current, view: { page, ...(await readSighting(db, sighting, current, select)) } };
  });
  // Not in the transaction, which would end while keys are hashed.
  const canRemember =
    view.card !== undefined && settings.history === 'ask' && (await hasUnkept(db, sighting, settings));
  return { ...view, canRemember };
}

/** Somebody looked up; `key` names them as they were asked for, which may be by whom was merged into them. */
async function alone(
  db: Database,
  contact: Contact,
  key = `contact:${contact.id}`,
): Promise<Pick<OnScreen, 'people' | 'current' | 'card'>> {
  const card = await readCard(db, contact);
  const summary = summarise(contact, card.identities);
  const seen = { name: contact.name.value, identities: [], role: 'profile' as const };
  return {
    people: [{ key, seen, address: summary.address, contact: summary, warnings: [] }],
    current: key,
    card,
  };
}

async function readSighting(
  db: Database,
  sighting: Sighting,
  settings: Settings,
  select: string | undefined,
): Promise<Omit<OnScreen, 'page'>> {
  // An address that answers go to says nothing of who takes part.
  const everybody = candidates(sighting.people, settings.me).filter(({ seen }) => seen.role !== 'reply-to');
  const matches = await matchAll(db, everybody);
  const keys = keysOf(everybody);
  const people = everybody.map((person, index) => ({
    key: keys[index] ?? '',
    ...personOnScreen(person, matches[index], sighting),
  }));
  const found = people.findIndex(person => person.key === select);
  const answered = everybody.findIndex(person => isAnswered(person, sighting));
  const at = Math.max(0, found === -1 ? answered : found);
  const person = everybody[at];
  const match = matches[at];
  const site = siteOf(sighting.site, settings);
  const base: Omit<OnScreen, 'page'> = {
    kind: sighting.kind,
    site: site && { name: site.name, channel: site.channel, reveal: site.reveal },
    url: sighting.url,
    conversation: sighting.conversation && {
      key: conversationKey(sighting),
      title: sighting.conversation.title,
    },
    people,
    current: people[at]?.key,
    canRemember: false,
  };
  if (!person) return base;
  const shown = people[at];
  if (match) {
    const card = await readCard(db, match.contact);
    if (shown) {
      const others = shown.warnings.filter(warning => !isTheirOwn(warning, card));
      shown.warnings = [...others, ...typedWarning(person, site)];
    }
    return { ...base, card };
  }
  if (shown) shown.warnings = await warnAbout(db, person, sighting.people);
  return { ...base, stranger: await readStranger(db, person, sighting, settings) };
}

const isAnswered = ({ keys }: Candidate, { answering }: Sighting) =>
  answering !== undefined && identityKeys(answering).some(key => keys.includes(key));

/** Answers that go to another address of the same person go to the same person. */
const isTheirOwn = (warning: IdentityWarning, { identities }: Card) =>
  warning.kind === 'reply-to-differs' &&
  identities.some(({ key }) => key === identityKey({ kind: 'email', value: warning.replyTo }));

/** A key for each person, the same whenever the page is read: of those who share name and role, the later are counted. */
function keysOf(people: Candidate[]): string[] {
  const met = new Map<string, number>();
  return people.map(({ keys, seen }) => {
    const key = keys[0] ?? `name:${seen.role} ${seen.name ?? ''}`;
    const count = (met.get(key) ?? 0) + 1;
    met.set(key, count);
    return count === 1 ? key : `${count} ${key}`;
  });
}

function personOnScreen(
  person: Candidate,
  match: Match | undefined,
  sighting: Sighting,
): Omit<PersonOnScreen, 'key'> {
  return {
    seen: person.seen,
    address: person.address,
    contact: match && summarise(match.contact, [match.identity]),
    reason: match?.reason,
    warnings: readingWarnings(person, sighting.people),
  };
}

async function hasUnkept(db: Database, sighting: Sighting, settings: Settings): Promise<boolean> {
  const events = await messageEvents(db, sighting, settings, 0);
  const kept = await storedEvents(
    db,
    events.map(event => event.id),
  );
  return events.some(event => !kept.has(event.id));
}

async function readStranger(
  db: Database,
  person: Candidate,
  sighting: Sighting,
  settings: Settings,
): Promise<Stranger> {
  const guesses = guess(person, sighting, settings);
  return { guesses, suggestions: await suggest(db, person, guesses.phone?.value, settings.me.country) };
}

/** What stands for a name where a site shows nothing but a handle. */
const handleOf = ({ seen: { identities } }: Candidate) =>
  identities.find(({ kind, value, id }) => !nameless.has(kind) && value !== id)?.value ?? '';
const nameless = new Set(['email', 'phone', 'gravatar', 'wordpress', 'web']);

/** What a new contact could be filled with, each value with where it was read. */
export function guess(person: Candidate, sighting: Sighting, settings: Settings): Guesses {
  const guesses: Guesses = {};
  const name = cleanDisplayName(person.seen.name ?? handleOf(person));
  if (name && !nameLooksLikeAddress(name)) guesses.name = { value: name, from: 'page' };
  const company = person.address ? companyFromDomain(person.address) : undefined;
  if (company) guesses.company = { value: company, from: 'domain' };
  const index = sighting.people.indexOf(person.seen);
  const text = sighting.conversation?.messages.findLast(message => message.from === index)?.text;
  if (!text) return guesses;
  const signature = readSignature(text, { name, country: settings.me.country });
  if (signature.phone) guesses.phone = { value: signature.phone, from: 'signature' };
  if (signature.title) guesses.title = { value: signature.title, from: 'signature' };
  if (signature.company) guesses.company = { value: signature.company, from: 'signature' };
  const language = guessLanguage(text);
  if (language) guesses.language = { value: language, from: 'page' };
  return guesses;
}
