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
import { discardDraft, draftOf, keepDraft, newReplies } from './reply-drafts';

const blank = (order: number): Reply => ({
  id: crypto.randomUUID(),
  name: '',
  tags: [],
  variants: [{ body: '' }],
  order,
  uses: 0,
});

export function Replies() {
  const saved = useLoaded(() => call('replies.list', {}));
  const [chosenId, setChosen] = useState<string>();
  if (!saved) return <main aria-busy="true" />;
  const replies = [...saved, ...newReplies(saved)];
  const chosen = replies.find(reply => reply.id === chosenId);
  const add = () => {
    const reply = blank(replies.length);
    keepDraft(reply);
    setChosen(reply.id);
  };
  return (
    <main class="scroll page wide">
      <header class="row">
        <h1 class="grow">Quick replies</h1>
        <button type="button" class="btn primary" onClick={add}>
          <Icon node={Plus} />
          New reply
        </button>
      </header>
      <div class="two">
        <ReplyList
          replies={replies}
          saved={saved.length}
          chosen={chosen?.id}
          onChoose={reply => setChosen(reply.id)}
        />
        {chosen ? (
          <ReplyEditor
            key={chosen.id}
            draft={draftOf(chosen.id) ?? chosen}
            isSaved={saved.includes(chosen)}
            isChanged={draftOf(chosen.id) !== undefined}
            onDraft={keepDraft}
            onDiscard={() => discardDraft(chosen.id)}
          />
        ) : (
          <p class="quiet">Choose a reply to change it. Its shortcut works in the sidebar’s search.</p>
        )}
      </div>
    </main>
  );
}

type ListProps = {
  replies: Reply[];
  /** How many of them, from the first on, are stored. */
  saved: number;
  chosen?: string | undefined;
  onChoose(reply: Reply): void;
};

function ReplyList({ replies, saved, chosen, onChoose }: ListProps) {
  const move = (at: number, step: number) => {
    const ids = replies.slice(0, saved).map(reply => reply.id);
    const [id] = ids.splice(at, 1);
    if (id) ids.splice(at + step, 0, id);
    void act('Moved', () => call('replies.reorder', { ids }));
  };
  return (
    <ol class="reply-list">
      {replies.map((reply, at) => (
        <li key={reply.id}>
          <ReplyLine reply={reply} isChosen={reply.id === chosen} onChoose={() => onChoose(reply)} />
          {at > 0 && at < saved && (
            <IconButton icon={ArrowUp} label={`Move ${reply.name} up`} onClick={() => move(at, -1)} />
          )}
          {at < saved - 1 && (
            <IconButton icon={ArrowDown} label={`Move ${reply.name} down`} onClick={() => move(at, 1)} />
          )}
        </li>
      ))}
    </ol>
  );
}

type LineProps = { reply: Reply; isChosen: boolean; onChoose(): void };

function ReplyLine({ reply, isChosen, onChoose }: LineProps) {
  const draft = draftOf(reply.id);
  const { name, shortcut } = draft ?? reply;
  return (
    <button type="button" class="reply grow" aria-pressed={isChosen} onClick={onChoose}>
      <span class="grow cut">
        <bdi>{name || 'New reply'}</bdi>
      </span>
      {draft && <span class="tag warn">Unsaved</span>}
      {shortcut && <kbd class="mono">;{shortcut}</kbd>}
      <span class="count" title="Times used">
        {reply.uses}
      </span>
    </button>
  );
}
