// The filters of the list as chips: each opens its form, can be taken away, and another can be added.
import { ListFilter, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { CustomField } from '../../../lib/model/custom-field';
import type { ListQuery } from '../../../lib/model/list-query';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { Popover } from '../../ui/Popover';
import { ask, listVersion } from '../desk';
import { useCommands } from '../palette/commands';
import { FilterForm } from './FilterForm';
import { chipsOf, type FilterKind, kindNames, withoutFilter } from './filters';
import { siteName } from './site-name';

type Props = { query: ListQuery; fields: CustomField[]; onQuery(query: ListQuery): void };

/** The name of the company that is filtered by. */
function useCompanyName(key: string | undefined): string {
  const [name, setName] = useState('');
  useEffect(() => {
    if (key === undefined) return;
    ask('company', key).then(
      ({ company }) => setName(company?.name ?? key),
      () => setName(key),
    );
  }, [key, listVersion.value]);
  return name;
}

export function FilterBar({ query, fields, onQuery }: Props) {
  /** A filter whose form is open though nothing is chosen in it yet. */
  const [fresh, setFresh] = useState<FilterKind>();
  const company = useCompanyName(query.company);
  const chips = chipsOf(query, { siteName, companyName: () => company, fields });
  const kinds = kindsFor(fields);
  const shown = chips.some(({ kind }) => kind === fresh) || !fresh ? chips : [...chips, blank(fresh, fields)];
  useCommands(
    kinds.map(({ id, label }) => ({
      id: `filter ${id}`,
      group: 'Filter',
      label: `Filter by ${label.toLocaleLowerCase()}`,
      run: () => setFresh(kindOf(id, fields)),
    })),
    fields.map(({ id, name }) => id + name).join(),
  );
  return (
    <>
      {shown.map(({ kind, label, value }) => (
        <span key={kind} class={`chip${value ? ' on' : ''}`}>
          <Popover
            label={value ? `Filter: ${label}, ${value}` : `Filter: ${label}`}
            class="chip-part"
            isOpenAtFirst={kind === fresh}
            onClosed={() => setFresh(undefined)}
            button={
              <>
                <bdi>{label}</bdi> <b class="cut">{value}</b>
              </>
            }
          >
            {() => <FilterForm kind={kind} query={query} fields={fields} onQuery={onQuery} />}
          </Popover>
          {value && (
            <button
              type="button"
              class="chip-end"
              aria-label={`Remove the filter: ${label}`}
              title="Remove this filter"
              onClick={() => onQuery(withoutFilter(query, kind))}
            >
              <Icon node={X} />
            </button>
          )}
        </span>
      ))}
      <Menu
        label="Add a filter"
        class="chip"
        items={kinds.filter(({ id }) => !chips.some(({ kind }) => kind === id))}
        onChoose={id => setFresh(kindOf(id, fields))}
      >
        <Icon node={ListFilter} />
        Filter
      </Menu>
    </>
  );
}

const kindsFor = (fields: CustomField[]) => [
  ...Object.entries(kindNames).map(([id, label]) => ({ id, label })),
  ...fields.map(({ id, name }) => ({ id: `field:${id}`, label: name })),
];

function kindOf(text: string, fields: CustomField[]): FilterKind | undefined {
  const field = fields.find(({ id }) => `field:${id}` === text);
  return field ? `field:${field.id}` : plainKinds.find(kind => kind === text);
}

const plainKinds = Object.keys(kindNames) as (keyof typeof kindNames)[];

const blank = (kind: FilterKind, fields: CustomField[]) => ({
  kind,
  label: kindsFor(fields).find(({ id }) => id === kind)?.label ?? '',
  value: '',
});
