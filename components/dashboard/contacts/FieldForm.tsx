// A condition on a custom field, in the form that its kind asks for.
import { useEffect, useState } from 'preact/hooks';
import type { Count } from '../../../lib/list/facets';
import type { CustomField } from '../../../lib/model/custom-field';
import type { FieldFilter, ListQuery } from '../../../lib/model/list-query';
import { ask, listVersion } from '../desk';
import { withField, withoutFilter } from './filters';
import { ValueChoice } from './ValueChoice';

type Props = { field: CustomField; query: ListQuery; onQuery(query: ListQuery): void };

type Part = Omit<FieldFilter, 'field'>;

export function FieldForm({ field, query, onQuery }: Props) {
  const filter: Part = query.fields?.find(one => one.field === field.id) ?? {};
  /** Sets a part of the condition; `undefined` and the empty text take it away, and with the last one the filter. */
  const set = (part: { [Key in keyof Part]: Part[Key] | undefined }) => {
    const { field: _field, isSet: _isSet, ...others }: Partial<FieldFilter> = filter;
    const kept = Object.entries({ ...others, ...part }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    const next = { field: field.id, ...Object.fromEntries(kept) };
    onQuery(kept.length === 0 ? withoutFilter(query, `field:${field.id}`) : withField(query, next));
  };
  return (
    <fieldset class="values">
      <legend class="label">
        <bdi>{field.name}</bdi>
      </legend>
      <Value field={field} filter={filter} query={query} onSet={set} />
      {([true, false] as const).map(wanted => (
        <label key={String(wanted)} class="row">
          <input
            type="radio"
            class="check round"
            name={`set-${field.id}`}
            checked={filter.isSet === wanted}
            onChange={() => onQuery(withField(query, { field: field.id, isSet: wanted }))}
          />
          {wanted ? 'Has any value' : 'Is empty'}
        </label>
      ))}
    </fieldset>
  );
}

type ValueProps = {
  field: CustomField;
  filter: Part;
  query: ListQuery;
  onSet(part: { [Key in keyof Part]: Part[Key] | undefined }): void;
};

/** How many people have each choice beside the other filters, and whatever else is in the field. */
function useCounts({ id, choices }: CustomField, query: ListQuery): Count[] | undefined {
  const [counts, setCounts] = useState<Count[]>();
  useEffect(() => {
    let isCurrent = true;
    ask('values', query, id).then(
      next => isCurrent && setCounts(next),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id, JSON.stringify(query), listVersion.value]);
  const others = counts?.filter(({ value }) => !choices.includes(value)) ?? [];
  return (
    counts && [
      ...choices.map(value => ({ value, count: counts.find(one => one.value === value)?.count ?? 0 })),
      ...others,
    ]
  );
}

function Choices({ field, filter, query, onSet }: ValueProps) {
  const counts = useCounts(field, query);
  if (!counts)
    return (
      <p aria-busy="true" class="quiet">
        Counting
      </p>
    );
  return (
    <ValueChoice
      label="Any of these"
      counts={counts}
      chosen={filter.anyOf ?? []}
      nameOf={value => value}
      onChoose={values => onSet({ anyOf: values.length > 0 ? values : undefined })}
    />
  );
}

function Value({ field, filter, query, onSet }: ValueProps) {
  if (field.kind === 'choice') return <Choices field={field} filter={filter} query={query} onSet={onSet} />;
  if (field.kind === 'number' || field.kind === 'date') {
    return (
      <>
        {(['from', 'to'] as const).map(end => (
          <label key={end} class="row">
            <span class="grow">{end === 'from' ? 'From' : 'To'}</span>
            <input
              class="input days"
              type={field.kind === 'date' ? 'date' : 'number'}
              step="any"
              value={filter[end] ?? ''}
              onInput={event => onSet({ [end]: event.currentTarget.value })}
            />
          </label>
        ))}
      </>
    );
  }
  return (
    <label class="field">
      <span class="label">Has in it</span>
      <input
        class="input"
        type="text"
        dir="auto"
        maxLength={200}
        value={filter.contains ?? ''}
        onInput={event => onSet({ contains: event.currentTarget.value })}
      />
    </label>
  );
}
