// The first step: a file is chosen or dropped, and an import that was stopped is not forgotten.
import { FileUp } from 'lucide';
import { useState } from 'preact/hooks';
import { fullDate } from '../../../lib/dates/relative';
import type { ImportJob } from '../../../lib/model/import-job';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';
import { openFiles } from './import-work';
import { takeBack } from './take-back';

export function ChooseFile({ problem }: { problem: string | undefined }) {
  const [isOver, setOver] = useState(false);
  const unfinished = useLoaded(() => call('imports.unfinished', {})) ?? [];
  const open = (files: FileList | null | undefined) => files?.length && void openFiles([...files]);
  return (
    <div class="scroll">
      <div class="page">
        {unfinished.map(job => (
          <Unfinished key={job.id} job={job} />
        ))}
        <label
          class={`drop${isOver ? ' over' : ''}`}
          onDragOver={event => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={event => {
            event.preventDefault();
            setOver(false);
            open(event.dataTransfer?.files);
          }}
        >
          <Icon node={FileUp} />
          <span>
            <strong>Choose a file</strong> or drop it here
          </span>
          <input
            type="file"
            multiple
            class="sr"
            aria-describedby={problem ? 'import-problem' : undefined}
            aria-invalid={problem !== undefined}
            onChange={event => {
              open(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {problem && (
          <p id="import-problem" class="hint error" role="alert">
            {problem}
          </p>
        )}
        <p class="quiet">
          Tables (CSV) from Google, Outlook, HubSpot, Salesforce, LinkedIn, Streak or anything else; address
          cards (vCard); mail archives (mbox, such as Google Takeout’s, or EML files) with what was written;
          tags of Reddit Enhancement Suite and user notes of Toolbox. The file stays on this computer, and
          nothing is saved before you have seen what would change.
        </p>
      </div>
    </div>
  );
}

function Unfinished({ job }: { job: ImportJob }) {
  return (
    <section class="notice" aria-label="An import that was stopped">
      <p>
        The import of <bdi>{job.file.name}</bdi> of {fullDate(job.at)} was stopped after{' '}
        {job.written.toLocaleString()} people. To go on, choose the same file again.
      </p>
      <p class="row">
        <button type="button" class="btn small" onClick={() => void takeBack(job)}>
          Take it back
        </button>
        <button
          type="button"
          class="btn small plain"
          onClick={() => void call('imports.close', { id: job.id })}
        >
          Leave it as it is
        </button>
      </p>
    </section>
  );
}
