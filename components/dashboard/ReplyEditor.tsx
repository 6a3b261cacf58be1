// The editor of one reply: name, shortcut, tags, its variants, and the variables they may use.
import { useRef } from 'preact/hooks';
import type { CustomField } from '../../lib/model/custom-field';
import type { Reply, ReplyVariant } from '../../lib/model/reply';
import { describeVariables } from '../../lib/replies/variables';
import { call } from '../../lib/rpc/client';
import { act } from './act';
import { useLoaded } from './load';
import { VariantFields } from './VariantFields';

type Props = {
  draft: Reply;
  /** It is stored, in this or an earlier form. */
  isSaved: boolean;
  isChanged: boolean;
  onDraft(draft: Reply): void;
  /** The draft is not needed any more: saved, discarded or deleted. */
  onDiscard(): void;
};

export function ReplyEditor({ draft, isSaved, isChanged, onDraft, onDiscard }: Props) {
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const settings = useLoaded(() => call('settings.get', {}));
  const lastText = useRef<HTMLTextAreaElement>(null);
  const setVariants = (variants: ReplyVariant[]) => onDraft({ ...draft, variants });
  const save = async () => {
    const { shortcut, ...rest } = draft;
    const next = shortcut ? { ...rest, shortcut } : rest;
    if (await act('Saved', () => call('replies.save', { reply: next }))) onDiscard();
  };
  const remove = async () => {
    if (await act('Deleted', () => call('replies.delete', { id: draft.id }))) onDiscard();
  };
  const move = (at: number, variant: ReplyVariant) =>
    setVariants(draft.variants.toSpliced(at, 1).toSpliced(at - 1, 0, variant));
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <NameFields draft={draft} onDraft={onDraft} />
      {draft.variants.map((variant, at) => (
        <VariantFields
          key={at}
          number={at + 1}
          variant={variant}
          fields={fields}
          me={settings?.me}
          onFocus={field => {
            lastText.current = field;
          }}
          onChange={next => setVariants(draft.variants.with(at, next))}
          onUp={at > 0 ? () => move(at, variant) : undefined}
          onRemove={
            draft.variants.length > 1 ? () => setVariants(draft.variants.toSpliced(at, 1)) : undefined
          }
        />
      ))}
      <p>
        <button
          type="button"
          class="link"
          onClick={() => setVariants([...draft.variants, { body: draft.variants[0]?.body ?? '' }])}
        >
          Add a variant
        </button>
      </p>
      <Variables fields={fields} onChoose={path => write(lastText.current, `{{ ${path} }}`)} />
      <p class="row">
        {isChanged && (
          <>
            <button type="submit" class="btn primary">
              Save
            </button>
            <button type="button" class="btn plain" onClick={onDiscard}>
              Discard
            </button>
            <span class="tag warn">Unsaved</span>
          </>
        )}
        <span class="grow" />
        {isSaved && (
          <button type="button" class="btn plain" onClick={() => void remove()}>
            Delete
          </button>
        )}
      </p>
    </form>
  );
}

type NameProps = Pick<Props, 'draft' | 'onDraft'>;

function NameFields({ draft, onDraft }: NameProps) {
  return (
    <div class="fields">
      <label class="field">
        <span class="label">Name</span>
        <input
          class="input"
          dir="auto"
          required
          maxLength={120}
          value={draft.name}
          onInput={event => onDraft({ ...draft, name: event.currentTarget.value })}
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
          onInput={event => onDraft({ ...draft, shortcut: event.currentTarget.value.replace(/^;/, '') })}
        />
      </label>
      <label class="field">
        <span class="label">Tags, with commas between them</span>
        <input
          class="input"
          dir="auto"
          value={draft.tags.join(', ')}
          onChange={event => onDraft({ ...draft, tags: tagsIn(event.currentTarget.value) })}
        />
      </label>
    </div>
  );
}

const tagsIn = (text: string): string[] => {
  const tags = text.split(',').map(tag => tag.trim().slice(0, 40));
  return [...new Set(tags.filter(Boolean))].slice(0, 20);
};

/** Writes at the caret, as typing would: the browser's own undo takes it back. */
function write(field: HTMLTextAreaElement | null, text: string): void {
  const target = field?.isConnected
    ? field
    : document.querySelector<HTMLTextAreaElement>('.variant textarea');
  target?.focus();
  document.execCommand('insertText', false, text);
}

type VariablesProps = { fields: CustomField[]; onChoose(path: string): void };

function Variables({ fields, onChoose }: VariablesProps) {
  return (
    <section class="stack" aria-labelledby="variables">
      <h2 class="label" id="variables">
        Variables, put in at the caret
      </h2>
      <div class="chips">
        {describeVariables(fields).map(({ path, label }) => (
          <button
            key={path}
            type="button"
            class="chip"
            title={`{{ ${path} }}`}
            onClick={() => onChoose(path)}
          >
            {label}
          </button>
        ))}
      </div>
      <p class="quiet">
        A value that is missing becomes a blank, to be filled before the reply is inserted. With a default
        behind a bar, the default is written instead:{' '}
        <code>{"{{ contact.company | default: 'your company' }}"}</code>. A text that stands only where there
        is a value: <code>{'{% if open_issue %}I am looking into {{ open_issue }}.{% endif %}'}</code>
      </p>
    </section>
  );
}
