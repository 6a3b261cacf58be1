// The editor of quick replies: name, shortcut, variants, order.
import { useState } from 'preact/hooks';
import type { Reply, ReplyVariant } from '../../lib/model/reply';
import { parseReply, ReplyError } from '../../lib/replies/template';
import { describeVariables } from '../../lib/replies/variables';
import { call } from '../../lib/rpc/client';
import { act } from './act';
import { useLoaded } from './load';

const blank = (order: number): Reply => ({
  id: crypto.randomUUID(),
  name: '',
  tags: [],
  variants: [{ body: '' }],
  order,
  uses: 0,
});

export function Replies() {
  const replies = useLoaded(() => call('replies.list', {})) ?? [];
  const [editing, setEditing] = useState<Reply>();
  const move = (at: number, step: number) => {
    const ids = replies.map(reply => reply.id);
    const [id] = ids.splice(at, 1);
    if (id) ids.splice(at + step, 0, id);
    void act('Moved', () => call('replies.reorder', { ids }));
  };
  return (
    <>
      <h2>Quick replies</h2>
      <div class="two">
        <div>
          <button type="button" class="btn" onClick={() => setEditing(blank(replies.length))}>
            New reply
          </button>
          <ol>
            {replies.map((reply, at) => (
              <li key={reply.id} class="row">
                <button type="button" class="link grow cut" onClick={() => setEditing(reply)}>
                  <bdi>{reply.name}</bdi>
                </button>
                <span class="count" title="Times used">
                  {reply.uses}
                </span>
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={`Move ${reply.name} up`}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={`Move ${reply.name} down`}
                  disabled={at === replies.length - 1}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </button>
              </li>
            ))}
          </ol>
        </div>
        {editing && <Editor key={editing.id} reply={editing} onDone={() => setEditing(undefined)} />}
      </div>
    </>
  );
}

function problemOf(body: string): string | undefined {
  try {
    parseReply(body);
    return undefined;
  } catch (error) {
    if (error instanceof ReplyError) return error.message;
    throw error;
  }
}

function Editor({ reply, onDone }: { reply: Reply; onDone(): void }) {
  const [draft, setDraft] = useState(reply);
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const setVariant = (at: number, change: Partial<ReplyVariant>) =>
    setDraft({
      ...draft,
      variants: draft.variants.map((variant, index) => (index === at ? { ...variant, ...change } : variant)),
    });
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const { shortcut, ...rest } = draft;
    if (await act('Saved', () => call('replies.save', { reply: shortcut ? { ...rest, shortcut } : rest })))
      onDone();
  };
  return (
    <form class="narrow" onSubmit={event => void save(event)}>
      <label class="field">
        <span class="label">Name</span>
        <input
          class="input"
          required
          maxLength={120}
          value={draft.name}
          onInput={event => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span class="label">Shortcut, typed after a semicolon</span>
        <input
          class="input"
          maxLength={30}
          value={draft.shortcut ?? ''}
          onInput={event => setDraft({ ...draft, shortcut: event.currentTarget.value.replace(/^;/, '') })}
        />
      </label>
      {draft.variants.map((variant, at) => {
        const problem = problemOf(variant.body);
        return (
          <fieldset key={at} class="field">
            <legend class="label">Variant {at + 1}</legend>
            <label class="row">
              Language{' '}
              <input
                class="input"
                placeholder="any"
                maxLength={20}
                value={variant.language ?? ''}
                onInput={event => setVariant(at, { language: event.currentTarget.value || undefined })}
              />
            </label>
            <textarea
              class="input"
              aria-label={`Text of variant ${at + 1}`}
              dir="auto"
              required
              aria-invalid={problem !== undefined}
              value={variant.body}
              onInput={event => setVariant(at, { body: event.currentTarget.value })}
            />
            {problem && (
              <span class="hint error" role="alert">
                {problem}
              </span>
            )}
            {draft.variants.length > 1 && (
              <button
                type="button"
                class="link"
                onClick={() =>
                  setDraft({ ...draft, variants: draft.variants.filter((_item, index) => index !== at) })
                }
              >
                Remove this variant
              </button>
            )}
          </fieldset>
        );
      })}
      <button
        type="button"
        class="link"
        onClick={() => setDraft({ ...draft, variants: [...draft.variants, { body: '' }] })}
      >
        Add a variant
      </button>
      <details>
        <summary class="link">Variables</summary>
        <ul>
          {describeVariables(fields).map(item => (
            <li key={item.path}>
              <code>{`{{ ${item.path} }}`}</code> {item.label}
            </li>
          ))}
        </ul>
      </details>
      <p class="row">
        <button type="submit" class="btn primary">
          Save
        </button>
        <button type="button" class="btn plain" onClick={onDone}>
          Cancel
        </button>
        <button
          type="button"
          class="btn plain"
          onClick={() => void act('Deleted', () => call('replies.delete', { id: draft.id })).then(onDone)}
        >
          Delete
        </button>
      </p>
    </form>
  );
}
