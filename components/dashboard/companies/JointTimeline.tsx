// What happened with several people, the newest first, by month; each line says with whom.
import { monthGroup } from '../../../lib/dates/relative';
import type { EventKind, TimelineEvent } from '../../../lib/model/event';
import { EventTime } from '../../parts/EventTime';
import { pageOf } from '../contacts/address';

type Props = {
  events: TimelineEvent[];
  names: Map<string, string>;
  /** Given where there may be more. */
  onOlder?(): void;
};

const words: Record<EventKind, string> = {
  message: 'Message',
  comment: 'Comment',
  note: 'Your note',
  call: 'Call',
  meeting: 'Meeting',
  promise: 'Promise',
  purchase: 'Bought',
  issue: 'Issue',
  feedback: 'Feedback',
  capture: 'Saved from a page',
};

export function JointTimeline({ events, names, onOlder }: Props) {
  const now = new Date();
  if (events.length === 0)
    return <p class="quiet">Conversations, calls and notes with these people will be listed here.</p>;
  return (
    <>
      {[...Map.groupBy(events, ({ at }) => monthGroup(at, now))].map(([month, list]) => (
        <div key={month}>
          <h3 class="when">{month}</h3>
          <ul class="joint">
            {list.map(event => (
              <Line key={event.id} event={event} name={names.get(event.contactId) ?? ''} now={now} />
            ))}
          </ul>
        </div>
      ))}
      {onOlder && (
        <button type="button" class="btn small plain wide" onClick={onOlder}>
          Show older
        </button>
      )}
    </>
  );
}

function Line({ event, name, now }: { event: TimelineEvent; name: string; now: Date }) {
  const { kind, title, text, direction, openFor, closedAt } = event;
  const by = direction === 'out' ? 'You to ' : '';
  const state = openFor ? ', still open' : closedAt ? ', closed' : '';
  return (
    <li>
      <div class="row">
        <span class="grow cut" dir="auto">
          {[title, text].filter(Boolean).join(': ')}
        </span>
        <EventTime at={event.at} now={now} />
      </div>
      <span class="meta">
        {words[kind]}
        {state} · {by}
        <a class="link calm" href={pageOf(event.contactId)}>
          <bdi>{name}</bdi>
        </a>
      </span>
    </li>
  );
}
