// What the sidebar shows for the page beside it: the answer of `people.onScreen`.
import type { Contact } from './contact';
import type { CustomField } from './custom-field';
import type { TimelineEvent } from './event';
import type { FollowUp } from './follow-up';
import type { Identity } from './identity';
import type { SeenPerson, Sighting } from './sighting';

/** Why a seen person is a contact. `detail` is the value both share. */
export type MatchReason = {
  kind: 'same-email' | 'same-phone' | 'same-profile';
  detail: string;
};

/** Enough of a contact to name it in a list. */
export type ContactSummary = {
  id: string;
  name: string;
  callName?: string;
  company?: string;
  title?: string;
  tags: string[];
  /** One of the contact's addresses, to tell people of one name apart. */
  address?: string;
  doNotContact: boolean;
};

export type SuggestionReason = {
  kind: 'same-name' | 'same-phone-in-signature' | 'same-mailbox-alias';
  detail: string;
};

/** A contact the seen person might be; linking is up to the user. */
export type Suggestion = { contact: ContactSummary; reason: SuggestionReason };

/** Something about the seen identity that the user must know before answering. */
export type IdentityWarning =
  /** The name belongs to a contact, the address does not. */
  | { kind: 'known-name-other-address'; contact: ContactSummary; known: string; seen: string }
  /** The address imitates one that is known (other script, rn for m, one letter off). */
  | { kind: 'look-alike'; contact?: ContactSummary; known: string; seen: string }
  /** The handle belonged to a contact; the site's id says that another account has it now. */
  | { kind: 'handle-reassigned'; contact: ContactSummary; handle: string }
  /** Answers go to another address than the sender's. */
  | { kind: 'reply-to-differs'; from: string; replyTo: string }
  /** Known by what visitors of this site type of themselves, which nobody has checked. */
  | { kind: 'only-typed'; seen: string; site: string }
  /** The name shown is itself an address, and not the sender's. */
  | { kind: 'name-is-other-address'; name: string; seen: string };

/** A value proposed for a new contact, with where it was read. */
export type Guess = { value: string; from: 'page' | 'signature' | 'domain' };

export type Guesses = { name?: Guess; company?: Guess; title?: Guess; phone?: Guess; language?: Guess };

/** A person in the switch at the top. `key` is stable while the same view is open. */
export type PersonOnScreen = {
  key: string;
  seen: SeenPerson;
  /** The identity shown and matched first, as written on the page. */
  address?: string;
  contact?: ContactSummary;
  reason?: MatchReason;
  warnings: IdentityWarning[];
};

/** Everything the first screen shows about a contact. */
export type Card = {
  contact: Contact;
  identities: Identity[];
  fields: CustomField[];
  openIssues: TimelineEvent[];
  /** The latest promise that was not yet kept. */
  lastPromise?: TimelineEvent;
  /** What waits to be done, the earliest first. */
  followUps: FollowUp[];
  /** The newest first; more through `timeline.list`. */
  events: TimelineEvent[];
  eventCount: number;
};

/** What is offered for somebody who is not a contact. */
export type Stranger = { guesses: Guesses; suggestions: Suggestion[] };

export type OnScreen = {
  /** What the page beside shows: changes whenever another conversation, account or page is open. */
  page: string;
  kind: 'nobody' | Sighting['kind'];
  /** What the site is called, and which channel an answer written there belongs to. */
  site?: { name: string; channel: Identity['kind']; reveal?: string };
  url?: string;
  conversation?: { key: string; title?: string };
  people: PersonOnScreen[];
  /** `key` of the person the card or stranger below belongs to. */
  current?: string;
  card?: Card;
  stranger?: Stranger;
  /** Set when history is asked for each time and this conversation is not kept yet. */
  canRemember: boolean;
};

/** A follow-up with its person, for the list of today. */
export type DueFollowUp = { followUp: FollowUp; contact: ContactSummary };

export type Today = {
  /** The earliest. */
  due: DueFollowUp[];
  /** How many more are due. */
  moreDue: number;
  upcoming: DueFollowUp[];
  recent: ContactSummary[];
  contacts: number;
};
