// One company: its people, and what happened with all of them.
import { ArrowLeft } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { relativeDate } from '../../../lib/dates/relative';
import type { CompanyPage as Page, Row } from '../../../lib/list/desk';
import type { TimelineEvent } from '../../../lib/model/event';
import { Avatar } from '../../parts/Avatar';
import { Icon } from '../../ui/Icon';
import { addressOf, firstColumns, pageOf } from '../contacts/address';
import { ask, listVersion } from '../desk';
import { JointTimeline } from './JointTimeline';

const portion = 50;
/** More people than these are looked at in the list. */
const mostShown = 100;

/** The company and what happened with it; undefined until it is read. */
function useCompany(key: string, limit: number): { page: Page; events: TimelineEvent[] } | undefined {
  const [read, setRead] = useState<{ page: Page; events: TimelineEvent[] }>();
  useEffect(() => {
    let isCurrent = true;
    Promise.all([ask('company', key), ask('events', key, limit)]).then(
      ([page, events]) => isCurrent && setRead({ page, events }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, limit, listVersion.value]);
  return read;
}

export function CompanyPage({ company: key }: { company: string }) {
  const [limit, setLimit] = useState(portion);
  const read = useCompany(key, limit);
  if (!read || read.page.stage === 'nothing') return <main aria-busy="true" />;
  const { company, people } = read.page;
  return (
    <main class="scroll page wide">
      <p>
        <a class="link" href="#/companies">
          <Icon node={ArrowLeft} flip />
          Companies
        </a>
      </p>
      <h1>
        <bdi>{company?.name ?? 'This company has nobody in Regulars.'}</bdi>
      </h1>
      {company?.domain && (
        <p class="mute">
          <bdi>{company.domain}</bdi>
        </p>
      )}
      {company && (
        <div class="two company">
          <section aria-labelledby="company-people">
            <h2 id="company-people">
              People <span class="count">{company.people.toLocaleString()}</span>
            </h2>
            <People people={people} />
            <p>
              <a class="link" href={addressOf({ query: { company: key }, columns: firstColumns })}>
                Show them in the list
              </a>
            </p>
          </section>
          <section aria-labelledby="company-history">
            <h2 id="company-history">History</h2>
            <JointTimeline
              events={read.events}
              names={new Map(people.map(({ id, name }) => [id, name]))}
              {...(read.events.length >= limit && { onOlder: () => setLimit(limit + portion) })}
            />
          </section>
        </div>
      )}
    </main>
  );
}

function People({ people }: { people: Row[] }) {
  const now = new Date();
  return (
    <ul class="card" aria-label="People of the company">
      {people.slice(0, mostShown).map(person => (
        <li key={person.id} class="row">
          <Avatar name={person.name} id={person.id} />
          <span class="grow cut">
            <a class="link" href={pageOf(person.id)}>
              <bdi>{person.name}</bdi>
            </a>{' '}
            <bdi class="quiet">{person.title ?? person.address}</bdi>
          </span>
          {person.openIssues > 0 && <span class="tag warn">Open issue</span>}
          {person.lastContact !== undefined && (
            <time class="meta" dateTime={new Date(person.lastContact).toISOString()}>
              {relativeDate(person.lastContact, now)}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}
