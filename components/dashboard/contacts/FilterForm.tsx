// The form behind a filter's chip; what is chosen takes effect at once.
import { useEffect, useState } from 'preact/hooks';
import type { Facets } from '../../../lib/list/facets';
import type { CustomField } from '../../../lib/model/custom-field';
import type { ListQuery } from '../../../lib/model/list-query';
import { ask, listVersion } from '../desk';
import { CompanyForm } from './CompanyForm';
import { FieldForm } from './FieldForm';
import { type FilterKind, type FlagKind, isFlag, kindNames, stageName, withoutFilter } from './filters';
import { siteName } from './site-name';
import { ValueChoice } from './ValueChoice';

type Props = {
  kind: FilterKind;
  query: ListQuery;
  fields: CustomField[];
  onQuery(query: ListQuery): void;
};

/** The counts beside the filters that are set; undefined until they are there. */
function useFacets(query: ListQuery): Facets | undefined {
  const [facets, setFacets] = useState<Facets>();
  useEffect(() => {
    let isCurrent = true;
    ask('facets', query).then(
      next => isCurrent && setFacets(next),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [JSON.stringify(query), listVersion.value]);
  return facets;
}

const stages = ['lead', 'customer', 'partner', 'former', 'none'] as const;

export function FilterForm({ kind, query, fields, onQuery }: Props) {
  const facets = useFacets(query);
  if (!facets)
    return (
      <p aria-busy="true" class="quiet">
        Counting
      </p>
    );
  /** The query with this filter; an empty choice is no filter. */
  const choose = (part: Partial<ListQuery>, isEmpty: boolean) =>
    onQuery(isEmpty ? withoutFilter(query, kind) : { ...query, ...part });
  if (kind === 'stages') {
    const counts = stages.map(value => ({
      value,
      count: facets.stages.find(one => one.value === value)?.count ?? 0,
    }));
    return (
      <ValueChoice
        label="Any of these stages"
        counts={counts}
        chosen={query.stages ?? []}
        nameOf={value => stageName(stages.find(stage => stage === value) ?? 'none')}
        onChoose={values => {
          const chosen = stages.filter(stage => values.includes(stage));
          choose({ stages: chosen }, chosen.length === 0);
        }}
      />
    );
  }
  if (kind === 'tags' || kind === 'sites') {
    return (
      <ValueChoice
        label={kind === 'tags' ? 'All of these tags' : 'Any of these sites and channels'}
        counts={facets[kind]}
        chosen={query[kind] ?? []}
        nameOf={kind === 'sites' ? siteName : value => value}
        onChoose={values => choose({ [kind]: values.slice(0, 20) }, values.length === 0)}
      />
    );
  }
  if (kind === 'company') return <CompanyForm query={query} onQuery={onQuery} />;
  if (kind === 'lastContact') return <LastContactForm query={query} onQuery={onQuery} />;
  if (isFlag(kind)) return <FlagForm kind={kind} query={query} facets={facets} onQuery={onQuery} />;
  const field = fields.find(({ id }) => `field:${id}` === kind);
  return field ? <FieldForm field={field} query={query} onQuery={onQuery} /> : <p>This field was removed.</p>;
}

type FlagProps = Pick<Props, 'query' | 'onQuery'> & { kind: FlagKind; facets: Facets };

const flagTexts: Record<FlagKind, { name: keyof Facets['flags']; yes: string; no: string }> = {
  hasOpenIssue: { name: 'openIssue', yes: 'With an open issue', no: 'Without one' },
  hasFollowUp: { name: 'followUp', yes: 'With a follow-up', no: 'Without one' },
  hasConsent: { name: 'consent', yes: 'Consent is noted', no: 'No consent is noted' },
  doNotContact: { name: 'doNotContact', yes: 'Not to be contacted', no: 'May be contacted' },
};

function FlagForm({ kind, query, facets, onQuery }: FlagProps) {
  const { name, yes, no } = flagTexts[kind];
  const counts = facets.flags[name];
  return (
    <fieldset class="values">
      <legend class="label">{kindNames[kind]}</legend>
      {([true, false] as const).map(wanted => (
        <label key={String(wanted)} class="row">
          <input
            type="radio"
            class="check round"
            name={kind}
            checked={query[kind] === wanted}
            onChange={() => onQuery({ ...query, [kind]: wanted })}
          />
          <span class="grow">{wanted ? yes : no}</span>
          <span class="count">{counts[wanted ? 'yes' : 'no'].toLocaleString()}</span>
        </label>
      ))}
    </fieldset>
  );
}

const sides = [
  { side: 'within', label: 'In the last days' },
  { side: 'notWithin', label: 'Not in the last days, or never' },
] as const;

function LastContactForm({ query, onQuery }: Pick<Props, 'query' | 'onQuery'>) {
  const { within, notWithin } = query.lastContact ?? {};
  const days = within ?? notWithin ?? 30;
  const side = within === undefined && notWithin !== undefined ? 'notWithin' : 'within';
  const set = (next: (typeof sides)[number]['side'], count: number) =>
    onQuery({ ...query, lastContact: { [next]: count } });
  return (
    <fieldset class="values">
      <legend class="label">Last contact</legend>
      {sides.map(({ side: one, label }) => (
        <label key={one} class="row">
          <input
            type="radio"
            class="check round"
            name="lastContact"
            checked={query.lastContact !== undefined && side === one}
            onChange={() => set(one, days)}
          />
          {label}
        </label>
      ))}
      <label class="row">
        <span class="grow">Days</span>
        <input
          class="input days"
          type="number"
          min={0}
          max={36_500}
          value={days}
          onInput={event => {
            const count = event.currentTarget.valueAsNumber;
            if (Number.isInteger(count) && count >= 0 && count <= 36_500) set(side, count);
          }}
        />
      </label>
    </fieldset>
  );
}
