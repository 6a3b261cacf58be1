// What screens show of people who may be one: suggestions, the comparison of two, and what a merge left to decide.
import type { Identity } from './identity';
import type { ContactSummary } from './on-screen';
import type { Source } from './source';

/** Why two contacts may be one person. `detail` is the value both share. */
export type DuplicateReason = {
  kind:
    | 'same-account'
    | 'same-profile'
    | 'same-mailbox'
    | 'name-is-address'
    | 'same-phone'
    | 'same-name-company';
  detail: string;
};

/** Two contacts that may be one person; whether they are is up to the user. */
export type DuplicatePair = {
  people: readonly [ContactSummary, ContactSummary];
  reasons: DuplicateReason[];
};

/** What many people share says nothing of any two: it is left out, and told. */
export type SharedByMany = { reason: DuplicateReason; people: number };

export type Duplicates = {
  /** The surest first. */
  pairs: DuplicatePair[];
  /** How many more there are. */
  more: number;
  shared: SharedByMany[];
};

/** A fact of two people beside each other. `label` is what the user calls it, where that is not one of our words. */
export type ComparedFact = {
  fact: string;
  label?: string;
  texts: [string | null, string | null];
  sources: [Source | null, Source | null];
  /** True where one has to be chosen: both have it, and it is not the same. */
  differs: boolean;
};

export type ComparedPerson = {
  contact: ContactSummary;
  identities: Identity[];
  events: number;
  followUps: number;
  createdAt: number;
};

/** Two people beside each other; the first is the one who stays. */
export type Comparison = { people: [ComparedPerson, ComparedPerson]; facts: ComparedFact[]; tags: string[] };

/** A value of a fact that was not chosen. */
export type Alternative = {
  fact: string;
  label?: string;
  text: string;
  source: Source | null;
  /** The person whose value it is. */
  of: string;
  name: string;
};

/** `isKept`: never anybody by themselves, but values that an import kept beside those of the contact. */
export type MergedPerson = { id: string; name: string; at: number; isKept: boolean };
export type MergedFrom = { people: MergedPerson[]; alternatives: Alternative[] };

/**
 * Something that was added or changed since a merge, of which nobody but the user knows whose it is. `what` is the kind
 * of an entry or of an identity, or the name of a fact.
 */
export type ApartQuestion = {
  id: string;
  about: 'event' | 'followUp' | 'identity' | 'fact';
  what: string;
  label?: string;
  text: string;
  at: number | null;
};

/** `stays`: with whom everything remains that is not said to be another's. `goes`: who is taken apart. */
export type ApartPreview = { stays: string; goes: string; questions: ApartQuestion[] };
