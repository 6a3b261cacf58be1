// Quick replies: found by words or by shortcut, shown filled in for the person on the card.
import { Search } from 'lucide';
import type { Reply } from '../../lib/model/reply';
import { chooseVariant } from '../../lib/replies/choose';
import { findReplies } from '../../lib/replies/find';
import { preferred } from '../../lib/replies/preferred';
import { Icon } from '../ui/Icon';
import { type PreviewSource, ReplyPreview } from './ReplyPreview';
import { pickerState, setPicker } from './reply-state';

/** How many are listed at once; more are found by typing. */
const listed = 8;

export type PickerProps = PreviewSource & {
  /** Where the reply will be written. */
  channel: string;
  replies: Reply[];
  onEdit(): void;
};

export function ReplyPicker(props: PickerProps) {
  const { card, replies, me, channel } = props;
  const { contact } = card;
  const { query, chosen: chosenId } = pickerState(contact.id);
  const found = findReplies(replies, query).slice(0, listed);
  const at = Math.max(
    found.findIndex(reply => reply.id === chosenId),
    0,
  );
  const chosen = found[at];
  const choose = (index: number) => setPicker(contact.id, { chosen: found[index]?.id });
  const wishes = {
    language: preferred(contact, 'language'),
    channel,
    tone: preferred(contact, 'tone'),
    ownLanguages: me.languages,
  };
  const choice = chosen && chooseVariant(chosen, wishes);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || found.length === 0) return;
    event.preventDefault();
    choose((at + step + found.length) % found.length);
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
          onInput={event => setPicker(contact.id, { query: event.currentTarget.value, chosen: undefined })}
          onKeyDown={move}
        />
        <kbd>/</kbd>
      </label>
      <ReplyList found={found} chosen={chosen} onChoose={choose} />
      {found.length === 0 && <p class="quiet">No reply has these words.</p>}
      {chosen && choice && (
        <ReplyPreview
          key={`${chosen.id}:${contact.id}`}
          {...props}
          reply={chosen}
          best={choice.index}
          because={choice.because}
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
          {reply.shortcut && (
            <kbd class="mono" dir="ltr">
              ;{reply.shortcut}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}
