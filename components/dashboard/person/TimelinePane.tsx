// The whole timeline of a person: words to look for, kinds to choose, older entries on demand.
import { Search } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { EventKind, TimelineEvent } from '../../../lib/model/event';
import type { Card } from '../../../lib/model/on-screen';
import { call } from '../../../lib/rpc/client';
import { callNameOf, entryActions } from '../../parts/KnownPerson';
import { Timeline } from '../../parts/Timeline';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';

const portion = 50;

/** What is chosen together. */
const choices: { id: string; label: string; kinds: EventKind[] }[] = [
  { id: 'all', label: 'Everything', kinds: [] },
  { id: 'talk', label: 'Conversations', kinds: ['message', 'comment'] },
  { id: 'notes', label: 'Notes', kinds: ['note'] },
  { id: 'calls', label: 'Calls and meetings', kinds: ['call', 'meeting'] },
  { id: 'promises', label: 'Promises', kinds: ['promise'] },
  { id: 'issues', label: 'Issues', kinds: ['issue', 'feedback'] },
];

export function TimelinePane({ card }: { card: Card }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('all');
  const [portions, setPortions] = useState(1);
  const kinds = choices.find(({ id }) => id === chosen)?.kinds ?? [];
  const contactId = card.contact.id;
  const wanted = portions * portion;
  useEffect(() => setPortions(1), [text, chosen, contactId]);
  const found = useLoaded(
    () => findEvents({ contactId, text, kinds }, wanted + 1),
    [contactId, text, chosen, portions].join('\n'),
  );
  const isFiltered = text.trim() !== '' || kinds.length > 0;
  return (
    <>
      <div class="tools">
        <label class="search grow">
          <Icon node={Search} />
          <span class="sr">Search the timeline</span>
          <input
            type="search"
            placeholder="Words in messages and notes"
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
        </label>
        <fieldset class="chips" aria-label="Kinds of entries">
          {choices.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed={id === chosen}
              onClick={() => setChosen(id)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      </div>
      {found && found.length === 0 && isFiltered ? (
        <p class="empty" role="status">
          Nothing like this on the timeline.
        </p>
      ) : (
        <Timeline
          events={(found ?? []).slice(0, wanted)}
          total={found?.length ?? 0}
          name={callNameOf(card)}
          actions={entryActions}
          onOlder={() => setPortions(portions + 1)}
        />
      )}
    </>
  );
}

type Wanted = { contactId: string; text: string; kinds: EventKind[] };

/** As many entries as are wanted, a hundred at a time. */
async function findEvents(wanted: Wanted, count: number): Promise<TimelineEvent[]> {
  const found: TimelineEvent[] = [];
  while (found.length < count) {
    const limit = Math.min(100, count - found.length);
    const before = found.at(-1)?.at;
    const more = await call('history.events', { ...wanted, limit, ...(before !== undefined && { before }) });
    found.push(...more);
    if (more.length < limit) break;
  }
  return found;
}
