// Said where the database is not as it was left: people who were here are gone, or it can't be opened.
import { TriangleAlert } from 'lucide';
import type { DataState } from '../../lib/model/data-state';
import { Icon } from '../ui/Icon';

type Props = { data: DataState | undefined; onRestore(): void };

export function DataNotice({ data, onRestore }: Props) {
  if (!data || data.state === 'ok') return null;
  return (
    <div class="notice danger" role="alert">
      <Icon node={TriangleAlert} />
      <h2>{data.state === 'emptied' ? 'Your people are gone' : 'Your data can’t be opened'}</h2>
      <button type="button" class="link" onClick={onRestore}>
        Restore
      </button>
      <p>
        {data.state === 'emptied'
          ? `There were ${data.contacts}, and the browser lost them. Bring them back from an export.`
          : 'The browser refuses to open it. Close other windows and restart the browser before anything else.'}
      </p>
    </div>
  );
}
