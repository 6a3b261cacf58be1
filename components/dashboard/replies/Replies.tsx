// Quick replies: the list, the editor of the chosen one, and the ways in and out for files of them.
import { Download, Plus, Upload } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../../lib/model/reply';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { useLoaded } from '../load';
import { exportReplies } from './export-replies';
import { ReplyEditor } from './ReplyEditor';
import { ReplyImport } from './ReplyImport';
import { ReplyList } from './ReplyList';
import { areDraftsRead, beginDrafts, discardDraft, draftOf, keepDraft, newReplies } from './reply-drafts';
import { replyList, replyView, tagsOf } from './reply-view';
import './replies.css';

const blank = (order: number): Reply => ({
  id: crypto.randomUUID(),
  name: '',
  tags: [],
  variants: [{ body: '' }],
  order,
  uses: 0,
});

/** A reply with the same texts and a shortcut of its own, which is to be chosen. */
function copyOf({ name, tags, variants }: Reply, order: number): Reply {
  return { ...blank(order), name: `${name.slice(0, 110)} (copy)`, tags, variants };
}

export function Replies({ detail }: { detail?: string }) {
  return detail === 'import' ? <ReplyImport /> : <ReplyScreen />;
}

function ReplyScreen() {
  const saved = useLoaded(() => call('replies.list', {}));
  const [chosenId, setChosen] = useState<string>();
  useEffect(() => void beginDrafts(), []);
  if (!saved || !areDraftsRead()) return <main aria-busy="true" />;
  const replies = [...saved, ...newReplies(saved)].map(reply => draftOf(reply.id) ?? reply);
  const chosen = replies.find(reply => reply.id === chosenId);
  const add = (reply: Reply) => {
    keepDraft(reply);
    setChosen(reply.id);
  };
  return (
    <main class="scroll page wide">
      <header class="row reply-head">
        <h1 class="grow">Quick replies</h1>
        <a class="btn plain" href="#/replies/import">
          <Icon node={Upload} />
          Import
        </a>
        <ExportMenu saved={saved} chosen={saved.find(({ id }) => id === chosenId)} />
        <button type="button" class="btn primary" onClick={() => add(blank(replies.length))}>
          <Icon node={Plus} />
          New reply
        </button>
      </header>
      <div class="two">
        <ReplyList
          replies={replies}
          saved={saved.map(({ id }) => id)}
          chosen={chosenId}
          onChoose={reply => setChosen(reply.id)}
        />
        {chosen ? (
          <ReplyEditor
            key={chosen.id}
            draft={chosen}
            isSaved={saved.some(({ id }) => id === chosen.id)}
            isChanged={draftOf(chosen.id) !== undefined}
            tags={tagsOf(replies)}
            onDraft={keepDraft}
            onDiscard={() => discardDraft(chosen.id)}
            onDuplicate={() => add(copyOf(chosen, replies.length))}
          />
        ) : (
          <p class="quiet">Choose a reply to change it. Its shortcut works in the sidebar’s search.</p>
        )}
      </div>
    </main>
  );
}

/** Files are written of what is saved. */
function ExportMenu({ saved, chosen }: { saved: Reply[]; chosen: Reply | undefined }) {
  const shown = replyList(saved, replyView.value);
  const ways: Record<string, { label: string; ids: string[] | undefined }> = {
    all: { label: `All (${saved.length})`, ids: undefined },
    ...(shown.length > 0 &&
      shown.length < saved.length && {
        shown: { label: `Those listed (${shown.length})`, ids: shown.map(({ id }) => id) },
      }),
    ...(chosen && { one: { label: `“${chosen.name}”`, ids: [chosen.id] } }),
  };
  return (
    <Menu
      label="Export replies"
      class="btn plain"
      items={Object.entries(ways).map(([id, { label }]) => ({ id, label }))}
      onChoose={id => void exportReplies(ways[id]?.ids)}
    >
      <Icon node={Download} />
      Export
    </Menu>
  );
}
