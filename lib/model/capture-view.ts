// What the sidebar shows of a capture: everybody who was read, with who they are or might be.
import type { Capture } from './capture';
import type { Contact } from './contact';
import type { SeenIdentity } from './identity';
import type { ContactSummary, MatchReason } from './on-screen';

/** Somebody who was read, beside what is known of them. */
export type CapturedMatch = {
  /** What they can be reached by and recognised as, of the values that were read. */
  identities: SeenIdentity[];
  /** A contact with one of these identities, and which of them are new to it. */
  known?: {
    contact: Pick<Contact, 'id' | 'name' | 'title' | 'company' | 'doNotContact'>;
    reason: MatchReason;
    fresh: SeenIdentity[];
    location?: string;
  };
  /** The company that their address speaks for, by its domain: a guess. */
  company?: string;
  /** Contacts of the same name; never taken for the same person without being asked. */
  suggestions: ContactSummary[];
  /** The user themselves. */
  isOwn: boolean;
};

export type CaptureView = Pick<Capture, 'id' | 'at' | 'isLeft' | 'form' | 'failure' | 'page'> & {
  /** One for each of the page's people. */
  matches?: CapturedMatch[];
};

/** A capture that was not finished, for a list. */
export type CaptureSummary = Pick<Capture, 'id' | 'at'> & { title: string; people: number };
