// A bulk change before it happens: what is to be done, a preview of whom it changes, then its progress.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BulkChange, Preview } from '../../../lib/list/bulk-change';
import type { Target } from '../../../lib/list/desk';
import type { Contact } from '../../../lib/model/contact';
import { stageNames } from '../../../lib/privacy/words';
import { ask, listVersion, progress } from '../desk';
import { carryOut, isBackedUp, people } from './bulk';
import { Names } from './Names';

export type BulkKind = BulkChange['do'];

const titles: Record<BulkKind, string> = {
  addTag: 'Add a tag',
  removeTag: 'Remove a tag',
  setStage: 'Set the stage',
  delete: 'Move to the trash',
};

type Props = { kind: BulkKind; target: Target; onClose(isDone: boolean): void };

type Stage = NonNullable<Contact['stage']>;
const isStage = (text: string): text is Stage => Object.hasOwn(stageNames, text);

/** The change that the form speaks of; undefined while it is not complete. */
function changeOf(kind: BulkKind, text: string): BulkChange | undefined {
  if (kind === 'delete') return { do: kind };
  if (kind === 'setStage') {
    if (!text) return undefined;
    return { do: kind, stage: isStage(text) ? text : undefined };
  }
  const tag = text.trim().slice(0, 40);
  return tag ? { do: kind, tag } : undefined;
}

/** While the change is carried out, what was foreseen stays as it was agreed to. */
function usePreview(target: Target, change: BulkChange | undefined, isRunning: boolean): Preview | undefined {
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    if (isRunning) return undefined;
    let isCurrent = true;
    const asked = change ? ask('preview', target, change) : Promise.resolve(undefined);
    asked.then(
      next => isCurrent && setPreview(next),
      () => isCurrent && setPreview(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [JSON.stringify(change), listVersion.value, isRunning]);
  return preview;
}

const effects: Record<BulkKind, { changed: string; same: string }> = {
  addTag: { changed: 'get the tag', same: 'have it already' },
  removeTag: { changed: 'lose the tag', same: 'do not have it' },
  setStage: { changed: 'get this stage', same: 'have it already' },
  delete: { changed: 'go to the trash', same: '' },
};

/** What the change will do, in a sentence. */
function previewText(kind: BulkKind, preview: Preview): string {
  const { changed, same, full, withFollowUp, withIssue } = preview;
  const parts = [
    `${changed.toLocaleString()} ${effects[kind].changed}`,
    same > 0 && `${same.toLocaleString()} ${effects[kind].same}`,
    full > 0 && `${full.toLocaleString()} have no room for another tag`,
    kind === 'delete' && withFollowUp > 0 && `${withFollowUp.toLocaleString()} of them with a follow-up`,
    kind === 'delete' && withIssue > 0 && `${withIssue.toLocaleString()} of them with an open issue`,
  ];
  return `${people(preview.people)}: ${parts.filter(Boolean).join(', ')}.`;
}

export function BulkDialog({ kind, target, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const change = changeOf(kind, text);
  const preview = usePreview(target, change, isRunning);
  const life = useRef(new AbortController());
  // Before the next key is pressed: it is meant for the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const count = preview?.changed ?? 0;
  const run = async () => {
    if (!change || isRunning) return;
    setIsRunning(true);
    onClose(await carryOut(target, change, count, life.current.signal));
  };
  const stop = () => {
    life.current.abort();
    if (isRunning) void ask('stop');
  };
  return (
    <dialog
      class="bulk"
      ref={dialog}
      aria-labelledby="bulk-title"
      // Escape leaves the form; while the change is carried out it stops it.
      onCancel={event => {
        event.preventDefault();
        stop();
        if (!isRunning) onClose(false);
      }}
    >
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void run();
        }}
      >
        <h2 id="bulk-title">{titles[kind]}</h2>
        {!isRunning && <Choice kind={kind} onText={setText} />}
        <p role="status" class="foreseen">
          {preview ? previewText(kind, preview) : kind !== 'delete' && 'What is chosen is shown here first.'}
          {preview && (
            <>
              {' '}
              <Names names={preview.names} of={preview.changed} />
            </>
          )}
        </p>
        {isRunning ? (
          <Running count={count} onStop={stop} />
        ) : (
          <Buttons kind={kind} count={count} onCancel={() => onClose(false)} />
        )}
      </form>
    </dialog>
  );
}

function Choice({ kind, onText }: { kind: BulkKind; onText(text: string): void }) {
  const [tags, setTags] = useState<string[]>([]);
  useEffect(() => {
    ask('facets', {}).then(
      facets => setTags(facets.tags.map(({ value }) => value)),
      () => undefined,
    );
  }, []);
  if (kind === 'delete')
    return <p class="mute">They wait in the trash for 30 days, and one Undo brings all of them back.</p>;
  if (kind === 'setStage') {
    return (
      <label class="field">
        <span class="label">Stage</span>
        <select class="select" onChange={event => onText(event.currentTarget.value)}>
          <option value="">Choose a stage</option>
          {Object.entries(stageNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="none">No stage</option>
        </select>
      </label>
    );
  }
  return (
    <label class="field">
      <span class="label">Tag</span>
      <input
        class="input"
        type="text"
        dir="auto"
        maxLength={40}
        list="bulk-tags"
        autocomplete="off"
        onInput={event => onText(event.currentTarget.value)}
      />
      <datalist id="bulk-tags">
        {tags.map(tag => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </label>
  );
}

const verbs: Record<BulkKind, string> = {
  addTag: 'Tag',
  removeTag: 'Untag',
  setStage: 'Set for',
  delete: 'Delete',
};

function Buttons({ kind, count, onCancel }: { kind: BulkKind; count: number; onCancel(): void }) {
  return (
    <p class="row">
      <button type="submit" class="btn primary" disabled={count === 0}>
        {verbs[kind]} {people(count)}
      </button>
      <button type="button" class="btn plain" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}

function Running({ count, onStop }: { count: number; onStop(): void }) {
  const [isStopping, setStopping] = useState(false);
  const { done, of } = progress.value ?? {};
  const far =
    of === undefined
      ? isBackedUp(count) && 'First, a backup'
      : `${done?.toLocaleString()} of ${of.toLocaleString()}`;
  return (
    <>
      <progress value={done} max={of} aria-label="How far it is" />
      <p class="row">
        <button
          type="button"
          class="btn"
          onClick={() => {
            setStopping(true);
            onStop();
          }}
        >
          Stop
        </button>
        <span class="quiet">{isStopping ? 'Stopping' : far}</span>
      </p>
    </>
  );
}
