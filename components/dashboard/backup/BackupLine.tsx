// The line under the navigation that says when the last verified backup was made; it stands out when one is overdue.
import { Archive } from 'lucide';
import { relativeDate } from '../../../lib/dates/relative';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';

export function BackupLine() {
  const state = useLoaded(() => call('backups.state', {}));
  if (!state) return null;
  const { last, urgency } = state;
  const text = last ? relativeDate(last.at, new Date()) : 'none yet';
  return (
    <a
      class={urgency === 'overdue' ? 'last-backup late' : 'last-backup'}
      href="#/data"
      title={`Verified backup: ${text}`}
    >
      <Icon node={Archive} />
      <span>
        <b>Verified backup</b> {text}
      </span>
    </a>
  );
}
