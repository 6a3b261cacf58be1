// The box at the foot: a note, a call, a meeting, a promise, an issue, or a follow-up with a date.
import { AlarmClock, CornerDownLeft } from 'lucide';
import { useState } from 'preact/hooks';
import { parseDue } from '../../lib/dates/due';
import { dueText } from '../../lib/dates/relative';
import type { handmadeKinds } from '../../lib/model/event';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

type Kind = (typeof handmadeKinds)[number];
type Props = {
  name: string;
  draft: string;
  onDraft(text: string): void;
  onAdd(kind: Kind, text: string): Promise<boolean>;
  onFollowUp(text: string, at: number): Promise<boolean>;
};

const kinds: [Kind, string][] = [
  ['note', 'Note'],
  ['call', 'Call'],
  ['meeting', 'Meeting'],
  ['promise', 'Promise'],
  ['issue', 'Issue'],
];

export function NoteBox({ name, draft, onDraft, onAdd, onFollowUp }: Props) {
  const [kind, setKind] = useState<Kind>('note');
  const [when, setWhen] = useState<string>();
  const due = when === undefined ? undefined : parseDue(when, new Date());
  const save = async () => {
    const text = draft.trim();
    if (!text || (when !== undefined && !due)) return;
    const saved = due ? await onFollowUp(text, due.at) : await onAdd(kind, text);
    if (!saved) return;
    onDraft('');
    setWhen(undefined);
  };
  return (
    <form
      class="composer"
      aria-label="Add to the history"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      {draft !== '' && when === undefined && (
        <fieldset class="row kinds">
          <legend class="sr">What is it</legend>
          {kinds.map(([id, label]) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed={kind === id}
              onClick={() => setKind(id)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {when !== undefined && (
        <label class="row when-line">
          <Icon node={AlarmClock} />
          <input
            class="input small"
            aria-label="When"
            placeholder="Fri, in 2 weeks, 25 Dec 10:00"
            value={when}
            onInput={event => setWhen(event.currentTarget.value)}
            ref={field => field?.focus()}
          />
          <span class={due ? 'meta' : 'meta late'} role="status">
            {due ? dueText(due.at, new Date()) : when === '' ? '' : 'Not a date to come'}
          </span>
        </label>
      )}
      <div class="well">
        <textarea
          rows={1}
          dir="auto"
          aria-label={`Note about ${name}`}
          placeholder={when === undefined ? `Note about ${name}, only you see it` : 'What to do'}
          value={draft}
          maxLength={4000}
          onInput={event => onDraft(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          }}
        />
        <IconButton
          icon={AlarmClock}
          label="Add a follow-up"
          pressed={when !== undefined}
          onClick={() => setWhen(when === undefined ? '' : undefined)}
        />
        <IconButton icon={CornerDownLeft} label="Save (Ctrl Enter)" type="submit" />
      </div>
    </form>
  );
}
