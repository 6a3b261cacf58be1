// All contacts in memory, found by a query: the rows of the database are read once and then follow its changes.
import type { ListQuery } from '../model/list-query';
import { type Company, type CompanyKey, companiesOf, companyKeys } from './companies';
import type { Entry } from './entry';
import { type Count, countFacets, countValues, type Facets } from './facets';
import { narrows, readingsOf, type Test, testsOf } from './match';
import { byName, comparing, reordered, type Sort } from './order';

export class ContactList {
  private readonly entries = new Map<string, Entry>();
  /** Everybody in an order, made when it is first asked for. */
  private readonly orders = new Map<string, { sort: Sort; order: Entry[] }>();
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
    for (const known of this.orders.values())
      known.order = reordered(known.order, changed, entries, comparing(known.sort));
    this.forgetDerived();
  }

  /** Who the query shows, in its order. `now` in ms. */
  find(query: ListQuery, now: number): Entry[] {
    const { text: typed = '', ...others } = query;
    const [text, rest] = [typed.trim(), JSON.stringify([others, others.lastContact && now])];
    const tests = this.tests(query, now);
    const start = this.narrowed(text, rest) ?? this.ordered(query.sort ?? byName);
    const found =
      tests.length === 0 ? start : start.filter(entry => tests.every(({ holds }) => holds(entry)));
    this.last = { rest, text, found };
    return found;
  }

  facets(query: ListQuery, now: number): Facets {
    return countFacets(this.all(), this.tests(query, now));
  }

  /** How many people have each value of a field, beside the other filters: choosing another value widens the list. */
  values(query: ListQuery, field: string, now: number): Count[] {
    const others = query.fields?.filter(one => one.field !== field) ?? [];
    return countValues(this.all(), this.tests({ ...query, fields: others }, now), field);
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

  /** The conditions of a query, its words last; of two ways to read them the first that finds anybody counts. */
  private tests({ text, ...query }: ListQuery, now: number): Test[] {
    const tests = testsOf(query, now, entry => this.companyKey(entry));
    if (!text?.trim()) return tests;
    const readings = readingsOf(text);
    const holds = readings.slice(0, -1).find(reading => this.finds(reading)) ?? readings.at(-1);
    return holds ? [...tests, { about: 'text', holds }] : tests;
  }

  /** What was found before more letters were typed: whoever is found now is among those. */
  private narrowed(text: string, rest: string): Entry[] | undefined {
    const before = this.last;
    return before && before.rest === rest && narrows(before.text, text) ? before.found : undefined;
  }

  private finds(holds: Test['holds']): boolean {
    for (const entry of this.all()) if (holds(entry)) return true;
    return false;
  }

  private ordered(sort: Sort): Entry[] {
    const key = `${sort.by} ${sort.isDescending}`;
    const known = this.orders.get(key);
    if (known) return known.order;
    const order = [...this.all()].sort(comparing(sort));
    this.orders.set(key, { sort, order });
    return order;
  }

  private forgetDerived(): void {
    this.keyOf = undefined;
    this.grouped = undefined;
    this.last = undefined;
  }
}
