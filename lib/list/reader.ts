// Brings everybody into the list, and keeps it up to date with what the journal says was changed since.
import type { Database } from '../db/database';
import {
  changedBy,
  eventsOf,
  journalSince,
  listRowsOf,
  readEvents,
  readFirstRows,
  readListRows,
  readWaiting,
} from '../db/list-rows';
import type { ContactList } from './contact-list';
import { type Entry, entryOf, withHistory } from './entry';
import { Histories, type History, noHistory } from './history';
import { byName, comparing } from './order';

/** Contacts and events of one read, and people of one look for changes. */
const [contactsAtOnce, eventsAtOnce, changedAtOnce] = [5000, 10_000, 500];
/** People who are shown before everybody is read: more than a screen holds. */
const firstShown = 100;
/** Entries of the journal after which everything is read anew. */
const mostEntries = 3000;
/** Commands may be written after one that began later: so far (ms) is looked back. */
const overlap = 60_000;

/** How far the reading is: nobody yet, everybody without their history, all. */
export type Stage = 'nothing' | 'people' | 'whole';

export class Reader {
  stage: Stage = 'nothing';
  /** Whom the list begins with, by name; there until everybody is. */
  first: { entries: Entry[]; people: number } | undefined;
  private readonly reading = Promise.withResolvers<void>();
  /** Settled when everybody was read, or could not be. */
  readonly everybody: Promise<void> = this.reading.promise;
  private seen = new Set<string>();
  private since = 0;
  /** Batches whose people are read again as they are written. */
  private own: string[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly list: ContactList,
    /** Called when the list is no longer as it was. */
    private readonly changed: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reads everything. People are there before their history is. */
  begin(): Promise<void> {
    return this.inTurn(() => this.readAll().finally(this.reading.resolve));
  }

  /** Reads who was changed since the last look. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.readChanges());
  }

  /** Reads these people again, as after a change that is known to have left their events alone. */
  reread(ids: string[]): Promise<void> {
    return this.inTurn(() => this.readPeople(new Map(ids.map(id => [id, { events: false }]))));
  }

  /** Entries of this batch are not looked at: who carries it out says whom it changed. */
  passOver(batch: string): void {
    this.own.push(`${batch}-`);
  }

  /** One after the other: an older look must not overwrite a newer one. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async readAll(): Promise<void> {
    await this.remember();
    if (this.stage === 'nothing') await this.readFirst();
    const waiting = await readWaiting(this.db);
    const entries: Entry[] = [];
    for await (const rows of readListRows(this.db, contactsAtOnce, waiting))
      for (const row of rows) entries.push(entryOf(row, this.list.get(row.contact.id)?.history ?? noHistory));
    this.list.reset(entries);
    if (this.stage === 'nothing') this.stage = 'people';
    this.first = undefined;
    this.reading.resolve();
    this.changed();
    await this.readHistories();
    this.stage = 'whole';
    this.changed();
    await this.readChanges();
  }

  private async readFirst(): Promise<void> {
    const found = await readFirstRows(this.db, firstShown);
    if (!found) return;
    const entries = found.rows.map(row => entryOf(row, noHistory)).sort(comparing(byName));
    this.first = { entries, people: found.people };
    this.changed();
  }

  private async readHistories(): Promise<void> {
    const histories = new Histories();
    for (let last: string | undefined = ''; last !== undefined; ) {
      const events = await readEvents(this.db, last, eventsAtOnce);
      for (const event of events) histories.add(event);
      last = events.at(-1)?.id;
    }
    this.list.reset([...this.list.all()].map(entry => withHistory(entry, histories.of(entry.id))));
  }

  /** From here on the journal tells what is newer than what is read now. */
  private async remember(): Promise<void> {
    this.since = this.now() - overlap;
    this.seen = new Set(await journalSince(this.db, this.since));
  }

  private async readChanges(): Promise<void> {
    if (this.stage === 'nothing') return this.readAll();
    const begun = this.now();
    const entries = await journalSince(this.db, this.since);
    const isOwn = (id: string) => this.own.some(batch => id.startsWith(batch));
    const fresh = entries.filter(id => !this.seen.has(id) && !isOwn(id));
    if (fresh.length > mostEntries) return this.readAll();
    this.seen = new Set(entries);
    this.since = begun - overlap;
    if (fresh.length > 0) await this.readPeople(await changedBy(this.db, fresh));
  }

  private async readPeople(changed: Map<string, { events: boolean }>): Promise<void> {
    const ids = [...changed.keys()];
    for (let at = 0; at < ids.length; at += changedAtOnce) {
      const some = ids.slice(at, at + changedAtOnce);
      const rows = await listRowsOf(this.db, some);
      const entries: Entry[] = [];
      for (const row of rows) {
        const { id } = row.contact;
        const known = changed.get(id)?.events ? undefined : this.list.get(id);
        entries.push(entryOf(row, known?.history ?? (await this.historyOf(id))));
      }
      this.list.update(entries, some);
    }
    if (ids.length > 0) this.changed();
  }

  private async historyOf(id: string): Promise<History> {
    const histories = new Histories();
    for (const event of await eventsOf(this.db, id)) histories.add(event);
    return histories.of(id);
  }
}
