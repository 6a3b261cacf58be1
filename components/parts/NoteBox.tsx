// The box at the foot: a note, a call, a meeting, a promise, an issue, or a follow-up with a date.
import { AlarmClock, CornerDownLeft } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { parseDue } from '../../lib/dates/due';
import type { handmadeKinds } from '../../lib/model/event';
import { IconButton } from '../ui/IconButton';
import { WhenLine } from './WhenLine';

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
  const [needsText, setNeedsText] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const isFollowUp = when !== undefined;
  const save = async () => {
    const text = draft.trim();
    const due = isFollowUp ? parseDue(when, new Date()) : undefined;
    if (isFollowUp && !due) return;
    if (!text) {
      setNeedsText(isFollowUp);
      area.current?.focus();
      return;
    }
    const saved = due ? await onFollowUp(text, due.at) : await onAdd(kind, text);
    if (!saved) return;
    onDraft('');
    setWhen(undefined);
    setKind('note');
    area.current?.focus();
  };
  const write = (text: string) => {
    setNeedsText(false);
    onDraft(text);
  };
  const closeWhen = () => {
    setWhen(undefined);
    area.current?.focus();
  };
  return (
    <form
      class="composer"
      aria-label="Add to the history"
      onKeyDown={event => event.key === 'Escape' && isFollowUp && closeWhen()}
      // A date that is not yet one is said in words, not by the browser.
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      {draft !== '' && !isFollowUp && <Kinds chosen={kind} onChoose={setKind} />}
      {isFollowUp && <WhenLine when={when} needsText={needsText} onWhen={setWhen} />}
      <div class="well">
        <textarea
          rows={1}
          dir="auto"
          aria-label={isFollowUp ? 'What to do' : `Note about ${name}`}
          placeholder={isFollowUp ? 'What to do' : `Note about ${name}, only you see it`}
          value={draft}
          maxLength={isFollowUp ? 300 : 4000}
          ref={area}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          }}
        />
        <IconButton
          icon={AlarmClock}
          label="Add a follow-up"
          pressed={isFollowUp}
          onClick={() => (isFollowUp ? closeWhen() : setWhen(''))}
        />
        <IconButton icon={CornerDownLeft} label="Save (Ctrl Enter)" type="submit" />
      </div>
    </form>
  );
}

function Kinds({ chosen, onChoose }: { chosen: Kind; onChoose(kind: Kind): void }) {
  return (
    <fieldset class="row kinds">
      <legend class="sr">What is it</legend>
      {kinds.map(([id, label]) => (
        <button key={id} type="button" class="chip" aria-pressed={chosen === id} onClick={() => onChoose(id)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
