// The desk: everything the full page asks of the list, each by name, with its answer.
import type { Database } from '../db/database';
import { listOpenIssues, newestOf } from '../db/timeline';
import type { TimelineEvent } from '../model/event';
import type { ListQuery } from '../model/list-query';
import { type BulkChange, type Preview, previewOf } from './bulk-change';
import { type BulkOutcome, carryOutBulk } from './bulk-work';
import type { Company } from './companies';
import { ContactList } from './contact-list';
import { type Entry, sortKey } from './entry';
import { type ExportPreview, exportPreviewOf } from './export-preview';
import type { Count, Facets } from './facets';
import { contactOf, type Milestone, milestonesOf } from './milestones';
import { Reader, type Stage } from './reader';

/** An entry as it is shown: without what is only searched. */
export type Row = Omit<Entry, 'words' | 'history' | 'sort' | 'companyWords'> & {
  lastContact?: number;
  lastSite?: string;
  /** The key of the person's company, empty where none is known. */
  companyKey: string;
};

/** Whom something is about: people by id, or everybody a query shows but some. */
export type Target = { ids: string[] } | { query: ListQuery; except: string[] };

/** A part of a list, and how it stands in the whole. */
export type Found = {
  total: number;
  everybody: number;
  rows: Row[];
  /** The place of the person asked about, -1 where they are not in the list. */
  place: number;
  stage: Stage;
};
export type FoundCompanies = { total: number; companies: Company[]; stage: Stage };
export type CompanyPage = { company?: Company; people: Row[]; stage: Stage };

/** What waits today: open issues, the longest open first, and milestones, the nearest first; of each the first few. */
export type OfToday = {
  issues: { total: number; first: { event: TimelineEvent; contact: Milestone['contact'] }[] };
  milestones: { total: number; first: Milestone[] };
  stage: Stage;
};

/** What the page is told without having asked. */
export type Told =
  | { told: 'changed' }
  | { told: 'failed'; message: string }
  | { told: 'progress'; done: number; of: number };

/** People of a company whose history is read for one page of it. */
const mostPeople = 2000;

export class Desk {
  private readonly list = new ContactList();
  private readonly reader: Reader;
  private last: { key: string; found: Entry[] } | undefined;
  private running: AbortController | undefined;

