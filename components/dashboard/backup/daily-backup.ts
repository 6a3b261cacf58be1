// The daily backup: made while the full page is open, where the folder may be written without asking.
import { call } from '../../../lib/rpc/client';
import { runTask } from '../run-task';
import { toast } from '../toast';

/** Milliseconds between looks. */
const hour = 3_600_000;

async function look(): Promise<void> {
  const { urgency } = await call('backups.state', {});
  if (urgency === 'none') return;
  const outcome = await runTask({ do: 'backup', kind: 'daily', onlyIntoFolder: true });
  if ('failed' in outcome) toast.value = { text: `The daily backup failed. ${outcome.failed}`, bad: true };
  else if (outcome.done === 'backup' && outcome.backup) await call('views.changed', {});
}

/** Looks now and every hour whether a backup is due. A page that can't reach its data does nothing. */
export function startDailyBackups(signal: AbortSignal): void {
  const lookQuietly = () => void look().catch(() => undefined);
  lookQuietly();
  const timer = setInterval(lookQuietly, hour);
  signal.addEventListener('abort', () => clearInterval(timer));
}
