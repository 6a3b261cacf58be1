// Quick replies: found by words or by shortcut, shown filled in for the person on the card.
import { Search } from 'lucide';
import { useState } from 'preact/hooks';
import type { Reply } from '../../lib/model/reply';
import { chooseVariant } from '../../lib/replies/choose';
import { findReplies } from '../../lib/replies/find';
import { Icon } from '../ui/Icon';
import { type PreviewSource, ReplyPreview } from './ReplyPreview';

/** How many are listed at once; more are found by typing. */
const listed = 8;

type Props = PreviewSource & { channel: string; replies: Reply[]; onEdit(): void };

const reasons = {
  language: 'their language',
  channel: 'this place',
  tone: 'their tone',
  'only-one': 'the only variant',
  first: 'the first variant',
};

export function ReplyPicker(props: Props) {
  const { card, replies, me, channel } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = findReplies(replies, query).slice(0, listed);
  const chosen = found[Math.min(at, found.length - 1)];
  const preferred = (key: string) => card.contact.preferences.find(item => item.key === key)?.value;
  const wishes = {
    language: preferred('language'),
    channel,
    tone: preferred('tone'),
    ownLanguages: me.languages,
  };
  const choice = chosen && chooseVariant(chosen, wishes);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || found.length === 0) return;
    event.preventDefault();
    setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };
  if (replies.length === 0) {
    return (
      <div class="empty">
        <p>Prepared answers will be listed here.</p>
        <button type="button" class="btn" onClick={props.onEdit}>
          Write the first one
        </button>
      </div>
    );
  }
  return (
    <div class="replies">
      <label class="search">
        <Icon node={Search} />
        <span class="sr">Search quick replies</span>
        <input
          type="text"
          id="reply-search"
          role="combobox"
          aria-expanded={found.length > 0}
          placeholder="Search, or ;shortcut"
          value={query}
          aria-controls="reply-list"
          aria-activedescendant={chosen && `reply-${chosen.id}`}
          onInput={event => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={move}
        />
        <kbd>/</kbd>
      </label>
      <ReplyList found={found} chosen={chosen} onChoose={setAt} />
      {found.length === 0 && <p class="quiet">No reply has these words.</p>}
      {chosen && choice && (
        <ReplyPreview
          key={`${chosen.id}:${card.contact.id}`}
          {...props}
          reply={chosen}
          best={choice.index}
          because={reasons[choice.because]}
        />
      )}
      <button type="button" class="link calm" onClick={props.onEdit}>
        Edit replies
      </button>
    </div>
  );
}

type ListProps = { found: Reply[]; chosen?: Reply; onChoose(index: number): void };

function ReplyList({ found, chosen, onChoose }: ListProps) {
  return (
    <div role="listbox" id="reply-list" tabIndex={-1} aria-label="Quick replies">
      {found.map((reply, index) => (
        <button
          key={reply.id}
          type="button"
          role="option"
          tabIndex={-1}
          id={`reply-${reply.id}`}
          aria-selected={reply === chosen}
          class="reply"
          onClick={() => onChoose(index)}
        >
          <span class="grow cut">
            <bdi>{reply.name}</bdi>
          </span>
          {reply.shortcut && <kbd class="mono">;{reply.shortcut}</kbd>}
        </button>
      ))}
    </div>
  );
}
