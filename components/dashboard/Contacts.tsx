// Contacts: a plain list, searched as you type.
import { useState } from 'preact/hooks';
import { call } from '../../lib/rpc/client';
import { Avatar } from '../parts/Avatar';
import { act } from './act';
import { useLoaded } from './load';

const pageSize = 100;

async function read(query: string, offset: number) {
  if (query.trim())
    return { contacts: await call('contacts.search', { query, limit: pageSize }), total: undefined };
  return call('contacts.list', { offset, limit: pageSize });
}

export function Contacts() {
  const [query, setQuery] = useState('');
  const [offset, setOffset] = useState(0);
  const found = useLoaded(() => read(query, offset), `${query}\n${offset}`);
  const total = found?.total ?? 0;
  return (
    <>
      <h2>Contacts {found?.total !== undefined && <span class="count">{found.total}</span>}</h2>
      <label class="search">
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
      {found?.contacts.length === 0 && (
        <p class="empty">
          {query
            ? 'Nobody has these words.'
            : 'Nobody yet. Open a message and add who wrote it, or import a file under Data.'}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Company</th>
            <th scope="col">Address</th>
            <th scope="col">Tags</th>
            <th scope="col">
              <span class="sr">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found?.contacts.map(contact => (
            <tr key={contact.id}>
              <td>
                <span class="row">
                  <Avatar name={contact.name} id={contact.id} />
                  <bdi>{contact.name}</bdi>
                </span>
              </td>
              <td>
                <bdi>{contact.company}</bdi>
              </td>
              <td>
                <bdi>{contact.address}</bdi>
              </td>
              <td>
                <span class="row">
                  {contact.tags.slice(0, 3).map(tag => (
                    <span key={tag} class="tag">
                      <bdi>{tag}</bdi>
                    </span>
                  ))}
                </span>
              </td>
              <td>
                <button
                  type="button"
                  class="btn small plain"
                  aria-label={`Delete ${contact.name}`}
                  onClick={() =>
                    void act(`${contact.name} is in the trash`, () =>
                      call('contacts.delete', { id: contact.id }),
                    )
                  }
                >
                  Delete
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > pageSize && (
        <p class="row">
          <button
            type="button"
            class="btn"
            disabled={offset === 0}
            onClick={() => setOffset(offset - pageSize)}
          >
            Earlier
          </button>
          <span>
            {offset + 1} to {Math.min(offset + pageSize, total)} of {total}
          </span>
          <button
            type="button"
            class="btn"
            disabled={offset + pageSize >= total}
            onClick={() => setOffset(offset + pageSize)}
          >
            Later
          </button>
        </p>
      )}
    </>
  );
}
