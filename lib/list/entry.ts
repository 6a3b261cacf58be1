// What the list keeps of a contact in memory: enough to search, filter, sort and show it.
import { getDomain } from 'tldts';
import { firstIdentity, shownIdentities } from '../identity/accounts';
import { isFreemail } from '../identity/company';
import { parseAddress } from '../identity/email';
import { nameWords } from '../identity/names';
import { searchWords } from '../identity/search-words';
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import { type Beginnings, beginningsOf, joinedBeginnings } from './beginnings';
import type { History } from './history';

export type Entry = {
  id: string;
  name: string;
  /** The name as it is sorted. */
  sort: string;
  company?: string;
  /** The words of the company's name, by which its people are found; empty where no company is known. */
  companyWords: string;
  /** The registrable domain of an address that is the company's own, empty where there is none. */
  domain: string;
  title?: string;
  address?: string;
  phone?: string;
  stage?: NonNullable<Contact['stage']>;
  tags: string[];
  /** Kinds of identities. */
  channels: string[];
  /** The words that the contact is found by, those of notes too, each after a line break. */
  words: string;
  /** How these words begin. */
  begin: Beginnings;
  fields: { field: string; value: string }[];
  hasConsent: boolean;
  doNotContact: boolean;
  createdAt: number;
  openIssues: number;
  /** When the next waiting follow-up is due. */
  nextFollowUp?: number;
  history: History;
};

/** A contact as the database has it, without what is about the person's history. */
export type EntrySource = {
  contact: Contact;
  identities: Identity[];
  /** Search words as derived; made here where they are missing. */
  words?: string[];
  openIssues: number;
  nextFollowUp?: number;
};

/** One string for all equal ones: a hundred thousand people share few tags, titles and companies. */
const known = new Map<string, string>();
function shared(text: string): string {
  if (known.size > 200_000) known.clear();
  const same = known.get(text);
  if (same !== undefined) return same;
  known.set(text, text);
  return text;
}

/** A text as it is sorted: without case and accents, at most 80 characters. */
export const sortKey = (text: string): string =>
  text.slice(0, 80).normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

/** Words as they are scanned. */
const wordList = (words: Iterable<string>): string => [...words].map(word => `\n${word}`).join('');

/** The key of a company's name: its words, so that case, accents and punctuation do not part its people. */
export const companyWords = (name: string): string =>
  nameWords(name).join(' ') || name.trim().toLocaleLowerCase('en');

const domains = new Map<string, string>();

/** The registrable domain of an address, empty for providers that everybody can have an address at. */
function ownDomain(address: string): string {
  const host = parseAddress(address)?.domain ?? '';
  const cached = domains.get(host);
  if (cached !== undefined) return cached;
  const domain = host && !isFreemail(host) ? (getDomain(host) ?? host) : '';
  if (domains.size > 200_000) domains.clear();
  domains.set(host, domain);
  return domain;
}

/** The same person with the history that was read since. */
export const withHistory = (entry: Entry, history: History): Entry => {
  const own = entry.words.slice(0, entry.words.length - entry.history.words.length);
  const begin = history.words
    ? joinedBeginnings(beginningsOf(own), beginningsOf(history.words))
    : entry.begin;
  return { ...entry, words: own + history.words, begin, history };
};

/** The entry of a contact that is not in the trash. */
export function entryOf({ contact, identities, words, ...rest }: EntrySource, history: History): Entry {
  const shown = shownIdentities(identities);
  const addresses = identities.filter(({ kind }) => kind === 'email').map(({ value }) => value);
  const company = contact.company?.value;
  const found = wordList(words ?? searchWords(contact, identities)) + history.words;
  const entry: Entry = {
    id: contact.id,
    name: contact.name.value,
    sort: sortKey(contact.name.value),
    companyWords: company ? shared(companyWords(company)) : '',
    domain: shared(addresses.map(ownDomain).find(Boolean) ?? ''),
    tags: contact.tags.map(shared),
    channels: [...new Set(identities.map(({ kind }) => kind))],
    words: found,
    begin: beginningsOf(found),
    fields: contact.fields.map(({ field, value }) => ({ field: shared(field), value })),
    hasConsent: contact.consent !== undefined,
    doNotContact: contact.doNotContact,
    createdAt: contact.createdAt,
    openIssues: rest.openIssues,
    history,
  };
  const address = firstIdentity(shown)?.value;
  const phone = identities.find(({ kind }) => kind === 'phone')?.value;
  if (company) entry.company = shared(company);
  if (contact.title) entry.title = shared(contact.title.value);
  if (contact.stage) entry.stage = contact.stage;
  if (address) entry.address = address;
  if (phone) entry.phone = phone;
  if (rest.nextFollowUp !== undefined) entry.nextFollowUp = rest.nextFollowUp;
  return entry;
}
