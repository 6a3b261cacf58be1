// Companies: people grouped by company, or by the domain they write from; one of them with its people and joint history.
import { Search } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { relativeDate } from '../../../lib/dates/relative';
import type { Company } from '../../../lib/list/companies';
import type { FoundCompanies } from '../../../lib/list/desk';
import { Grid, type GridColumn } from '../../ui/Grid';
import type { Span } from '../../ui/grid-rows';
import { Icon } from '../../ui/Icon';
import { ask, listVersion } from '../desk';
import { useCommands } from '../palette/commands';
import { CompanyPage } from './CompanyPage';

const portion = 100;

const columns: GridColumn[] = [
  { id: 'name', label: 'Company', width: 'minmax(11rem, 2fr)' },
  { id: 'domain', label: 'Domain', width: 'minmax(9rem, 1.4fr)' },
  { id: 'people', label: 'People', width: '6rem' },
  { id: 'issues', label: 'Open issues', width: '7rem' },
  { id: 'last', label: 'Last contact', width: '8rem' },
];

const addressOf = ({ key }: Pick<Company, 'key'>) => `#/companies/${encodeURIComponent(key)}`;

const focusSearch = () => document.getElementById('search-companies')?.focus();

export function Companies({ detail }: { detail?: string }) {
  return detail === undefined ? <CompanyList /> : <CompanyPage key={detail} company={decoded(detail)} />;
}

/** An address that somebody cut off names no company, and no error either. */
function decoded(detail: string): string {
  try {
    return decodeURIComponent(detail);
  } catch {
    return detail;
  }
}

type Shown = Pick<FoundCompanies, 'total' | 'stage'> & { rows: Map<number, Company> };

function useCompanies(typed: string) {
  const [shown, setShown] = useState<Shown>({ total: 0, stage: 'nothing', rows: new Map() });
  const [span, setSpan] = useState<Span>({ from: 0, to: portion });
  const from = Math.floor(span.from / portion) * portion;
  const count = Math.ceil((span.to - from) / portion + 1) * portion;
  useEffect(() => {
    let isCurrent = true;
    ask('companies', typed, from, count).then(
      ({ companies, ...rest }) =>
        isCurrent && setShown({ ...rest, rows: new Map(companies.map((one, at) => [from + at, one])) }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [typed, from, count, listVersion.value]);
  return { shown, setSpan };
}

const lastContact = ({ lastContact: at }: Company) =>
  at !== undefined && <time dateTime={new Date(at).toISOString()}>{relativeDate(at, new Date())}</time>;

const cells = (company: Company) => [
  <a key="name" class="name" href={addressOf(company)} tabIndex={-1} title={company.name}>
    <bdi class="cut">{company.name}</bdi>
  </a>,
  <bdi key="domain">{company.domain}</bdi>,
  company.people.toLocaleString(),
  company.openIssues > 0 && <span class="late">{company.openIssues.toLocaleString()}</span>,
  lastContact(company),
];

function CompanyList() {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { shown, setSpan } = useCompanies(typed);
  useCommands([
    { id: 'search', group: 'Companies', label: 'Search companies', keys: '/', run: focusSearch },
    {
      id: 'list',
      group: 'Companies',
      label: 'Go to the list',
      keys: 'L',
      run: () => document.querySelector<HTMLElement>('.grid')?.focus(),
    },
  ]);
  const tracks = useMemo(() => columns, []);
  return (
    <main class="pane">
      <header class="head">
        <h1>Companies</h1>
        <span class="count" role="status">
          {shown.stage !== 'nothing' && shown.total.toLocaleString()}
        </span>
      </header>
      <search class="tools">
        <label class="search">
          <Icon node={Search} />
          <span class="sr">Search companies</span>
          <input
            id="search-companies"
            type="search"
            placeholder="Name or domain"
            maxLength={200}
            onInput={event => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
          />
          <kbd>/</kbd>
        </label>
      </search>
      {shown.stage !== 'nothing' && shown.total === 0 ? (
        <p class="empty">
          {typed ? 'No such company.' : 'People with a company, or an address at one, are grouped here.'}
        </p>
      ) : (
        <Grid
          label="Companies"
          columns={tracks}
          total={shown.total}
          itemAt={row => shown.rows.get(row)}
          keyOf={({ key }) => key}
          cells={cells}
          active={active}
          listKey={typed}
          onActive={setActive}
          onOpen={row => {
            const company = shown.rows.get(row);
            if (company) location.hash = addressOf(company);
          }}
          onShown={setSpan}
        />
      )}
    </main>
  );
}
