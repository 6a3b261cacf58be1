// People grouped by company: by its name, else by the domain of an address that is the company's own.
import { companyFromDomain } from '../identity/company';
import type { Entry } from './entry';
import { sortKey } from './entry';

export type Company = {
  /** Stable while its name or domain is. */
  key: string;
  name: string;
  domain?: string;
  people: number;
  openIssues: number;
  lastContact?: number;
};

/** Gives the key of an entry's company; empty for people of whom no company is known. */
export type CompanyKey = (entry: Entry) => string;

/**
 * How entries are grouped. Who has no company but an address at a domain whose other people all name one company is one
 * of them; a domain of which several companies are named stays a group of its own.
 */
export function companyKeys(entries: Iterable<Entry>): CompanyKey {
  const named = new Map<string, string | undefined>();
  for (const { domain, companyWords } of entries) {
    if (!domain || !companyWords) continue;
    const before = named.get(domain);
    named.set(domain, !named.has(domain) || before === companyWords ? companyWords : undefined);
  }
  return ({ companyWords, domain }) => companyWords || (domain && (named.get(domain) ?? `@${domain}`));
}

type Group = Company & { names: Map<string, number> };

const fresh = (key: string): Group => ({ key, name: '', people: 0, openIssues: 0, names: new Map() });

/** The spelling that most of its people have. */
const mostUsed = (names: Map<string, number>): string | undefined =>
  [...names].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];

/** All companies, the ones with most people first. */
export function companiesOf(entries: Iterable<Entry>, keyOf: CompanyKey): Company[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!key) continue;
    const group = groups.get(key) ?? fresh(key);
    groups.set(key, group);
    group.people++;
    group.openIssues += entry.openIssues;
    if (entry.company) group.names.set(entry.company, (group.names.get(entry.company) ?? 0) + 1);
    if (entry.domain) group.domain ??= entry.domain;
    const { lastContact } = entry.history;
    if (lastContact !== undefined) group.lastContact = Math.max(lastContact, group.lastContact ?? 0);
  }
  return [...groups.values()]
    .map(({ names, ...group }) => ({ ...group, name: nameOf(group, names) }))
    .sort(
      (a, b) => b.people - a.people || compare(sortKey(a.name), sortKey(b.name)) || compare(a.key, b.key),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const nameOf = ({ key, domain = key.slice(1) }: Company, names: Map<string, number>): string =>
  mostUsed(names) ?? companyFromDomain(`x@${domain}`) ?? domain;
