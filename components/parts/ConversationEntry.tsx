// A conversation on the timeline: its messages in the order in which they were written, and the way back to it.
import { ChevronRight } from 'lucide';
import { webLink } from '../../lib/identity/links';
import type { TimelineEvent } from '../../lib/model/event';
import { Icon } from '../ui/Icon';
import { EventTime } from './EventTime';

type Props = { messages: TimelineEvent[]; name: string; now: Date; isCurrent: boolean };

export function ConversationEntry({ messages, name, now, isCurrent }: Props) {
  const newest = messages.at(-1);
  if (!newest) return null;
  const word = newest.kind === 'comment' ? 'comment' : 'message';
  const title = newest.title || (newest.kind === 'comment' ? 'Below a post' : 'No subject');
  const link = webLink(messages.findLast(message => message.url)?.url);
  return (
    <article class="entry conversation">
      <details open={isCurrent}>
        <summary>
          <div class="top">
            <span class="title">
              <bdi>{title}</bdi>
            </span>
            <EventTime at={newest.at} now={now} />
          </div>
          <span class="meta">
            <Icon node={ChevronRight} flip />
            {messages.length === 1 ? `1 ${word}` : `${messages.length} ${word}s`}
            {isCurrent && <b class="good">· open now</b>}
          </span>
        </summary>
        <ul class="lines">
          {messages.map(message => (
            <li key={message.id} dir="auto">
              <b>{message.direction === 'out' ? 'You' : name}</b>{' '}
              {message.text || <span class="quiet">Not opened yet</span>}
            </li>
          ))}
        </ul>
      </details>
      {link && !isCurrent && (
        <a class="link" href={link} target="_blank" rel="noopener noreferrer" aria-label={`Open ${title}`}>
          Open
        </a>
      )}
    </article>
  );
}
