// Contacts: everybody in a list that is searched, filtered, ordered and changed in bulk, with the chosen person beside it.
import { Upload } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';
import { BulkBar } from './BulkBar';
import { BulkDialog, type BulkKind } from './BulkDialog';
import { ColumnChoice } from './ColumnChoice';
import { ContactPane } from './ContactPane';
import { ExportDialog } from './ExportDialog';
import { FilterBar } from './FilterBar';
import { followList, list, show, showBeside, showQuery } from './list-state';
import { NewContact } from './NewContact';
import { People } from './People';
import { SaveView } from './SaveView';
import { SearchField } from './SearchField';
import { countOf, targetOf } from './selection';
import { useContactKeys } from './use-contact-keys';
import { type Listed, useList } from './use-list';
import { useRows } from './use-rows';

type Props = {
  /** The id of the person whose card is shown. */
  detail?: string;
};

export function Contacts({ detail }: Props) {
  const { query, columns, view: viewId } = list.value;
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const views = useLoaded(() => call('savedViews.list', {})) ?? [];
  const view = views.find(({ id }) => id === viewId);
  const { listed, onShown } = useList(query);
  const rows = useRows(query, listed);
  const [bulk, setBulk] = useState<BulkKind | 'export'>();
  useEffect(() => {
    const life = new AbortController();
    followList(life.signal);
    return () => life.abort();
  }, []);
  const count = countOf(rows.selection, listed.total);
  const target = targetOf(rows.selection, query);
  const openBulk = (kind: BulkKind | 'export') => count > 0 && setBulk(kind);
  const look = () => {
    const id = listed.rows.get(rows.active)?.id;
    showBeside(id === detail ? undefined : id);
  };
  const closeBulk = (isDone: boolean) => {
    setBulk(undefined);
    if (isDone && bulk !== 'export') rows.unselect();
    // Behind a modal dialog nothing can have the focus.
    document.querySelector<HTMLDialogElement>('dialog.bulk')?.close();
    document.querySelector<HTMLElement>('.grid')?.focus();
  };
  useContactKeys({
    count,
    onBulk: openBulk,
    onExport: () => openBulk('export'),
    onToggle: rows.toggle,
    onLook: look,
    onNone: rows.unselect,
  });
  return (
    <div class={`panes${detail ? ' split' : ''}`}>
      <main class="pane">
        <header class="head">
          <h1>{view ? <bdi>{view.name}</bdi> : 'Contacts'}</h1>
          <Count listed={listed} />
          <span class="end row">
            <SaveView view={view} />
            <a class="btn small" href="#/import">
              <Icon node={Upload} />
              Import
            </a>
            <NewContact />
          </span>
        </header>
        <search class="tools">
          <SearchField />
          <FilterBar query={query} fields={fields} onQuery={next => showQuery(next)} />
          <span class="end">
            <ColumnChoice
              columns={columns}
              fields={fields}
              onColumns={next => show({ ...list.value, columns: next })}
            />
          </span>
        </search>
        <People
          listed={listed}
          rows={rows}
          fields={fields}
          detail={detail}
          onShown={onShown}
          onNone={() => (count > 0 ? rows.unselect() : showBeside())}
        />
        {count > 0 && (
          <BulkBar
            count={count}
            total={listed.total}
            onBulk={openBulk}
            onExport={() => openBulk('export')}
            onAll={rows.selectAll}
            onNone={rows.unselect}
          />
        )}
        {bulk === 'export' && <ExportDialog target={target} onClose={closeBulk} />}
        {bulk && bulk !== 'export' && <BulkDialog kind={bulk} target={target} onClose={closeBulk} />}
      </main>
      {detail && <ContactPane key={detail} id={detail} />}
    </div>
  );
}

/** How many people the list shows, also read out. */
function Count({ listed: { key, total, everybody, stage } }: { listed: Listed }) {
  const text =
    total === everybody
      ? total.toLocaleString()
      : `${total.toLocaleString()} of ${everybody.toLocaleString()}`;
  return (
    <span class="count" role="status">
      {key && stage !== 'nothing' && text}
      {stage === 'people' && ' · reading the history'}
    </span>
  );
}
