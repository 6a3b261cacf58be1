// Counting who wrote to the user and to whom the user wrote, each person once, in bounded memory.
import { emailKey } from '../../identity/email';
import { nameLooksLikeAddress } from '../../identity/names';
import { PEOPLE_LIMIT } from './limits';
import type { Mailbox } from './mailboxes';
import type { MailRecord } from './record';

/** A person in the archive who is not the user. */
export type MailPerson = {
  /** The normalised key of the address. */
  key: string;
  address: string;
  /** As they call themselves in their latest mail, else as somebody else does. */
  name?: string;
  /** Mails that they wrote, bulk left out, and bulk mails from them. */
  written: number;
  bulk: number;
  /** Mails of the user that went to them. */
  received: number;
  /** The place of the first mail. */
  place: number;
  /** Milliseconds since 1970. */
  first?: number;
  last?: number;
};

type Entry = MailPerson & { isOwnName: boolean };

/** Counts people mail by mail. */
export class PeopleTally {
  /** Mails of people who were not counted, since there are too many. */
  private beyond = 0;
  private readonly people = new Map<string, Entry>();
  private readonly limit: number;
  private readonly own: ReadonlySet<string>;

  /** `own`: keys of the user's addresses, who are nobody here. */
  constructor(own: ReadonlySet<string>, limit = PEOPLE_LIMIT) {
    this.own = own;
    this.limit = limit;
  }

  add(mail: MailRecord): void {
    if (mail.isOutgoing) {
      const keys = new Set<string>();
      for (const mailbox of [...mail.to, ...mail.cc, ...mail.bcc]) {
        const entry = this.entryOf(mailbox, mail, false);
        if (entry && !keys.has(entry.key)) entry.received++;
        if (entry) keys.add(entry.key);
      }
    } else {
      const entry = this.entryOf(mail.from, mail, true);
      if (entry) entry[mail.isBulk ? 'bulk' : 'written']++;
    }
  }

  get size(): number {
    return this.people.size;
  }

  keys(): string[] {
    return [...this.people.keys()];
  }

  /** What was not counted, as sentences. */
  remarks(): string[] {
    if (this.beyond === 0) return [];
    const limit = this.limit.toLocaleString('en');
    return [`There are more than ${limit} people; ${this.beyond} mails of others were not counted.`];
  }

  /** Whoever was met, in the order in which they were. */
  list(): MailPerson[] {
    return [...this.people.values()].map(({ isOwnName: _whose, ...person }) => person);
  }

  private entryOf({ address, name }: Mailbox, { place, at }: MailRecord, isSelf: boolean): Entry | undefined {
    const key = emailKey(address);
    if (!key || this.own.has(key)) return undefined;
    let entry = this.people.get(key);
    if (!entry) {
      if (this.people.size >= this.limit) {
        this.beyond++;
        return undefined;
      }
      entry = { key, address, written: 0, bulk: 0, received: 0, place, isOwnName: false };
      this.people.set(key, entry);
    }
    nameFrom(entry, name, at, isSelf);
    if (at !== undefined) {
      entry.first = Math.min(entry.first ?? at, at);
      entry.last = Math.max(entry.last ?? at, at);
    }
    return entry;
  }
}

/** People know best what they are called, and last what they are called now. */
function nameFrom(entry: Entry, name: string | undefined, at: number | undefined, isSelf: boolean): void {
  if (!name || nameLooksLikeAddress(name)) return;
  const isLater = entry.last === undefined || (at ?? 0) >= entry.last;
  if (!entry.name || (isSelf && !entry.isOwnName) || (isSelf === entry.isOwnName && isLater)) {
    entry.name = name;
    entry.isOwnName ||= isSelf;
  }
}
