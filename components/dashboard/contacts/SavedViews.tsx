// Saved views below Contacts: each a link, with how many people it shows and what can be done with it.
import { Ellipsis } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { SavedView } from '../../../lib/model/saved-view';
import { call } from '../../../lib/rpc/client';
import { takeFocus } from '../../parts/editing';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { act } from '../act';
import { ask, listVersion } from '../desk';
import { useLoaded } from '../load';
import { useCommands } from '../palette/commands';
import { addressOf } from './address';
import { list } from './list-state';

const addressOfView = ({ id, query, columns }: SavedView) => addressOf({ query, columns, view: id });

/** How many people each view shows, by id. */
function useCounts(views: SavedView[]): Record<string, number> {
  const [counts, setCounts] = useState<Record<string, number>>({});
  useEffect(() => {
    if (views.length === 0) return;
    ask(
      'count',
      views.map(({ query }) => query),
    ).then(
      found => setCounts(Object.fromEntries(views.map(({ id }, at) => [id, found[at] ?? 0]))),
      () => undefined,
    );
  }, [JSON.stringify(views), listVersion.value]);
  return counts;
}

const actions = [
  { id: 'rename', label: 'Rename' },
  { id: 'up', label: 'Move up' },
  { id: 'down', label: 'Move down' },
  { id: 'delete', label: 'Delete' },
];

export function SavedViews({ isShown }: { isShown: boolean }) {
  const views = useLoaded(() => call('savedViews.list', {})) ?? [];
  const counts = useCounts(views);
  const [renamed, setRenamed] = useState<string>();
  const names = views.map(({ name }) => name).join('\n');
  useCommands(
    views.map(view => ({
      id: `view ${view.id}`,
      group: 'Saved views',
      label: view.name,
      run: () => {
        location.hash = addressOfView(view);
      },
    })),
    JSON.stringify(views),
  );
  const move = (view: SavedView, step: number) => {
    const ids = views.map(({ id }) => id);
    const at = ids.indexOf(view.id);
    ids.splice(at, 1);
    ids.splice(Math.max(0, at + step), 0, view.id);
    return act('Moved', () => call('savedViews.reorder', { ids }));
  };
  const choose = (view: SavedView, action: string) => {
    if (action === 'rename') setRenamed(view.id);
    else if (action === 'delete')
      void act(`The view “${view.name}” is deleted`, () => call('savedViews.delete', { id: view.id }));
    else void move(view, action === 'up' ? -1 : 1);
  };
  if (!isShown || !names) return null;
  return (
    <ul class="saved-views" aria-label="Saved views">
      {views.map(view => (
        <li key={view.id}>
          {renamed === view.id ? (
            <Rename view={view} onClose={() => setRenamed(undefined)} />
          ) : (
            <>
              <a
                href={addressOfView(view)}
                title={view.name}
                aria-current={list.value.view === view.id ? 'true' : undefined}
              >
                <bdi class="cut grow">{view.name}</bdi>
                <span class="count">{counts[view.id]?.toLocaleString()}</span>
              </a>
              <Menu
                label={`The view ${view.name}`}
                class="icon-btn"
                items={actions}
                onChoose={action => choose(view, action)}
              >
                <Icon node={Ellipsis} />
              </Menu>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Rename({ view, onClose }: { view: SavedView; onClose(): void }) {
  const { order: _order, ...rest } = view;
  const save = async (text: string) => {
    const name = text.trim();
    if (name && name !== view.name)
      await act('Renamed', () => call('savedViews.save', { view: { ...rest, name } }));
    onClose();
  };
  return (
    <input
      class="input small"
      aria-label={`New name of the view ${view.name}`}
      dir="auto"
      maxLength={60}
      defaultValue={view.name}
      ref={takeFocus}
      onBlur={event => void save(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter') void save(event.currentTarget.value);
      }}
    />
  );
}
