// Quick replies: the list in its order, and the editor of the chosen one.
import { ArrowDown, ArrowUp, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { Reply } from '../../lib/model/reply';
import { call } from '../../lib/rpc/client';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { act } from './act';
import { useLoaded } from './load';
import { ReplyEditor } from './ReplyEditor';

const blank = (order: number): Reply => ({
  id: crypto.randomUUID(),
  name: '',
  tags: [],
  variants: [{ body: '' }],
  order,
  uses: 0,
});

export function Replies() {
  const replies = useLoaded(() => call('replies.list', {}));
  const [editing, setEditing] = useState<Reply>();
  if (!replies) return <main aria-busy="true" />;
  return (
    <main class="scroll page wide">
      <header class="row">
        <h1 class="grow">Quick replies</h1>
        <button type="button" class="btn primary" onClick={() => setEditing(blank(replies.length))}>
          <Icon node={Plus} />
          New reply
        </button>
      </header>
      <div class="two">
        <ReplyList replies={replies} chosen={editing?.id} onChoose={setEditing} />
        {editing ? (
          <ReplyEditor key={editing.id} reply={editing} onDone={() => setEditing(undefined)} />
        ) : (
          <p class="quiet">Choose a reply to change it. Its shortcut works in the sidebar’s search.</p>
        )}
      </div>
    </main>
  );
}

type ListProps = { replies: Reply[]; chosen?: string; onChoose(reply: Reply): void };

function ReplyList({ replies, chosen, onChoose }: ListProps) {
  const move = (at: number, step: number) => {
    const ids = replies.map(reply => reply.id);
    const [id] = ids.splice(at, 1);
    if (id) ids.splice(at + step, 0, id);
    void act('Moved', () => call('replies.reorder', { ids }));
  };
  return (
    <ol class="reply-list">
      {replies.map((reply, at) => (
        <li key={reply.id}>
          <button
            type="button"
            class="reply grow"
            aria-pressed={reply.id === chosen}
            onClick={() => onChoose(reply)}
          >
            <span class="grow cut">
              <bdi>{reply.name}</bdi>
            </span>
            {reply.shortcut && <kbd class="mono">;{reply.shortcut}</kbd>}
            <span class="count" title="Times used">
              {reply.uses}
            </span>
          </button>
          {at > 0 && (
            <IconButton icon={ArrowUp} label={`Move ${reply.name} up`} onClick={() => move(at, -1)} />
          )}
          {at < replies.length - 1 && (
            <IconButton icon={ArrowDown} label={`Move ${reply.name} down`} onClick={() => move(at, 1)} />
          )}
        </li>
      ))}
    </ol>
  );
}
