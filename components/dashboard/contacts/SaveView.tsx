// Keeping the list that is shown: as a new view, or in the place of the view it came from.
import { Plus } from 'lucide';
import type { SavedView } from '../../../lib/model/saved-view';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';
import { act } from '../act';
import { list, show } from './list-state';

type Props = { view: SavedView | undefined };

const isSame = (view: SavedView) =>
  JSON.stringify([view.query, view.columns]) === JSON.stringify([list.value.query, list.value.columns]);

const hasFilters = () => Object.keys(list.value.query).length > 0;

/** Keeps the list under a name, and shows it as that view. */
async function keep(name: string, id: string = crypto.randomUUID()): Promise<boolean> {
  const { query, columns } = list.value;
  const done = await act(`Saved as “${name}”`, () =>
    call('savedViews.save', { view: { id, name, query, columns } }),
  );
  if (done) show({ ...list.value, view: id });
  return done;
}

export function SaveView({ view }: Props) {
  if (view ? isSame(view) : !hasFilters()) return null;
  return (
    <>
      {view && (
        <button type="button" class="btn small" onClick={() => void keep(view.name, view.id)}>
          Save changes
        </button>
      )}
      <Popover
        label="Save view"
        class="btn small plain save-view"
        button={
          <>
            <Icon node={Plus} />
            Save view
          </>
        }
      >
        {close => (
          <form
            class="stack"
            onSubmit={event => {
              event.preventDefault();
              const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
              if (name) void keep(name).then(done => done && close());
            }}
          >
            <label class="field">
              <span class="label">Name of the view</span>
              <input class="input" name="name" dir="auto" maxLength={60} required />
            </label>
            <button type="submit" class="btn primary">
              Save view
            </button>
          </form>
        )}
      </Popover>
    </>
  );
}
