// An entry of the timeline that stands alone: what the user wrote can be edited, closed, opened again and deleted.
import { webLink } from '../../lib/identity/links';
import type { EventKind, handmadeKinds, TimelineEvent } from '../../lib/model/event';
import { EntryForm } from './EntryForm';
import { EventTime } from './EventTime';
import { focusTab, useEditing } from './editing';

export type EntryActions = {
  onSave(id: string, text: string, at: number): Promise<boolean>;
  onRemove(id: string): Promise<boolean>;
  /** `open` is true to take a solved issue or a kept promise up again. */
  onClose(event: TimelineEvent, open: boolean): void;
};

type Props = { event: TimelineEvent; now: Date; actions: EntryActions };

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

/** What the user writes by hand, and only that, can be edited. */
const handmade: Record<(typeof handmadeKinds)[number], true> = {
  note: true,
  call: true,
  meeting: true,
  promise: true,
  issue: true,
};

export function SingleEntry({ event, now, actions }: Props) {
  const { editing, opener, open, close } = useEditing();
  const isHandmade = Object.hasOwn(handmade, event.kind);
  const text = [event.title, event.text].filter(Boolean).join('\n');
  const remove = async () => {
    if (await actions.onRemove(event.id)) focusTab();
  };
  if (editing) {
    return (
      <EntryForm
        label={`Edit: ${words[event.kind]}`}
        text={text}
        at={event.at}
        maxLength={4000}
        onSave={(written, at) => actions.onSave(event.id, written, at)}
        onRemove={() => void remove()}
        onClose={() => close()}
      />
    );
  }
  return (
    <article class="entry">
      <div class="top">
        <p class="title plain" dir="auto">
          {isHandmade ? (
            <button type="button" class="editable text" title="Edit or delete" ref={opener} onClick={open}>
              {text}
            </button>
          ) : (
            <Told text={text} url={event.url} />
          )}
        </p>
        <EventTime at={event.at} now={now} />
      </div>
      <span class="meta">
        {[words[event.kind], stateOf(event)].filter(Boolean).join(', ')}
        <Closing event={event} onClose={actions.onClose} />
      </span>
    </article>
  );
}

/** What was written by nobody here, with a way to where it stands. */
function Told({ text, url }: { text: string; url: string | undefined }) {
  const link = webLink(url);
  if (!link) return text;
  return (
    <a class="link calm" href={link} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function stateOf({ kind, closedAt, openFor }: TimelineEvent): string {
  if (closedAt) return kind === 'issue' ? 'solved' : 'kept';
  return openFor ? 'still open' : '';
}

function Closing({ event, onClose }: { event: TimelineEvent; onClose: EntryActions['onClose'] }) {
  if (!event.openFor && !event.closedAt) return null;
  const word = event.closedAt ? 'Reopen' : event.kind === 'issue' ? 'Solved' : 'Kept';
  return (
    <button type="button" class="link" onClick={() => onClose(event, event.closedAt !== undefined)}>
      {word}
    </button>
  );
}
