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
import { bringIn, check, fileOf, readOtherwise, reset } from './import-work';
import { MailChoices } from './MailChoices';
import { Progress } from './Progress';
import { TableForm } from './TableForm';

type Checking = Extract<Stage, { at: 'check' }>;

export function Check({ stage }: { stage: Checking }) {
  const { files, found, source, run, read, of } = stage;
  const unfinished = useLoaded(() => call('imports.unfinished', {})) ?? [];
  const same = unfinished.find(job => isOf(job, files));
  const remap = (mapping: Mapping) =>
    source.kind === 'csv' && void check({ files, found, source: { ...source, mapping } });
  const count = run ? run.counts.new + run.counts.changed + run.counts.conflict + run.counts.again : 0;
  return (
    <>
      <div class="scroll">
        <div class={found.kind === 'other' ? 'page' : 'page two'}>
          <FileBar files={files} found={found} counted={run && total(run)} />
          {found.kind === 'csv' && source.kind === 'csv' && (
            <TableForm table={found.table} given={source.given ?? {}} onChange={readOtherwise} />
          )}
          {found.kind === 'csv' && source.kind === 'csv' && (
            <Columns
              table={found.table}
              mapping={source.mapping}
              isRemembered={found.isRemembered ?? false}
              onChange={remap}
            />
          )}
          {found.kind === 'mail' && source.kind === 'mail' && (
            <MailChoices
              summary={found.summary}
              choice={source.choice}
              onChange={choice => void check({ files, found, source: { kind: 'mail', choice } })}
            />
          )}
          <section aria-labelledby="import-changes">
            <h2 id="import-changes">What will change</h2>
            <p>A trial run. Nothing has been saved yet.</p>
            {run ? (
              <Changes run={run} refused={stage.refused} places={source.kind === 'csv' ? 'Line' : 'Entry'} />
            ) : (
              <Progress read={read} of={of} label="Progress of the check" />
            )}
          </section>
        </div>
      </div>
      <footer class="foot">
        <span class="row mute">
          <Icon node={Undo2} flip />
          {same
            ? `${same.written.toLocaleString()} of them are in already.`
            : 'The whole import can be taken back.'}
        </span>
        <span class="end row">
          <button type="button" class="btn plain" onClick={reset}>
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

/** How many rows the check went through, whatever becomes of them. */
const total = ({ counts }: DryRun) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function label(run: DryRun | undefined, count: number, unfinished: ImportJob | undefined): string {
  if (!run) return 'Import';
  if (count === 0) return 'Nothing to import';
  return `${unfinished ? 'Go on with' : 'Import'} ${count.toLocaleString()} ${count === 1 ? 'person' : 'people'}`;
}

/** Whether a stopped import was of these very files. */
function isOf({ file }: ImportJob, files: readonly File[]): boolean {
  const { name, size, modified } = fileOf(files);
  return file.name === name && file.size === size && file.modified === modified;
}
