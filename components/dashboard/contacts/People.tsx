// The people of the list as a grid, or what stands in its place where there is nobody.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CustomField } from '../../../lib/model/custom-field';
import type { ListQuery, SortColumn } from '../../../lib/model/list-query';
import { Grid } from '../../ui/Grid';
import { pageOf } from './address';
import { cellsOf, gridColumns, sortColumnOf } from './Columns';
import { list, showQuery } from './list-state';
import type { Listed, useList } from './use-list';
import type { useRows } from './use-rows';

type PeopleProps = {
  listed: Listed;
  rows: ReturnType<typeof useRows>;
  fields: CustomField[];
  detail: string | undefined;
  onShown: ReturnType<typeof useList>['onShown'];
  onNone(): void;
};

export function People({ listed, rows, fields, detail, onShown, onNone }: PeopleProps) {
  const { query, columns } = list.value;
  const key = JSON.stringify(query);
  const now = useRef(new Date());
  useEffect(() => {
    now.current = new Date();
  }, [listed]);
  useEffect(() => {
    if (rows.isBack) document.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true });
  }, []);
  const shape = useMemo(() => gridColumns(columns, query.sort, fields), [columns, query.sort, fields]);
  if (listed.key && listed.stage !== 'nothing' && listed.total === 0)
    return <Empty isAnybody={listed.everybody > 0} />;
  const press = (event: KeyboardEvent) => {
    if (event.key === ' ') rows.toggle();
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) rows.selectAll();
    else if (event.key === 'Escape') onNone();
    else return false;
    return true;
  };
  return (
    <Grid
      label="Contacts"
      columns={shape}
      total={listed.total}
      itemAt={row => listed.rows.get(row)}
      keyOf={row => row.id}
      cells={row => cellsOf(row, columns, now.current)}
      lead={{
        head: <SelectAll rows={rows} />,
        cell: (row, at) => (
          <input
            type="checkbox"
            class="check"
            tabIndex={-1}
            aria-label={`Select ${row.name}`}
            checked={rows.has(row.id)}
            onClick={event => {
              event.stopPropagation();
              rows.toggle(at);
            }}
          />
        ),
      }}
      active={rows.active}
      isSelected={row => rows.has(row.id)}
      isCurrent={row => row.id === detail}
      listKey={key}
      onActive={rows.moveTo}
      onOpen={row => {
        const person = listed.rows.get(row);
        if (person) location.hash = pageOf(person.id);
      }}
      onSort={column => {
        const by = sortColumnOf(column);
        if (by) showQuery({ ...query, sort: nextSort(query.sort, by) });
      }}
      onKey={press}
      onShown={onShown}
    />
  );
}

/** The other direction of the column that is sorted by; of another one what is looked for first: the newest, or A. */
function nextSort(sort: ListQuery['sort'], by: SortColumn): NonNullable<ListQuery['sort']> {
  if ((sort?.by ?? 'name') === by) return { by, isDescending: !sort?.isDescending };
  return { by, isDescending: by === 'lastContact' || by === 'created' };
}

function SelectAll({ rows }: { rows: ReturnType<typeof useRows> }) {
  const { isAll, ids } = rows.selection;
  return (
    <input
      type="checkbox"
      class="check"
      aria-label="Select everybody shown"
      checked={isAll && ids.size === 0}
      onClick={rows.selectAll}
    />
  );
}

function Empty({ isAnybody }: { isAnybody: boolean }) {
  if (!isAnybody)
    return (
      <div class="empty">
        <p>
          Nobody yet. Open a message and add who wrote it, add somebody here, or{' '}
          <a href="#/import">import people from a file</a>.
        </p>
      </div>
    );
  return (
    <div class="empty">
      <p>No one found.</p>
      <button type="button" class="btn" onClick={() => showQuery({})}>
        Show everybody
      </button>
    </div>
  );
}
