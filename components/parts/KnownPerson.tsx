// The card of a contact: who they are, what is open, what they like, what happened, what to answer.
import type { Card, OnScreen, PersonOnScreen } from '../../lib/model/on-screen';
import { Tabs } from '../ui/Tabs';
import { Details } from './Details';
import { FollowUpLine } from './FollowUpLine';
import { Glance } from './Glance';
import { NoteBox } from './NoteBox';
import { PersonHeader } from './PersonHeader';
import { ReplyTab, useReadyReplies } from './ReplyTab';
import * as screen from './screen';
import { Timeline } from './Timeline';

export const callNameOf = (card: Card) =>
  card.contact.callName?.value ?? card.contact.name.value.split(' ')[0] ?? '';

type Props = {
  card: Card;
  person?: PersonOnScreen;
  view: OnScreen;
  tab: string;
  onTab(tab: string): void;
  /** True where the card stands beside the main content of a page, not for it. */
  isAside?: boolean;
};

export function KnownPerson({ card, person, view, tab, onTab, isAside }: Props) {
  useReadyReplies();
  const Body = isAside ? 'div' : 'main';
  const name = callNameOf(card);
  const tabs = [
    { id: 'history', label: 'History', count: card.eventCount },
    { id: 'replies', label: 'Quick replies' },
    { id: 'details', label: 'Details' },
  ];
  return (
    <>
      <Body class="body">
        <PersonHeader card={card} person={person} name={name} />
        <Glance
          card={card}
          onSave={patch => void screen.saveContact(patch)}
          onField={(field, value) => void screen.addField(field, value)}
        />
        {card.nextFollowUp && <FollowUpLine followUp={card.nextFollowUp} />}
        {view.canRemember && (
          <section class="block pad next">
            <span class="grow">Keep this conversation in the history?</span>
            <button type="button" class="btn small" onClick={() => void screen.remember()}>
              Keep
            </button>
          </section>
        )}
        <div class="sticky pad">
          <Tabs tabs={tabs} chosen={tab} label={`About ${name}`} onChoose={onTab} />
        </div>
        <section id={`panel-${tab}`} class="pad panel-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <TabBody card={card} view={view} tab={tab} />
        </section>
      </Body>
      <NoteBox
        key={card.contact.id}
        name={name}
        draft={screen.drafts.value[card.contact.id] ?? ''}
        onDraft={text => screen.setDraft(card.contact.id, text)}
        onAdd={screen.addEvent}
        onFollowUp={screen.addFollowUp}
      />
    </>
  );
}

function TabBody({ card, view, tab }: Pick<Props, 'card' | 'view' | 'tab'>) {
  if (tab === 'details') return <Details card={card} />;
  if (tab === 'history') {
    return (
      <Timeline
        events={[...card.events, ...screen.older.value]}
        total={card.eventCount}
        name={callNameOf(card)}
        current={view.conversation?.key}
        onClose={event => void screen.closeEvent(event)}
        onOlder={() => void screen.showOlder()}
      />
    );
  }
  if (!screen.settings.value) return null;
  return (
    <ReplyTab
      card={card}
      conversation={view.conversation}
      channel={view.site?.channel ?? 'email'}
      replies={screen.replies.value}
      me={screen.settings.value.me}
      mayOverride={!screen.isInPage()}
      onInsert={screen.insert}
      onCopy={screen.copy}
      onEdit={() => screen.openDashboard('replies')}
    />
  );
}
