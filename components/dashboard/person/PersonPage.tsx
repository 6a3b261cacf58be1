// The page of one person: the card at one side, and beside it the timeline, searched and filtered, and every change.
import { ArrowLeft, Trash2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../../../lib/rpc/changed';
import { call } from '../../../lib/rpc/client';
import { KnownPerson } from '../../parts/KnownPerson';
import * as screen from '../../parts/screen';
import { Icon } from '../../ui/Icon';
import { Tabs } from '../../ui/Tabs';
import { act } from '../act';
import { useLoaded } from '../load';
import { PersonMenu } from '../privacy/PersonMenu';
import { toast } from '../toast';
import { ChangeHistory } from './ChangeHistory';
import { MergedPeople } from './MergedPeople';
import { usePersonCommands } from './person-commands';
import { Sources } from './Sources';
import { TimelinePane } from './TimelinePane';

const tabs = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'changes', label: 'Changes' },
  { id: 'sources', label: 'Sources' },
];

/** Only where somebody was merged into the person. */
const mergedTab = { id: 'merged', label: 'Merged' };

const leave = () => {
  location.hash = '#/contacts';
};

export function PersonPage({ detail: id = '' }: { detail?: string }) {
  const card = useCard(id);
  const name = card?.card.contact.name.value;
  const remove = async () => {
    if (await act(`${name} is in the trash`, () => call('contacts.delete', { id }))) leave();
  };
  return (
    <main class="pane person-page" aria-busy={card === undefined}>
      <header class="head">
        <a class="link" href="#/contacts">
          <Icon node={ArrowLeft} flip />
          Contacts
        </a>
        {card && (
          <h1>
            <bdi>{name}</bdi>
          </h1>
        )}
        <span class="grow" />
        {card && (
          <button type="button" class="btn small plain" onClick={() => void remove()}>
            <Icon node={Trash2} />
            Move to the trash
          </button>
        )}
        <PersonMenu id={id} name={name} hasKeys onGone={leave} />
      </header>
      {card && <Columns key={id} {...card} onRemove={() => void remove()} />}
      {card === null && <Gone />}
    </main>
  );
}

type Known = NonNullable<ReturnType<typeof useCard>>;

function Columns({ card, view, onRemove }: Known & { onRemove(): void }) {
  const [cardTab, setCardTab] = useState('details');
  const [tab, setTab] = useState('timeline');
  const { id, name } = card.contact;
  usePersonCommands({ id, onTab: setTab, onCardTab: setCardTab, onRemove });
  const merged = useLoaded(() => call('contacts.mergedFrom', { id }).catch(() => undefined));
  const isMerged = merged !== undefined && merged.people.length > 0;
  const shownTab = tab === 'merged' && !isMerged ? 'timeline' : tab;
  return (
    <div class="person-columns">
      <aside class="sidebar" aria-label={`Card of ${name.value}`}>
        <KnownPerson card={card} view={view} tab={cardTab} onTab={setCardTab} isAside isPage />
      </aside>
      <section class="scroll" aria-label={`What happened with ${name.value}`}>
        <div class="sticky">
          <Tabs
            tabs={isMerged ? [...tabs, mergedTab] : tabs}
            chosen={shownTab}
            label="What is shown"
            onChoose={setTab}
          />
        </div>
        <div id={`panel-${shownTab}`} role="tabpanel" aria-labelledby={`tab-${shownTab}`} class="panel-body">
          {shownTab === 'timeline' && <TimelinePane card={card} />}
          {shownTab === 'changes' && <ChangeHistory contactId={id} />}
          {shownTab === 'sources' && <Sources card={card} />}
          {shownTab === 'merged' && merged && <MergedPeople id={id} merged={merged} />}
        </div>
      </section>
    </div>
  );
}

/** The card of the person, `null` where there is none, undefined until that is known. */
function useCard(id: string) {
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
  const shown = view?.people[0]?.key === `contact:${id}` ? view.card?.contact.id : undefined;
  useEffect(() => {
    // Somebody who was merged is shown where they are now.
    if (shown && shown !== id) location.replace(`#/person/${shown}`);
  }, [shown, id]);
  if (view?.card?.contact.id === id) return { view, card: view.card };
  return view?.kind === 'nobody' && !view.card ? null : undefined;
}

function Gone() {
  return (
    <div class="empty">
      <h1>Nobody here</h1>
      <p>This person is not in Regulars. They may be in the trash, under Data.</p>
      <a class="btn" href="#/contacts">
        All contacts
      </a>
    </div>
  );
}
