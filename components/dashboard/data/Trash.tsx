// The trash: people who were deleted in the last 30 days, each with the way back and the way out.
import { useState } from 'preact/hooks';
import { fullDate } from '../../../lib/dates/relative';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';
import { useLoaded } from '../load';
import { ForgetDialog } from '../privacy/ForgetDialog';

export function Trash() {
  const trash = useLoaded(() => call('contacts.trash', {})) ?? [];
  const [forgetting, setForgetting] = useState<string>();
  const close = () => setForgetting(undefined);
  return (
    <section class="step">
      <h2>Trash</h2>
      <p class="lead">Deleted people wait here for 30 days, then they are gone for good.</p>
      {trash.length > 0 && (
        <ul class="card" aria-label="Deleted people">
          {trash.map(item => (
            <li key={item.contact.id} class="row">
              <span class="grow">
                <bdi>{item.contact.name}</bdi> <span class="meta">{fullDate(item.deletedAt)}</span>
              </span>
              {item.commandId && (
                <button
                  type="button"
                  class="btn small"
                  aria-label={`Restore ${item.contact.name}`}
                  onClick={() =>
                    void act('Restored', () => call('journal.undo', { id: item.commandId ?? '' }))
                  }
                >
                  Restore
                </button>
              )}
              <button
                type="button"
                class="btn small plain"
                aria-label={`Forget ${item.contact.name} now`}
                onClick={() => setForgetting(item.contact.id)}
              >
                Forget…
              </button>
            </li>
          ))}
        </ul>
      )}
      {forgetting && <ForgetDialog id={forgetting} onClose={close} onGone={close} />}
    </section>
  );
}
