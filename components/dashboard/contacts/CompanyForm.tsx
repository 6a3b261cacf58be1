// Choosing a company: the ones with most people first, narrowed by typing.
import { useEffect, useState } from 'preact/hooks';
import type { Company } from '../../../lib/list/companies';
import type { ListQuery } from '../../../lib/model/list-query';
import { ask, listVersion } from '../desk';

type Props = { query: ListQuery; onQuery(query: ListQuery): void };

const shown = 8;

export function CompanyForm({ query, onQuery }: Props) {
  const [typed, setTyped] = useState('');
  const [companies, setCompanies] = useState<Company[]>([]);
  useEffect(() => {
    let isCurrent = true;
    ask('companies', typed, 0, shown).then(
      found => isCurrent && setCompanies(found.companies),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [typed, listVersion.value]);
  return (
    <fieldset class="values">
      <legend class="label">Company</legend>
      <input
        class="input"
        type="text"
        aria-label="Narrow: Company"
        placeholder="Type to narrow"
        maxLength={200}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      {companies.map(({ key, name, people }) => (
        <label key={key} class="row">
          <input
            type="radio"
            class="check round"
            name="company"
            checked={query.company === key}
            onChange={() => onQuery({ ...query, company: key })}
          />
          <bdi class="grow cut">{name}</bdi>
          <span class="count">{people.toLocaleString()}</span>
        </label>
      ))}
      {companies.length === 0 && <p class="quiet">No such company.</p>}
    </fieldset>
  );
}
