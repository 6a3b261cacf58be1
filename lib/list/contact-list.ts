// All contacts in memory, found by a query: the rows of the database are read once and then follow its changes.
import type { ListQuery } from '../model/list-query';
import { Sieve } from './beginnings';
import { type Company, type CompanyKey, companiesOf, companyKeys } from './companies';
import type { Entry } from './entry';
import { type Count, countFacets, countValues, type Facets } from './facets';
import { narrows, type Reading, readingsOf, type Test, testsOf } from './match';
import { byName, comparing, reordered, type Sort } from './order';

/** Everybody in an order, and what is looked at first of them when words are searched. */
type Ordered = { sort: Sort; order: Entry[]; sieve: Sieve<Entry> };

export class ContactList {
  private readonly entries = new Map<string, Entry>();
  /** Everybody in an order, made when it is first asked for. */
  private readonly orders = new Map<string, Ordered>();
  private keyOf: CompanyKey | undefined;
  private grouped: Company[] | undefined;
  /** What was found last, since whoever types on narrows it. */
  private last: { rest: string; text: string; found: Entry[] } | undefined;

  get size(): number {
    return this.entries.size;
  }

  get(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  all(): IterableIterator<Entry> {
    return this.entries.values();
  }

  /** Replaces everything. */
  reset(entries: Iterable<Entry>): void {
    this.entries.clear();
    for (const entry of entries) this.entries.set(entry.id, entry);
    this.orders.clear();
    this.forgetDerived();
  }

  /** Puts changed and new entries in, and takes out those of `gone`. */
  update(entries: Entry[], gone: Iterable<string> = []): void {
    const changed = new Set([...entries.map(entry => entry.id), ...gone]);
    for (const id of changed) this.entries.delete(id);
    for (const entry of entries) this.entries.set(entry.id, entry);
    for (const known of this.orders.values()) {
      known.order = reordered(known.order, changed, entries, comparing(known.sort));
      known.sieve = new Sieve(known.order);
    }
    this.forgetDerived();
  }

  /** Who the query shows, in its order. `now` in ms. */
  find(query: ListQuery, now: number): Entry[] {
    const { text: typed = '', ...others } = query;
    const [text, rest] = [typed.trim(), JSON.stringify([others, others.lastContact && now])];
    const { order, sieve } = this.ordered(query.sort ?? byName);
    const reading = this.readingOf(text);
    const tests = this.tests(query, now, reading);
    const start = this.narrowed(text, rest) ?? (reading ? sieve.candidates(reading.begin) : order);
    const found =
      tests.length === 0 ? order : start.filter(entry => tests.every(({ holds }) => holds(entry)));
    this.last = { rest, text, found };
    return found;
  }

  facets(query: ListQuery, now: number): Facets {
    return countFacets(this.all(), this.tests(query, now, this.readingOf(query.text)));
  }

  /** How many people have each value of a field, beside the other filters: choosing another value widens the list. */
  values(query: ListQuery, field: string, now: number): Count[] {
    const others = query.fields?.filter(one => one.field !== field) ?? [];
    return countValues(
      this.all(),
      this.tests({ ...query, fields: others }, now, this.readingOf(query.text)),
      field,
    );
  }

  /** The key of an entry's company, empty where none is known. */
  companyKey(entry: Entry): string {
    this.keyOf ??= companyKeys(this.all());
    return this.keyOf(entry);
  }

  companies(): Company[] {
    this.grouped ??= companiesOf(this.all(), entry => this.companyKey(entry));
    return this.grouped;
  }

  /** The conditions of a query, its words last. */
  private tests(query: ListQuery, now: number, reading: Reading | undefined): Test[] {
    const tests = testsOf(query, now, entry => this.companyKey(entry));
    return reading ? [...tests, { about: 'text', holds: reading.holds }] : tests;
  }

  /** How a text is read: of two ways the first that finds anybody. */
  private readingOf(text = ''): Reading | undefined {
    const readings = text.trim() ? readingsOf(text) : [];
    return readings.slice(0, -1).find(reading => this.finds(reading)) ?? readings.at(-1);
  }

  /** What was found before more letters were typed: whoever is found now is among those. */
  private narrowed(text: string, rest: string): Entry[] | undefined {
    const before = this.last;
    return before && before.rest === rest && narrows(before.text, text) ? before.found : undefined;
  }

  private finds({ begin, holds }: Reading): boolean {
    return this.ordered(byName).sieve.candidates(begin).some(holds);
  }

  private ordered(sort: Sort): Ordered {
    const key = `${sort.by} ${sort.isDescending}`;
    const known = this.orders.get(key);
    if (known) return known;
    const order = [...this.all()].sort(comparing(sort));
    const made = { sort, order, sieve: new Sieve(order) };
    this.orders.set(key, made);
    return made;
  }

  private forgetDerived(): void {
    this.keyOf = undefined;
    this.grouped = undefined;
    this.last = undefined;
  }
}
