// The editor of one reply: name, shortcut, its variants, and the variables they may use.
import { useState } from 'preact/hooks';
import type { Reply, ReplyVariant } from '../../lib/model/reply';
import { describeVariables } from '../../lib/replies/variables';
import { call } from '../../lib/rpc/client';
import { act } from './act';
import { useLoaded } from './load';
import { VariantFields } from './VariantFields';

export function ReplyEditor({ reply, onDone }: { reply: Reply; onDone(): void }) {
  const [draft, setDraft] = useState(reply);
  const setVariant = (at: number, variant: ReplyVariant) =>
    setDraft({ ...draft, variants: draft.variants.with(at, variant) });
  const save = async () => {
    const { shortcut, ...rest } = draft;
    const next = shortcut ? { ...rest, shortcut } : rest;
    if (await act('Saved', () => call('replies.save', { reply: next }))) onDone();
  };
  const remove = async () => {
    if (await act('Deleted', () => call('replies.delete', { id: draft.id }))) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="fields">
        <label class="field">
          <span class="label">Name</span>
          <input
            class="input"
            dir="auto"
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
            pattern="[\p{L}\p{N}_\-]*"
            title="Letters, digits, - and _"
            value={draft.shortcut ?? ''}
            onInput={event => setDraft({ ...draft, shortcut: event.currentTarget.value.replace(/^;/, '') })}
          />
        </label>
      </div>
      {draft.variants.map((variant, at) => (
        <VariantFields
          key={at}
          number={at + 1}
          variant={variant}
          onChange={next => setVariant(at, next)}
          onRemove={
            draft.variants.length > 1
              ? () => setDraft({ ...draft, variants: draft.variants.toSpliced(at, 1) })
              : undefined
          }
        />
      ))}
      <p>
        <button
          type="button"
          class="link"
          onClick={() => setDraft({ ...draft, variants: [...draft.variants, { body: '' }] })}
        >
          Add a variant
        </button>
      </p>
      <Variables />
      <p class="row">
        <button type="submit" class="btn primary">
          Save
        </button>
        <button type="button" class="btn plain" onClick={onDone}>
          Cancel
        </button>
        <span class="grow" />
        <button type="button" class="btn plain" onClick={() => void remove()}>
          Delete
        </button>
      </p>
    </form>
  );
}

function Variables() {
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  return (
    <details>
      <summary class="link">Variables</summary>
      <p class="quiet">
        A default stands behind a bar: <code>{"{{ contact.first_name | default: 'there' }}"}</code>
      </p>
      <dl class="leaders">
        {describeVariables(fields).map(item => (
          <div key={item.path}>
            <dt>{item.label}</dt>
            <dd>
              <code>{`{{ ${item.path} }}`}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
