// What happened with a contact, grouped by month; messages of one conversation stand together.
import {
  Check,
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
import { monthGroup } from '../../lib/dates/relative';
import type { EventKind, TimelineEvent } from '../../lib/model/event';
import { Icon } from '../ui/Icon';
import { ConversationEntry } from './ConversationEntry';
import { type EntryActions, SingleEntry } from './SingleEntry';

type Props = {
  events: TimelineEvent[];
  name: string;
  /** Key of the conversation on screen. */
  current?: string;
  total: number;
  actions: EntryActions;
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

export function Timeline({ events, name, current, total, actions, onOlder }: Props) {
  const now = new Date();
  const groups = Map.groupBy(entriesOf(events), entry => monthGroup(entry.first.at, now));
  if (events.length === 0) return <p class="empty">Conversations, calls and notes will be listed here.</p>;
  return (
    <>
      {[...groups].map(([month, entries]) => (
        <div key={month}>
          <h3 class="when">{month}</h3>
          <ol class="timeline">
            {entries.map(({ first, events: messages }) => (
              <li key={first.conversation ?? first.id}>
                <span class={`pin ${pinOf(first)}`}>
                  <Icon node={first.closedAt ? Check : (icons[first.kind] ?? Mail)} />
                </span>
                {first.kind === 'message' || first.kind === 'comment' ? (
                  <ConversationEntry
                    // Kept with the newest first; read in the order in which they were written, as on the page.
                    messages={messages.toReversed()}
                    name={name}
                    now={now}
                    isCurrent={first.conversation === current}
                  />
                ) : (
                  <SingleEntry event={first} now={now} actions={actions} />
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
