// The second step: what the file is, what its columns mean, and what would change. Nothing is saved yet.

import { Undo2 } from 'lucide';
import type { ImportJob } from '../../../lib/model/import-job';
import { call } from '../../../lib/rpc/client';
import type { Mapping } from '../../../lib/transfer/csv/mapping';
import type { DryRun } from '../../../lib/transfer/import/dry-run';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';
import { Changes } from './Changes';
import { Columns } from './Columns';
import { FileBar } from './FileBar';
import type { Stage } from './import-work';
import { bringIn, check, reset, stopWork } from './import-work';

type Checking = Extract<Stage, { at: 'check' }>;

export function Check({ stage }: { stage: Checking }) {
  const { file, found, source, run, read } = stage;
  const unfinished = useLoaded(() => call('imports.unfinished', {})) ?? [];
  const same = unfinished.find(job => isOf(job, file));
  const remap = (mapping: Mapping) =>
    void check({ file, found, source: { ...source, kind: 'csv', mapping } });
  const count = run ? run.counts.new + run.counts.changed + run.counts.conflict + run.counts.again : 0;
  return (
    <>
      <div class="scroll">
        <div class={source.kind === 'csv' ? 'page two' : 'page'}>
          <FileBar file={file} found={found} />
          {found.kind === 'csv' && source.kind === 'csv' && (
            <Columns
              table={found.table}
              mapping={source.mapping}
              isRemembered={found.isRemembered ?? false}
              onChange={remap}
            />
          )}
          <section aria-labelledby="import-changes">
            <h2 id="import-changes">What will change</h2>
            <p>A trial run. Nothing has been saved yet.</p>
            {run ? (
              <Changes run={run} refused={stage.refused} places={source.kind === 'csv' ? 'Line' : 'Entry'} />
            ) : (
              <p role="status">{read} read so far</p>
            )}
          </section>
        </div>
      </div>
      <footer class="foot">
        <span class="row mute">
          <Icon node={Undo2} flip />
          {same ? `${same.written} of them are in already.` : 'The whole import can be taken back.'}
        </span>
        <span class="end row">
          <button
            type="button"
            class="btn plain"
            onClick={() => {
              stopWork();
              reset();
            }}
          >
            Cancel
          </button>
          <button
            type="button"
            class="btn primary"
            disabled={!run || count === 0}
            onClick={() => void bringIn(same)}
          >
            {label(run, count, same)}
          </button>
        </span>
      </footer>
    </>
  );
}

function label(run: DryRun | undefined, count: number, unfinished: ImportJob | undefined): string {
  if (!run) return 'Import';
  if (count === 0) return 'Nothing to import';
  return `${unfinished ? 'Go on with' : 'Import'} ${count} ${count === 1 ? 'person' : 'people'}`;
}

/** Whether a stopped import was of this very file. */
const isOf = ({ file }: ImportJob, { name, size, lastModified }: File) =>
  file.name === name.slice(0, 300) && file.size === size && file.modified === lastModified;
