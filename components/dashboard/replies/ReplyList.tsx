// The list of replies: found by words and tags, sorted by use, put into an order of one's own.
import { ArrowDown, ArrowUp, Search } from 'lucide';
import type { Reply } from '../../../lib/model/reply';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { act } from '../act';
import { draftOf } from './reply-drafts';
import { replyList, replyView, type Sorting, sortings, tagsOf } from './reply-view';

type Props = {
  /** As they are being written, where they are; new ones at the end. */
  replies: Reply[];
  /** Ids of those that are stored, in their order. */
  saved: string[];
  chosen?: string | undefined;
  onChoose(reply: Reply): void;
};

export function ReplyList({ replies, saved, chosen, onChoose }: Props) {
  const view = replyView.value;
  const found = replyList(replies, view);
  // Moving past what is not shown would not be what it looks like.
  const isWhole = view.query.trim() === '' && view.tag === '' && view.sorting === 'order';
  const move = (at: number, step: number) => {
    const [id = ''] = saved.slice(at, at + 1);
    const ids = saved.toSpliced(at, 1).toSpliced(at + step, 0, id);
    void act('Moved', () => call('replies.reorder', { ids }));
  };
  return (
    <div class="stack reply-side">
      <ReplyFilters tags={tagsOf(replies)} />
      <p class="sr" role="status">
        {found.length === 1 ? '1 reply' : `${found.length} replies`}
      </p>
      <ol class="reply-list">
        {found.map(reply => {
          const at = isWhole ? saved.indexOf(reply.id) : -1;
          return (
            <li key={reply.id}>
              <ReplyLine reply={reply} isChosen={reply.id === chosen} onChoose={() => onChoose(reply)} />
              {at > 0 && (
                <IconButton icon={ArrowUp} label={`Move ${reply.name} up`} onClick={() => move(at, -1)} />
              )}
              {at !== -1 && at < saved.length - 1 && (
                <IconButton icon={ArrowDown} label={`Move ${reply.name} down`} onClick={() => move(at, 1)} />
              )}
            </li>
          );
        })}
      </ol>
      {found.length === 0 && replies.length > 0 && <p class="quiet">No reply fits.</p>}
    </div>
  );
}

function ReplyFilters({ tags }: { tags: string[] }) {
  const view = replyView.value;
  const set = (patch: Partial<typeof view>) => {
    replyView.value = { ...view, ...patch };
  };
  return (
    <search class="reply-filters">
      <label class="search">
        <Icon node={Search} />
        <span class="sr">Find replies</span>
        <input
          type="search"
          dir="auto"
          placeholder="Words, or ;shortcut"
          value={view.query}
          onInput={event => set({ query: event.currentTarget.value })}
        />
      </label>
      <select
        class="select"
        aria-label="Tag"
        value={view.tag}
        onChange={event => set({ tag: event.currentTarget.value })}
      >
        <option value="">All tags</option>
        {tags.map(tag => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label="Sorting"
        value={view.sorting}
        onChange={event => set({ sorting: event.currentTarget.value as Sorting })}
      >
        {Object.entries(sortings).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </search>
  );
}

type LineProps = { reply: Reply; isChosen: boolean; onChoose(): void };

function ReplyLine({ reply, isChosen, onChoose }: LineProps) {
  const { name, shortcut } = reply;
  return (
    <button type="button" class="reply grow" aria-pressed={isChosen} onClick={onChoose}>
      <span class="grow cut">
        <bdi>{name || 'New reply'}</bdi>
      </span>
      {draftOf(reply.id) && <span class="tag warn">Unsaved</span>}
      {shortcut && (
        <kbd class="mono" dir="ltr">
          ;{shortcut}
        </kbd>
      )}
      <span class="count" title="Times used">
        {reply.uses}
      </span>
    </button>
  );
}
