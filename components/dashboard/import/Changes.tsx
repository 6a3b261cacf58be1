// What an import would do: how many are new, changed, the same, to decide or refused, and who they are.
import { useState } from 'preact/hooks';
import type { Fate } from '../../../lib/model/import-fate';
import type { DryRun, Line } from '../../../lib/transfer/import/dry-run';
import type { MailDryRun } from '../../../lib/transfer/import/mail-source';
import { saveFile } from '../save-file';
import { Conflicts } from './Conflicts';
import { leftOut } from './import-work';

const kinds: { fate: Fate; label: string; colour: string }[] = [
  { fate: 'new', label: 'New', colour: 'var(--accent)' },
  { fate: 'changed', label: 'Updated', colour: 'var(--crema)' },
  { fate: 'same', label: 'Same', colour: 'var(--line-2)' },
  { fate: 'conflict', label: 'To decide', colour: 'var(--danger)' },
  { fate: 'again', label: 'Twice in the file', colour: 'var(--ink-3)' },
  { fate: 'refused', label: 'Refused', colour: 'var(--warn-ink)' },
];

type Props = {
  run: DryRun & Partial<MailDryRun>;
  /** What a place in the file is called: a line of a table, an entry of others. */
  places: string;
  /** The refused rows as a table. */
  refused: Blob | undefined;
};

export function Changes({ run, places, refused }: Props) {
  const there = kinds.filter(({ fate }) => run.counts[fate] > 0 || fate === 'new');
  const [chosen, setChosen] = useState<Fate>(run.counts.conflict > 0 ? 'conflict' : 'new');
  const lines = run.lines.filter(({ fate }) => fate === chosen);
  const spoken = there.map(({ fate, label }) => `${run.counts[fate]} ${label.toLowerCase()}`).join(', ');
  return (
    <>
      <div class="bar-track" role="img" aria-label={spoken}>
        {there.map(({ fate, colour }) => (
          <i key={fate} style={{ flex: run.counts[fate], '--c': colour }} />
        ))}
      </div>
      <div class="tally">
        {there.map(({ fate, label, colour }) => (
          <button key={fate} type="button" aria-pressed={fate === chosen} onClick={() => setChosen(fate)}>
            <b>{run.counts[fate].toLocaleString()}</b>
            <span>
              <i style={{ '--c': colour }} />
              {label}
            </span>
          </button>
        ))}
      </div>
      {run.history !== undefined && run.history > 0 && (
        <p>{run.history.toLocaleString()} mails are theirs and go on timelines, if they are not there yet.</p>
      )}
      {run.beyond?.map(sentence => (
        <p key={sentence} class="quiet">
          {sentence}
        </p>
      ))}
      {run.isEstimate && <p class="quiet">So many people that some who come twice may be counted as new.</p>}
      {chosen === 'conflict' ? (
        <Conflicts lines={lines} />
      ) : (
        <Lines lines={lines} count={run.counts[chosen]} places={places} />
      )}
      {chosen === 'refused' && refused && (
        <button type="button" class="btn small" onClick={() => saveFile('refused-rows.csv', refused)}>
          Save this list
        </button>
      )}
      <NewFields fields={run.newFields} />
    </>
  );
}

const shown = 100;

function Lines({ lines, count, places }: { lines: Line[]; count: number; places: string }) {
  if (count > 0 && lines.length === 0) return <p class="quiet">They stay as they are.</p>;
  return (
    <>
      <ul class="import-lines">
        {lines.slice(0, shown).map(line => (
          <li key={line.place}>
            <b>
              <bdi>{line.name || `${places} ${line.place}`}</bdi>
            </b>{' '}
            <span class="quiet">{line.reason ?? line.added.join(', ')}</span>
            {line.remarks.map(remark => (
              <p key={remark} class="meta">
                {remark}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {count > Math.min(lines.length, shown) && (
        <p class="quiet">and {(count - Math.min(lines.length, shown)).toLocaleString()} more</p>
      )}
    </>
  );
}

function NewFields({ fields }: { fields: DryRun['newFields'] }) {
  if (fields.length === 0) return null;
  const toggle = (name: string) => {
    const next = new Set(leftOut.value);
    if (!next.delete(name)) next.add(name);
    leftOut.value = next;
  };
  return (
    <fieldset class="new-fields">
      <legend>New fields</legend>
      {fields.map(({ name, kind, people }) => (
        <label key={name} class="row">
          <input
            type="checkbox"
            class="check"
            checked={!leftOut.value.has(name)}
            onChange={() => toggle(name)}
          />
          <bdi class="grow cut">{name}</bdi>
          <span class="meta">
            {kind === 'date' && 'Date, '}
            {people.toLocaleString()} {people === 1 ? 'person' : 'people'}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
