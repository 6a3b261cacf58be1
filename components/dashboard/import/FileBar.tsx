// The file that is being imported, and how it is written.
import { FileText } from 'lucide';
import type { Found } from '../../../lib/transfer/import/sources';
import { Icon } from '../../ui/Icon';
import { reset, stopWork } from './import-work';

const separators: Record<string, string> = {
  ',': 'comma separated',
  ';': 'semicolon separated',
  '\t': 'tab separated',
  '|': 'separated by bars',
};

function describe(found: Found): string {
  if (found.kind !== 'csv') return found.what;
  const { table } = found;
  const rows = `${table.isCounted ? '' : 'about '}${table.rowCount.toLocaleString()} rows`;
  const columns = `${table.header.length} columns`;
  return [rows, columns, separators[table.delimiter], table.encoding.toUpperCase()].join(', ');
}

export function FileBar({ file, found }: { file: File; found: Found }) {
  return (
    <div class="file full">
      <Icon node={FileText} />
      <div class="grow">
        <strong>
          <bdi>{file.name}</bdi>
        </strong>
        <p class="meta">{describe(found)}</p>
      </div>
      <button
        type="button"
        class="btn small"
        onClick={() => {
          stopWork();
          reset();
        }}
      >
        Choose another file
      </button>
    </div>
  );
}
