// The filters of a list in words: which are set, what each says, and the query without one of them.
import type { CustomField } from '../../../lib/model/custom-field';
import type { FieldFilter, ListQuery } from '../../../lib/model/list-query';
import { stageNames } from '../../../lib/privacy/words';

/** The kinds of filters; a custom field is one by its id. */
export type FilterKind =
  | 'stages'
  | 'tags'
  | 'sites'
  | 'company'
  | 'lastContact'
  | 'hasOpenIssue'
  | 'hasFollowUp'
  | 'hasConsent'
  | 'doNotContact'
  | `field:${string}`;

export type Chip = { kind: FilterKind; label: string; value: string };

type Names = { siteName(site: string): string; companyName(key: string): string; fields: CustomField[] };

export const kindNames: Record<Exclude<FilterKind, `field:${string}`>, string> = {
  stages: 'Stage',
  tags: 'Tag',
  sites: 'Site',
  company: 'Company',
  lastContact: 'Last contact',
  hasOpenIssue: 'Open issue',
  hasFollowUp: 'Follow-up',
  hasConsent: 'Consent',
  doNotContact: 'Do not contact',
};

const flagKinds = ['hasOpenIssue', 'hasFollowUp', 'hasConsent', 'doNotContact'] as const;
export type FlagKind = (typeof flagKinds)[number];
export const isFlag = (kind: FilterKind): kind is FlagKind => flagKinds.some(flag => flag === kind);

export const stageName = (stage: keyof typeof stageNames | 'none') =>
  stage === 'none' ? 'No stage' : stageNames[stage];

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

const or = new Intl.ListFormat(undefined, { type: 'disjunction' });
const and = new Intl.ListFormat(undefined, { type: 'conjunction' });

/** What a condition on a custom field says. */
function fieldText({ isSet, contains, anyOf, from, to }: FieldFilter): string {
  if (isSet === false) return 'is empty';
  if (anyOf?.length) return or.format(anyOf);
  if (contains) return `has “${contains}”`;
  if (from && to) return `${from} to ${to}`;
  if (from) return `from ${from}`;
  return to ? `up to ${to}` : 'is filled';
}

/** A chip for every filter that is set. */
export function chipsOf(query: ListQuery, { siteName, companyName, fields }: Names): Chip[] {
  const { stages, tags, sites, company, lastContact } = query;
  const chips: Chip[] = [];
  const add = (kind: Exclude<FilterKind, `field:${string}`>, value: string) =>
    chips.push({ kind, label: kindNames[kind], value });
  if (stages?.length) add('stages', or.format(stages.map(stageName)));
  if (tags?.length) add('tags', and.format(tags));
  if (sites?.length) add('sites', or.format(sites.map(siteName)));
  if (company !== undefined) add('company', companyName(company));
  if (lastContact?.within !== undefined) add('lastContact', `in the last ${days(lastContact.within)}`);
  else if (lastContact?.notWithin !== undefined) add('lastContact', `not for ${days(lastContact.notWithin)}`);
  for (const kind of flagKinds) if (query[kind] !== undefined) add(kind, query[kind] ? 'yes' : 'no');
  for (const filter of query.fields ?? []) {
    const label = fields.find(({ id }) => id === filter.field)?.name ?? 'A field that was removed';
    chips.push({ kind: `field:${filter.field}`, label, value: fieldText(filter) });
  }
  return chips;
}

/** The query without one of its filters. */
export function withoutFilter(query: ListQuery, kind: FilterKind): ListQuery {
  if (!kind.startsWith('field:')) {
    const entries = Object.entries(query).filter(([name]) => name !== kind);
    return Object.fromEntries(entries);
  }
  const fields = query.fields?.filter(({ field }) => `field:${field}` !== kind);
  const { fields: _old, ...rest } = query;
  return fields?.length ? { ...rest, fields } : rest;
}

/** The query with a condition on a custom field, in the place of an earlier one. */
export function withField(query: ListQuery, filter: FieldFilter): ListQuery {
  const others = query.fields?.filter(({ field }) => field !== filter.field) ?? [];
  return { ...query, fields: [...others, filter] };
}
