// Contacts: a plain list, searched as you type, with the card of the chosen person beside it.
import { Search } from 'lucide';
import { useState } from 'preact/hooks';
import type { ContactSummary } from '../../lib/model/on-screen';
import { call } from '../../lib/rpc/client';
import { Avatar } from '../parts/Avatar';
import { Icon } from '../ui/Icon';
import { ContactPane } from './ContactPane';
import { useLoaded } from './load';

const pageSize = 100;

async function read(query: string, offset: number) {
  if (query.trim())
    return { contacts: await call('contacts.search', { query, limit: pageSize }), total: undefined };
  return call('contacts.list', { offset, limit: pageSize });
}

export function Contacts({ detail }: { detail?: string }) {
  const [query, setQuery] = useState('');
  const [offset, setOffset] = useState(0);
  const found = useLoaded(() => read(query, offset), `${query}\n${offset}`);
  return (
    <div class={`panes${detail ? ' split' : ''}`}>
      <main class="pane">
        <header class="head">
          <h1>Contacts</h1>
          {found?.total !== undefined && <span class="count">{found.total}</span>}
        </header>
        <div class="tools">
          <label class="search grow">
            <Icon node={Search} />
            <span class="sr">Search contacts</span>
            <input
              type="search"
              placeholder="Name, company, address, tag"
              value={query}
              onInput={event => {
                setQuery(event.currentTarget.value);
                setOffset(0);
              }}
            />
          </label>
        </div>
        {found?.contacts.length === 0 ? (
          <Empty isSearch={query.trim() !== ''} />
        ) : (
          <Table contacts={found?.contacts ?? []} chosen={detail} />
        )}
        {!query.trim() && <Pager offset={offset} total={found?.total ?? 0} onMove={setOffset} />}
      </main>
      {detail && <ContactPane key={detail} id={detail} />}
    </div>
  );
}

function Empty({ isSearch }: { isSearch: boolean }) {
  return (
    <p class="empty">
      {isSearch
        ? 'No one found.'
        : 'Nobody yet. Open a message and add who wrote it, or import a file under Data.'}
    </p>
  );
}

function Table({ contacts, chosen }: { contacts: ContactSummary[]; chosen?: string }) {
  return (
    <section class="scroll" aria-label="Contacts">
      <table class="people-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="opt">
              Company
            </th>
            <th scope="col">Address</th>
            <th scope="col" class="opt">
              Tags
            </th>
          </tr>
        </thead>
        <tbody>
          {contacts.map(contact => (
            <tr key={contact.id} class={contact.id === chosen ? 'chosen' : undefined}>
              <th scope="row">
                <a
                  class="name"
                  href={`#/contacts/${contact.id}`}
                  aria-current={contact.id === chosen ? 'true' : undefined}
                >
                  <Avatar name={contact.name} id={contact.id} />
                  <bdi class="cut">{contact.name}</bdi>
                </a>
              </th>
              <td class="opt">
                <bdi>{contact.company}</bdi>
              </td>
              <td>
                <bdi>{contact.address}</bdi>
              </td>
              <td class="opt">
                <span class="row">
                  {contact.tags.slice(0, 3).map(tag => (
                    <span key={tag} class="tag">
                      <bdi>{tag}</bdi>
                    </span>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PagerProps = { offset: number; total: number; onMove(offset: number): void };

function Pager({ offset, total, onMove }: PagerProps) {
  if (total <= pageSize) return null;
  const end = Math.min(offset + pageSize, total);
  return (
    <footer class="foot">
      <button type="button" class="btn" disabled={offset === 0} onClick={() => onMove(offset - pageSize)}>
        Previous
      </button>
      <span>
        {offset + 1} to {end} of {total}
      </span>
      <button type="button" class="btn" disabled={end === total} onClick={() => onMove(offset + pageSize)}>
        Next
      </button>
    </footer>
  );
}
