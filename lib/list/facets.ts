// How many people each value of a filter would show beside the filters that are set.
import type { Entry } from './entry';
import { flags, type Subject, type Test } from './match';

type FlagName = keyof typeof flags;
export type Count = { value: string; count: number };
export type Facets = {
  /** Counted as if no stage were chosen: choosing another widens the list. */
  stages: Count[];
  /** The same for channels and sites. */
  sites: Count[];
  /** Counted within the list: choosing another tag narrows it. */
  tags: Count[];
  /** How many have it, counted as if it were not asked for. */
  flags: Record<FlagName, { yes: number; no: number }>;
};

/** More tags or values than anybody picks from are not told. */
const mostTold = 500;

const names: readonly FlagName[] = ['openIssue', 'followUp', 'consent', 'doNotContact'];

/** What is counted as if it were not asked for. */
const loose = new Set<Subject>(['stage', 'site', ...names]);

/** The only loose subject of which a test fails: undefined where all hold, `out` where anything else fails too. */
function failing(entry: Entry, tests: Test[]): Subject | undefined | 'out' {
  let only: Subject | undefined;
  for (const { about, holds } of tests) {
    if (about === only || holds(entry)) continue;
    if (only || !loose.has(about)) return 'out';
    only = about;
  }
  return only;
}

/** How often each value of a subject occurs. */
class Counter {
  private readonly counts = new Map<string, number>();

  constructor(
    readonly about: Subject,
    private readonly valuesOf: (entry: Entry) => Iterable<string>,
  ) {}

  count(entry: Entry): void {
    for (const value of this.valuesOf(entry)) this.counts.set(value, this.of(value) + 1);
  }

  of(value: string): number {
    return this.counts.get(value) ?? 0;
  }

  /** The most frequent first. */
  sorted(): Count[] {
    return [...this.counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}

/** How many of those for whom all tests hold have each value of a custom field, the most frequent first. */
export function countValues(entries: Iterable<Entry>, tests: Test[], field: string): Count[] {
  const values = new Counter('field', entry =>
    entry.fields.flatMap(own => (own.field === field ? own.value : [])),
  );
  for (const entry of entries) if (tests.every(({ holds }) => holds(entry))) values.count(entry);
  return values.sorted().slice(0, mostTold);
}

const sitesOf = ({ channels, history }: Entry) =>
  history.sites.length === 0 ? channels : new Set([...channels, ...history.sites]);

/** Counts in one pass over everybody. */
export function countFacets(entries: Iterable<Entry>, tests: Test[]): Facets {
  const tags = new Counter('tag', entry => entry.tags);
  const stages = new Counter('stage', entry => [entry.stage ?? 'none']);
  const sites = new Counter('site', sitesOf);
  const asked = names.map(name => new Counter(name, entry => [flags[name](entry) ? 'yes' : 'no']));
  const counters = [tags, stages, sites, ...asked];
  for (const entry of entries) {
    const only = failing(entry, tests);
    for (const counter of counters) if (only === undefined || only === counter.about) counter.count(entry);
  }
  const answer = (name: FlagName) => {
    const counter = asked.find(({ about }) => about === name);
    return { yes: counter?.of('yes') ?? 0, no: counter?.of('no') ?? 0 };
  };
  return {
    stages: stages.sorted(),
    sites: sites.sorted(),
    tags: tags.sorted().slice(0, mostTold),
    flags: {
      openIssue: answer('openIssue'),
      followUp: answer('followUp'),
      consent: answer('consent'),
      doNotContact: answer('doNotContact'),
    },
  };
}
