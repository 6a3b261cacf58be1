// Removing the people who are ticked: into the trash, or for good after one more question.
import { useState } from 'preact/hooks';
import { countOf } from './counts';
import type { How } from './idle-people';

const ways: { id: How; label: string; hint: string }[] = [
  { id: 'trash', label: 'Into the trash', hint: 'They can be brought back for 30 days.' },
  { id: 'forget', label: 'Forget for good', hint: 'Nothing of them is left here, and there is no Undo.' },
  {
    id: 'forget-and-recognise',
    label: 'Forget for good, and keep fingerprints',
    hint: 'No import brings them back. Right for those who asked not to be contacted.',
  },
];

type Props = { count: number; onRemove(how: How, tell: (done: number) => void): Promise<void> };

export function RemovePeople({ count, onRemove }: Props) {
  const [how, setHow] = useState<How>('trash');
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<number>();
  const people = countOf(count, 'person', 'people');
  const remove = async () => {
    if (how !== 'trash' && !isAsking) return setAsking(true);
    setAsking(false);
    setDone(0);
    await onRemove(how, setDone);
    setDone(undefined);
  };
  const isBusy = done !== undefined;
  return (
    <fieldset class="stack" disabled={isBusy}>
      <legend class="label">Remove those who are ticked</legend>
      {ways.map(({ id, label, hint }) => (
        <label key={id} class="pick tall">
          <input
            type="radio"
            class="check round"
            name="how"
            checked={how === id}
            onChange={() => {
              setHow(id);
              setAsking(false);
            }}
          />
          <span>
            <strong>{label}</strong>
            <small>{hint}</small>
          </span>
        </label>
      ))}
      <p class="row">
        <button
          type="button"
          class={`btn ${isAsking ? 'danger' : ''}`}
          disabled={count === 0 || isBusy}
          onClick={() => void remove()}
        >
          {isAsking ? `Forget ${people} for good` : `Remove ${people}`}
        </button>
        {isAsking && (
          <button type="button" class="btn plain" onClick={() => setAsking(false)}>
            Cancel
          </button>
        )}
        <span role="status">
          {isAsking && 'This can’t be taken back.'}
          {isBusy && `${done} of ${people} done`}
        </span>
      </p>
    </fieldset>
  );
}
