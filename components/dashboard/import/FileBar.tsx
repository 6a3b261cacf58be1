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

/** `counted`: how many rows the check found, once it is through. */
function describe(found: Found, counted: number | undefined): string {
  if (found.kind === 'other') return found.what;
  if (found.kind === 'mail') return ofMail(found.summary);
  const { table } = found;
  const isAbout = counted === undefined && !table.isCounted;
  const rows = `${isAbout ? 'about ' : ''}${(counted ?? table.rowCount).toLocaleString()} rows`;
  const columns = `${table.header.length} columns`;
  return [rows, columns, separators[table.delimiter], table.encoding.toUpperCase()].join(', ');
}

function ofMail({ counts, people, range }: Extract<Found, { kind: 'mail' }>['summary']): string {
  const years = range && [range.first, range.last].map(at => new Date(at).getFullYear());
  return [
    `${counts.mails.toLocaleString()} mails from ${people.toLocaleString()} senders`,
    ...(years ? [[...new Set(years)].join('–')] : []),
  ].join(', ');
}

type Props = { files: File[]; found: Found; counted?: number | undefined };

export function FileBar({ files, found, counted }: Props) {
  return (
    <div class="file full">
      <Icon node={FileText} />
      <div class="grow">
        <strong>
          <bdi>{files[0]?.name}</bdi>
          {files.length > 1 && ` and ${files.length - 1} more`}
        </strong>
        <p class="meta">{describe(found, counted)}</p>
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
