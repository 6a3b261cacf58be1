// The editor of one reply: name, shortcut, tags, its variants as they would look, and the variables they may use.
import { useRef } from 'preact/hooks';
import type { CustomField } from '../../../lib/model/custom-field';
import type { Reply, ReplyVariant } from '../../../lib/model/reply';
import { initialSettings } from '../../../lib/model/settings';
import { describeVariables } from '../../../lib/replies/variables';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';
import { useLoaded } from '../load';
import { PreviewBar } from './PreviewBar';
import { choiceFor, useShownCard } from './preview-for';
import { ReplyTags } from './ReplyTags';
import { VariableField } from './VariableField';
import { VariantFields } from './VariantFields';

type Props = {
  draft: Reply;
  /** It is stored, in this or an earlier form. */
  isSaved: boolean;
  isChanged: boolean;
  /** Tags of all replies. */
  tags: string[];
  onDraft(draft: Reply): void;
  /** The draft is not needed any more: saved, discarded or deleted. */
  onDiscard(): void;
  onDuplicate(): void;
};

export function ReplyEditor(props: Props) {
  const { draft, onDraft, onDiscard } = props;
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const me = useLoaded(() => call('settings.get', {}))?.me ?? initialSettings.me;
  const card = useShownCard();
  const context = { card, fields, me };
  const choice = choiceFor(draft, context);
  const lastText = useRef<HTMLTextAreaElement>(null);
  const setVariants = (variants: ReplyVariant[]) => onDraft({ ...draft, variants });
  const save = async () => {
    const { shortcut, ...rest } = draft;
    const next = shortcut ? { ...rest, shortcut } : rest;
    if (await act('Saved', () => call('replies.save', { reply: next }))) onDiscard();
  };
  const move = (at: number, variant: ReplyVariant, step: number) =>
    setVariants(draft.variants.toSpliced(at, 1).toSpliced(at + step, 0, variant));
  return (
    <form
      class="stack reply-editor"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <NameFields draft={draft} tags={props.tags} onDraft={onDraft} />
      <PreviewBar name={card?.contact.name.value} choice={choice} />
      {draft.variants.map((variant, at) => (
        <VariantFields
          key={at}
          number={at + 1}
          variant={variant}
          context={context}
          isChosen={draft.variants.length > 1 && at === choice.index}
          onFocus={field => {
            lastText.current = field;
          }}
          onChange={next => setVariants(draft.variants.with(at, next))}
          onUp={at > 0 ? () => move(at, variant, -1) : undefined}
          onDown={at < draft.variants.length - 1 ? () => move(at, variant, 1) : undefined}
          onRemove={
            draft.variants.length > 1 ? () => setVariants(draft.variants.toSpliced(at, 1)) : undefined
          }
        />
      ))}
      {draft.variants.length < mostVariants && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => setVariants([...draft.variants, { body: draft.variants[0]?.body ?? '' }])}
          >
            Add a variant
          </button>
        </p>
      )}
      <Deeds {...props} />
      <Variables
        fields={fields}
        onChoose={path => write(lastText.current, `{{ ${path} }}`)}
        onLeave={() => textField(lastText.current)?.focus()}
      />
    </form>
  );
}

const mostVariants = 30;

function Deeds({ draft, isSaved, isChanged, onDiscard, onDuplicate }: Props) {
  const remove = async () => {
    if (await act('Deleted', () => call('replies.delete', { id: draft.id }))) onDiscard();
  };
  return (
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
      <button type="button" class="btn plain" onClick={onDuplicate}>
        Duplicate
      </button>
      {isSaved && (
        <button type="button" class="btn plain" onClick={() => void remove()}>
          Delete
        </button>
      )}
    </p>
  );
}

type NameProps = Pick<Props, 'draft' | 'tags' | 'onDraft'>;

function NameFields({ draft, tags, onDraft }: NameProps) {
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
      <ReplyTags tags={draft.tags} known={tags} onChange={next => onDraft({ ...draft, tags: next })} />
    </div>
  );
}

/** The text that was written in last, else the first one. */
const textField = (last: HTMLTextAreaElement | null): HTMLTextAreaElement | null =>
  last?.isConnected ? last : document.querySelector<HTMLTextAreaElement>('.variant textarea');

/** Writes at the caret, as typing would: the browser's own undo takes it back. */
function write(last: HTMLTextAreaElement | null, text: string): void {
  textField(last)?.focus();
  document.execCommand('insertText', false, text);
}

type VariablesProps = { fields: CustomField[]; onChoose(path: string): void; onLeave(): void };

function Variables({ fields, onChoose, onLeave }: VariablesProps) {
  return (
    <section class="stack" aria-labelledby="variables">
      <h2 class="label" id="variables">
        Variables, put in at the caret
      </h2>
      <p class="quiet">
        <kbd>Alt ↓</kbd> in a text finds one by its words.
      </p>
      <VariableField fields={fields} onChoose={onChoose} onLeave={onLeave} />
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
