// The command palette: type what you want, a person, a view or something to do; arrows choose, Enter does it.
import { Search } from 'lucide';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameWords } from '../../../lib/identity/names';
import type { Row } from '../../../lib/list/desk';
import { Icon } from '../../ui/Icon';
import { pageOf } from '../contacts/address';
import { ask } from '../desk';
import { type Command, commands } from './commands';

/** As many people as fit below a few commands. */
const mostPeople = 8;

const goTo = (person: Row): Command => ({
  id: `person ${person.id}`,
  label: person.name,
  group: [person.company, person.address].filter(Boolean).join(', ') || 'Person',
  run: () => {
    location.hash = pageOf(person.id);
  },
});

/** Commands that have, for each typed word, a word beginning so. */
function matching(typed: string): Command[] {
  const words = nameWords(typed);
  return commands.value.filter(({ label }) => {
    const own = nameWords(label);
    return words.every(word => own.some(other => other.startsWith(word)));
  });
}

/** The people a text finds; an older answer never replaces a newer one. */
function usePeople(typed: string): Row[] {
  const [people, setPeople] = useState<Row[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const found = typed.trim() ? ask('find', { text: typed }, 0, mostPeople).then(({ rows }) => rows) : [];
    Promise.resolve(found).then(
      rows => isCurrent && setPeople(rows),
      () => isCurrent && setPeople([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [typed]);
  return people;
}

export function Palette({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const entries = [...matching(typed).slice(0, typed.trim() ? 12 : 40), ...usePeople(typed).map(goTo)];
  const chosen = Math.min(at, entries.length - 1);
  // Before the next key is pressed: it is meant for the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const run = (entry: Command | undefined) => {
    if (!entry) return;
    // Closed first: what is run may put the focus elsewhere.
    dialog.current?.close();
    entry.run();
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') run(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog class="palette" ref={dialog} aria-label="Find a person or something to do" onClose={onClose}>
      <label class="search">
        <Icon node={Search} />
        <span class="sr">A person, a screen or something to do</span>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder="A person, a screen or something to do"
          autocomplete="off"
          maxLength={200}
          onInput={event => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={key}
        />
      </label>
      <div id={`${id}-list`} role="listbox" class="entries" aria-label="Found">
        {entries.map((entry, place) => (
          <div
            key={entry.id}
            id={`${id}-${place}`}
            role="option"
            class="entry-line"
            aria-selected={place === chosen}
            onClick={() => run(entry)}
          >
            <bdi class="cut">{entry.label}</bdi>
            <bdi class="quiet cut">{entry.group}</bdi>
            {entry.keys && <kbd>{entry.keys}</kbd>}
          </div>
        ))}
      </div>
      <p class={entries.length > 0 ? 'sr' : 'empty'} role="status">
        {entries.length > 0 ? `${entries.length} found` : 'Nothing found.'}
      </p>
    </dialog>
  );
}
