// The card of one contact beside the list: the same card as in the sidebar, and the way to the trash.
import { Trash2, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../../../lib/rpc/changed';
import { call } from '../../../lib/rpc/client';
import { KnownPerson } from '../../parts/KnownPerson';
import * as screen from '../../parts/screen';
import { IconButton } from '../../ui/IconButton';
import { act } from '../act';
import { PersonMenu } from '../privacy/PersonMenu';
import { toast } from '../toast';

const close = () => {
  location.hash = '#/contacts';
};

export function ContactPane({ id }: { id: string }) {
  const [tab, setTab] = useState('history');
  useEffect(() => {
    const life = new AbortController();
    screen.choose(`contact:${id}`);
    void screen.begin({ inPage: false });
    onChanged(screen.changed, life.signal);
    // What the card says goes into the one line of the full page.
    const stop = screen.toast.subscribe(content => {
      if (content) toast.value = content;
    });
    return () => {
      life.abort();
      stop();
    };
  }, [id]);
  const view = screen.view.value;
  const card = view?.card?.contact.id === id ? view.card : undefined;
  const shown = view?.people[0]?.key === `contact:${id}` ? view.card?.contact.id : undefined;
  useEffect(() => {
    // Somebody who was merged is shown where they are now.
    if (shown && shown !== id) location.replace(`#/contacts/${shown}`);
  }, [shown, id]);
  const remove = async (name: string) => {
    if (await act(`${name} is in the trash`, () => call('contacts.delete', { id }))) close();
  };
  return (
    <aside class="pane side sidebar" aria-label={card?.contact.name.value ?? 'Contact'}>
      <header class="thread">
        {card && (
          <a class="link" href={`#/person/${id}`}>
            Open the page
          </a>
        )}
        <span class="grow" />
        <PersonMenu id={id} name={card?.contact.name.value} onGone={close} />
        {card && (
          <IconButton
            icon={Trash2}
            label={`Delete ${card.contact.name.value}`}
            onClick={() => void remove(card.contact.name.value)}
          />
        )}
        <IconButton icon={X} label="Close" onClick={close} />
      </header>
      {card && view && <KnownPerson card={card} view={view} tab={tab} onTab={setTab} isAside />}
      {view && !card && view.kind === 'nobody' && <p class="empty">This person is not in Regulars.</p>}
    </aside>
  );
}