  /** Begins to read at once. */
  constructor(
    private readonly db: Database,
    private readonly tell: (told: Told) => void,
    private readonly now: () => number = Date.now,
    private readonly locks?: Pick<LockManager, 'request'>,
  ) {
    this.reader = new Reader(
      db,
      this.list,
      () => {
        this.last = undefined;
        tell({ told: 'changed' });
      },
      now,
    );
    this.reader.begin().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : 'The contacts can’t be read.';
      tell({ told: 'failed', message });
    });
  }

  /** A part of the list that a query shows; `about` asks for the place of a person in it. */
  find(query: ListQuery, from: number, count: number, about?: string): Found {
    const found = this.found(query);
    return {
      total: found.length,
      everybody: this.list.size,
      rows: found.slice(from, from + count).map(entry => this.row(entry)),
      place: about === undefined ? -1 : found.findIndex(({ id }) => id === about),
      stage: this.reader.stage,
    };
  }

  /** Ids of the people from one place up to before another. */
  ids(query: ListQuery, from: number, to: number): string[] {
    return this.found(query)
      .slice(from, to)
      .map(({ id }) => id);
  }

  /** How many people each of several queries shows. */
  count(queries: ListQuery[]): number[] {
    return queries.map(query => this.list.find(query, this.now()).length);
  }

  facets(query: ListQuery): Facets {
    return this.list.facets(query, this.now());
  }

  /** How many people have each value of a custom field beside the other filters. */
  values(query: ListQuery, field: string): Count[] {
    return this.list.values(query, field, this.now());
  }

  /** Names by id; who is gone has none. */
  names(ids: string[]): Record<string, string> {
    return Object.fromEntries(ids.flatMap(id => [[id, this.list.get(id)?.name ?? '']]));
  }

  /** Companies with a text in their name or domain, those with most people first. */
  companies(text: string, from: number, count: number): FoundCompanies {
    const part = sortKey(text.trim());
    const found = this.list
      .companies()
      .filter(({ name, domain }) => sortKey(name).includes(part) || domain?.includes(part));
    return { total: found.length, companies: found.slice(from, from + count), stage: this.reader.stage };
  }

  company(key: string): CompanyPage {
    const company = this.list.companies().find(one => one.key === key);
    const people = this.peopleOf(key).map(entry => this.row(entry));
    return { ...(company && { company }), people, stage: this.reader.stage };
  }

  /** What happened lately with the people of a company. */
  events(key: string, limit: number): Promise<TimelineEvent[]> {
    const ids = this.peopleOf(key).map(({ id }) => id);
    return newestOf(this.db, ids.slice(0, mostPeople), limit);
  }

  /** What waits today, at most `count` of each kind. Only what is open is read; all else is in the list. */
  async today(count: { issues: number; milestones: number }): Promise<OfToday> {
    const fields = await this.db.fields.filter(({ kind }) => kind === 'date').primaryKeys();
    const open = await listOpenIssues(this.db);
    const issues = open.flatMap(event => {
      const entry = this.list.get(event.contactId);
      return entry ? [{ event, contact: contactOf(entry) }] : [];
    });
    const milestones = milestonesOf(this.list.all(), new Set(fields), this.now());
    return {
      issues: { total: issues.length, first: issues.slice(0, count.issues) },
      milestones: { total: milestones.length, first: milestones.slice(0, count.milestones) },
      stage: this.reader.stage,
    };
  }

  /** Ids of those something is about. */
  targeted(target: Target): string[] {
    return this.aimed(target).map(({ id }) => id);
  }

  preview(target: Target, change: BulkChange): Preview {
    return previewOf(this.aimed(target), change);
  }

  previewExport(target: Target): ExportPreview {
    return exportPreviewOf(this.aimed(target));
  }

  /** Changes many people, one batch. Throws while another change is carried out. */
  async change(target: Target, change: BulkChange): Promise<BulkOutcome> {
    if (this.running) throw new Error('Another change is being carried out. Wait for it, or stop it.');
    this.running = new AbortController();
    const { signal } = this.running;
    const ids = this.targeted(target);
    const batch = crypto.randomUUID();
    this.reader.passOver(batch);
    const tell = (done: number, changed: string[]) => {
      this.tell({ told: 'progress', done, of: ids.length });
      // Not waited for: the next portion is written while these are read.
      void this.reader.reread(changed);
    };
    try {
      return await carryOutBulk(this.db, ids, change, batch, { signal, tell }, this.locks);
    } finally {
      this.running = undefined;
      await this.reader.refresh();
    }
  }

  /** Stops the change that is being carried out, after the portion it is in. */
  stop(): void {
    this.running?.abort();
  }

  /** Looks for what was changed elsewhere. */
  refresh(): Promise<void> {
    return this.reader.refresh();
  }

  private found(query: ListQuery): Entry[] {
    const key = JSON.stringify(query);
    if (this.last?.key !== key) this.last = { key, found: this.list.find(query, this.now()) };
    return this.last.found;
  }

  private aimed(target: Target): Entry[] {
    if ('ids' in target) return target.ids.flatMap(id => this.list.get(id) ?? []);
    const except = new Set(target.except);
    return this.found(target.query).filter(({ id }) => !except.has(id));
  }

  private peopleOf(key: string): Entry[] {
    return this.list.find({ company: key }, this.now());
  }

  private row(entry: Entry): Row {
    const { words: _words, sort: _sort, companyWords: _company, history, ...shown } = entry;
    const { lastContact, lastSite } = history;
    return {
      ...shown,
      companyKey: this.list.companyKey(entry),
      ...(lastContact !== undefined && { lastContact }),
      ...(lastSite !== undefined && { lastSite }),
    };
  }
}

/** What can be asked, by name. */
export type DeskCalls = { [Name in keyof Desk]: Desk[Name] };
