// The backups that were made, the latest first.
import { fullDate } from '../../../lib/dates/relative';
import type { Backup } from '../../../lib/model/backup';
import { sizeText } from './sizes';

const kinds: Record<Backup['kind'], string> = { daily: 'Daily', asked: 'Asked for', before: 'Before' };

const nameOf = ({ kind, reason }: Backup) => (reason ? `${kinds[kind]} ${reason}` : kinds[kind]);

function stateOf({ removedAt, verifiedAt, problem, where }: Backup): string {
  if (removedAt !== undefined) return 'Removed to make room';
  if (verifiedAt === undefined) return `Not verified: ${problem ?? 'it was not read back'}`;
  return where === 'folder' ? 'Verified, in the folder' : 'Verified, downloaded';
}

export function BackupList({ backups }: { backups: Backup[] }) {
  if (backups.length === 0) return null;
  return (
    <details>
      <summary class="link">Earlier backups</summary>
      <ul class="card" aria-label="Earlier backups">
        {backups.map(backup => (
          <li key={backup.id} class="row">
            <span class="grow">
              <time>{fullDate(backup.at)}</time>
              <span class="meta">
                {' '}
                {nameOf(backup)}
                {backup.encrypted ? ', locked' : ''}, {sizeText(backup.size)}
              </span>
              <br />
              <bdi class="meta">{backup.name}</bdi>
            </span>
            <span class={backup.verifiedAt === undefined ? 'late' : 'meta'}>{stateOf(backup)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
