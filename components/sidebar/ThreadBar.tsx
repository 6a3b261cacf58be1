// The bar at the top: who else is in the conversation, search, and more.
import { ExternalLink, PanelRightClose, Search, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContactSummary, OnScreen } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import { PersonRow } from '../parts/PersonRow';
import * as screen from '../parts/screen';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

export function ThreadBar({ view }: { view: OnScreen | undefined }) {
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setSearching(true);
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
  if (searching) return <SearchBar onClose={() => setSearching(false)} />;
  const looked = view?.current?.startsWith('contact:');
  return (
    <header class="thread">
      {looked ? (
        <button type="button" class="link grow" onClick={() => screen.choose(undefined)}>
          Back to the page
        </button>
      ) : (
        <People view={view} />
      )}
      <IconButton icon={Search} label="Search everyone (Ctrl K)" onClick={() => setSearching(true)} />
      <IconButton
        icon={ExternalLink}
        label="Open the full page"
        onClick={() => screen.openDashboard('contacts')}
      />
      {screen.isInPage() && (
        <IconButton icon={PanelRightClose} label="Hide here" onClick={() => void screen.order('hide')} />
      )}
    </header>
  );
}

function People({ view }: { view: OnScreen | undefined }) {
  const people = view?.people ?? [];
  if (people.length < 2)
    return (
      <span class="grow cut mute subject">
        <bdi>{view?.conversation?.title ?? ''}</bdi>
      </span>
    );
  return (
    <nav class="people" aria-label="People in this conversation">
      {people.slice(0, 5).map(person => {
        const name = person.contact?.name ?? person.seen.name ?? person.address ?? '?';
        const isCurrent = person.key === view?.current;
        return (
          <button
            key={person.key}
            type="button"
            aria-current={isCurrent}
            title={`${name}${person.address ? `, ${person.address}` : ''}`}
            onClick={() => screen.choose(person.key)}
          >
            <Avatar name={name} id={person.contact?.id} />
            <span class={isCurrent ? 'cut' : 'sr'}>
              <bdi>{name}</bdi>
            </span>
          </button>
        );
      })}
      {people.length > 5 && (
        <select
          class="select more-people"
          aria-label={`All ${people.length} people`}
          value={view?.current}
          onChange={event => screen.choose(event.currentTarget.value)}
        >
          {people.map(person => (
            <option key={person.key} value={person.key}>
              {person.contact?.name ?? person.seen.name ?? person.address}
            </option>
          ))}
        </select>
      )}
    </nav>
  );
}

function SearchBar({ onClose }: { onClose(): void }) {
  const [found, setFound] = useState<ContactSummary[]>();
  const asked = useRef(0);
  const choose = (id: string) => {
    screen.choose(`contact:${id}`);
    onClose();
  };
  const search = async (query: string) => {
    const mine = ++asked.current;
    const next = query.trim() ? await screen.search(query) : undefined;
    if (mine === asked.current) setFound(next);
  };
  return (
    <search class="finder">
      <div class="thread">
        <label class="search grow">
          <Icon node={Search} />
          <span class="sr">Search everyone</span>
          <input
            type="search"
            placeholder="Name, company, address, tag"
            ref={field => field?.focus()}
            onInput={event => void search(event.currentTarget.value)}
            onKeyDown={event => event.key === 'Escape' && onClose()}
          />
        </label>
        <IconButton icon={X} label="Close search" onClick={onClose} />
      </div>
      {found && (
        <ul class="pad found">
          {found.map(contact => (
            <PersonRow key={contact.id} contact={contact} onChoose={choose} />
          ))}
          {found.length === 0 && <li class="quiet">Nobody has these words.</li>}
        </ul>
      )}
    </search>
  );
}
