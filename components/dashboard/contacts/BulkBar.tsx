// What can be done with the selected people, below the list.
import { Download, Tag, Trash2 } from 'lucide';
import { Icon } from '../../ui/Icon';
import type { BulkKind } from './BulkDialog';
import { people } from './bulk';

type Props = {
  count: number;
  total: number;
  onBulk(kind: BulkKind): void;
  onExport(): void;
  onAll(): void;
  onNone(): void;
};

export function BulkBar({ count, total, onBulk, onExport, onAll, onNone }: Props) {
  return (
    <section class="foot bulk-bar" aria-label="Selected people">
      <span role="status">{people(count)} selected</span>
      {count < total && (
        <button type="button" class="link" onClick={onAll}>
          Select all {total.toLocaleString()}
        </button>
      )}
      <button type="button" class="link calm" onClick={onNone}>
        Unselect
      </button>
      <span class="grow" />
      <button type="button" class="btn small" onClick={() => onBulk('addTag')}>
        <Icon node={Tag} />
        Tag
      </button>
      <button type="button" class="btn small" onClick={() => onBulk('removeTag')}>
        Untag
      </button>
      <button type="button" class="btn small" onClick={() => onBulk('setStage')}>
        Stage
      </button>
      <button type="button" class="btn small" onClick={onExport}>
        <Icon node={Download} />
        Export
      </button>
      <button type="button" class="btn small" onClick={() => onBulk('delete')}>
        <Icon node={Trash2} />
        Delete
      </button>
    </section>
  );
}
