// The columns of the list: how each is called, how wide it is, and what it shows of a person.
import { PanelRight, Star } from 'lucide';
import type { ComponentChildren } from 'preact';
import { dueText, fullDate, isLate, relativeDate } from '../../../lib/dates/relative';
import { isIdentityKind } from '../../../lib/identity/kinds';
import type { Row } from '../../../lib/list/desk';
import type { CustomField } from '../../../lib/model/custom-field';
import type { ListColumn, ListQuery, PlainColumn, SortColumn } from '../../../lib/model/list-query';
import { stageNames } from '../../../lib/privacy/words';
import { Avatar } from '../../parts/Avatar';
import { channelIcons } from '../../parts/channel-icons';
import type { GridColumn } from '../../ui/Grid';
import { Icon } from '../../ui/Icon';
import { pageOf } from './address';
import { showBeside } from './list-state';

type Plain = {
  label: string;
  width: string;
  sort?: SortColumn;
  cell(row: Row, now: Date): ComponentChildren;
};

const text = (value: string | undefined) =>
  value && (
    <bdi title={value} class="cut">
      {value}
    </bdi>
  );

const time = (at: number, shown: string, isBad = false) => (
  <time dateTime={new Date(at).toISOString()} title={fullDate(at)} class={isBad ? 'late' : undefined}>
    {shown}
  </time>
);

function Tags({ tags }: { tags: string[] }) {
  const sorted = tags.toSorted((a, b) => Number(b === 'VIP') - Number(a === 'VIP'));
  return (
    <span class="row tag-cell" title={tags.length > 1 ? tags.join(', ') : undefined}>
      {sorted.slice(0, 2).map(tag => (
        <span key={tag} class={`tag${tag === 'VIP' ? ' vip' : ''}`}>
          <bdi class="cut">{tag}</bdi>
        </span>
      ))}
      {sorted.length > 2 && <span class="count">+{sorted.length - 2}</span>}
    </span>
  );
}

function LastContact({ row, now }: { row: Row; now: Date }) {
  if (row.lastContact === undefined) return null;
  const channel = row.channels.find(kind => kind === row.lastSite && isIdentityKind(kind));
  return (
    <>
      {channel && isIdentityKind(channel) && <Icon node={channelIcons[channel]} />}
      {time(row.lastContact, relativeDate(row.lastContact, now))}
    </>
  );
}

export const plainColumns: Record<PlainColumn, Plain> = {
  company: {
    label: 'Company',
    width: 'minmax(8rem, 1.2fr)',
    sort: 'company',
    cell: row => text(row.company),
  },
  title: { label: 'Title', width: 'minmax(7rem, 1fr)', cell: row => text(row.title) },
  address: { label: 'Address', width: 'minmax(9rem, 1.4fr)', cell: row => text(row.address) },
  phone: { label: 'Phone', width: '8.5rem', cell: row => text(row.phone) },
  stage: { label: 'Stage', width: '6rem', sort: 'stage', cell: row => row.stage && stageNames[row.stage] },
  tags: {
    label: 'Tags',
    width: 'minmax(9rem, 1.3fr)',
    cell: row => row.tags.length > 0 && <Tags tags={row.tags} />,
  },
  lastContact: {
    label: 'Last contact',
    width: '7.5rem',
    sort: 'lastContact',
    cell: (row, now) => <LastContact row={row} now={now} />,
  },
  nextFollowUp: {
    label: 'Follow-up',
    width: '8.5rem',
    sort: 'nextFollowUp',
    cell: ({ nextFollowUp: at }, now) => at !== undefined && time(at, dueText(at, now), isLate(at, now)),
  },
  created: {
    label: 'Added',
    width: '7rem',
    sort: 'created',
    cell: ({ createdAt }, now) => time(createdAt, relativeDate(createdAt, now)),
  },
};

/** How a column is called. */
export const columnName = (column: ListColumn, fields: CustomField[]): string =>
  isPlain(column)
    ? plainColumns[column].label
    : (fields.find(({ id }) => `field:${id}` === column)?.name ?? 'A field that was removed');

const isPlain = (column: ListColumn): column is PlainColumn => Object.hasOwn(plainColumns, column);

const sortOf = (by: SortColumn | undefined, sort: ListQuery['sort']): GridColumn['sort'] => {
  if (!by) return undefined;
  if ((sort?.by ?? 'name') !== by) return 'none';
  return sort?.isDescending ? 'descending' : 'ascending';
};

/** The columns as the grid takes them, the name first. */
export const gridColumns = (
  columns: ListColumn[],
  sort: ListQuery['sort'],
  fields: CustomField[],
): GridColumn[] => [
  { id: 'name', label: 'Name', width: 'minmax(11rem, 1.5fr)', sort: sortOf('name', sort) ?? 'none' },
  ...columns.map((column): GridColumn => {
    const plain = isPlain(column) ? plainColumns[column] : undefined;
    const order = sortOf(plain?.sort, sort);
    const width = plain?.width ?? 'minmax(7rem, 1fr)';
    return { id: column, label: columnName(column, fields), width, ...(order && { sort: order }) };
  }),
];

/** What a column sorts by, where it can. */
export const sortColumnOf = (column: string): SortColumn | undefined =>
  column === 'name' ? 'name' : Object.entries(plainColumns).find(([id]) => id === column)?.[1].sort;

function Name({ row }: { row: Row }) {
  return (
    <span class="row">
      <a class="name" href={pageOf(row.id)} tabIndex={-1} title={row.name}>
        <Avatar name={row.name} id={row.id} />
        <bdi class="cut">{row.name}</bdi>
        {row.tags.includes('VIP') && (
          <>
            <Icon node={Star} fill />
            <span class="sr">, VIP</span>
          </>
        )}
      </a>
      <button
        type="button"
        class="icon-btn look"
        tabIndex={-1}
        aria-label={`Card of ${row.name} beside the list`}
        title="Card beside the list (Q)"
        onClick={() => showBeside(row.id)}
      >
        <Icon node={PanelRight} flip />
      </button>
    </span>
  );
}

/** The cells of a row, in the order of the columns. */
export const cellsOf = (row: Row, columns: ListColumn[], now: Date): ComponentChildren[] => [
  <Name key="name" row={row} />,
  ...columns.map(column =>
    isPlain(column)
      ? plainColumns[column].cell(row, now)
      : text(row.fields.find(({ field }) => `field:${field}` === column)?.value),
  ),
];
