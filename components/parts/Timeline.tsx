// What happened with a contact, grouped by month; messages of one conversation stand together.
import {
  Check,
  ChevronRight,
  Flag,
  Handshake,
  type IconNode,
  Mail,
  MessageCircle,
  Phone,
  ShoppingBag,
  StickyNote,
  Users,
} from 'lucide';
import { fullDate, monthGroup, relativeDate } from '../../lib/dates/relative';
import type { EventKind, TimelineEvent } from '../../lib/model/event';
import { Icon } from '../ui/Icon';

type Props = {
  events: TimelineEvent[];
  name: string;
  /** Key of the conversation on screen. */
  current?: string;
  total: number;
  onClose(event: TimelineEvent): void;
  onOlder(): void;
};

const icons: Partial<Record<EventKind, IconNode>> = {
  message: Mail,
  comment: MessageCircle,
  note: StickyNote,
  call: Phone,
  meeting: Users,
  promise: Handshake,
  purchase: ShoppingBag,
  issue: Flag,
};
const words: Partial<Record<EventKind, string>> = {
  note: 'Your note',
  call: 'Call',
  meeting: 'Meeting',
  promise: 'Promise',
  issue: 'Issue',
  purchase: 'Bought',
  comment: 'Comment',
  feedback: 'Feedback',
  capture: 'Saved from a page',
};

type Entry = { first: TimelineEvent; events: TimelineEvent[] };

/** Neighbouring order is kept: a conversation stands where its newest message does. */
export function entriesOf(events: TimelineEvent[]): Entry[] {
  const entries: Entry[] = [];
  const byConversation = new Map<string, Entry>();
  for (const event of events) {
    const known = event.conversation ? byConversation.get(event.conversation) : undefined;
    if (known) {
      known.events.push(event);
      continue;
    }
    const entry = { first: event, events: [event] };
    entries.push(entry);
    if (event.conversation) byConversation.set(event.conversation, entry);
  }
  return entries;
}

export function Timeline({ events, name, current, total, onClose, onOlder }: Props) {
  const now = new Date();
  const groups = Map.groupBy(entriesOf(events), entry => monthGroup(entry.first.at, now));
  if (events.length === 0) return <p class="empty">Conversations, calls and notes will be listed here.</p>;
  return (
    <>
      {[...groups].map(([month, entries]) => (
        <div key={month}>
          <h3 class="when">{month}</h3>
          <ol class="timeline">
            {entries.map(entry => (
              <li key={entry.first.id}>
                <span class={`pin ${pinOf(entry.first)}`}>
                  <Icon node={entry.first.closedAt ? Check : (icons[entry.first.kind] ?? Mail)} />
                </span>
                {entry.first.kind === 'message' || entry.first.kind === 'comment' ? (
                  <Conversation
                    entry={entry}
                    name={name}
                    now={now}
                    open={entry.first.conversation === current}
                  />
                ) : (
                  <Single event={entry.first} now={now} onClose={onClose} />
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {total > events.length && (
        <button type="button" class="btn small plain wide" onClick={onOlder}>
          Show older
        </button>
      )}
    </>
  );
}

function pinOf(event: TimelineEvent): string {
  if (event.closedAt) return 'ok';
  if (event.openFor) return 'warn';
  return event.kind === 'note' ? 'note' : '';
}

const Time = ({ at, now }: { at: number; now: Date }) => (
  <time dateTime={new Date(at).toISOString()} title={fullDate(at)}>
    {relativeDate(at, now)}
  </time>
);

function Conversation({ entry, name, now, open }: { entry: Entry; name: string; now: Date; open: boolean }) {
  const count = entry.events.length;
  return (
    <article class="entry">
      <details open={open}>
        <summary>
          <div class="top">
            <span class="title">
              <bdi>{entry.first.title || 'No subject'}</bdi>
            </span>
            <Time at={entry.first.at} now={now} />
          </div>
          <span class="meta">
            <Icon node={ChevronRight} flip /> {count === 1 ? '1 message' : `${count} messages`}
            {open && <b class="good"> · open now</b>}
          </span>
        </summary>
        <ul class="lines">
          {entry.events.map(event => (
            <li key={event.id} dir="auto">
              <b>{event.direction === 'out' ? 'You' : name}</b> {event.text ?? ''}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function Single({
  event,
  now,
  onClose,
}: {
  event: TimelineEvent;
  now: Date;
  onClose(event: TimelineEvent): void;
}) {
  const state = event.closedAt
    ? event.kind === 'issue'
      ? 'Solved'
      : 'Kept'
    : event.openFor
      ? 'still open'
      : '';
  return (
    <article class="entry">
      <div class="top">
        <p class="title plain" dir="auto">
          {event.title ?? event.text}
        </p>
        <Time at={event.at} now={now} />
      </div>
      {event.title && event.text && (
        <p class="mute" dir="auto">
          {event.text}
        </p>
      )}
      <span class="meta">
        {[words[event.kind], state].filter(Boolean).join(', ')}
        {event.openFor && (
          <button type="button" class="link" onClick={() => onClose(event)}>
            {event.kind === 'issue' ? 'Solved' : 'Kept'}
          </button>
        )}
      </span>
    </article>
  );
}
