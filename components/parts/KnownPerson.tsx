// The card of a contact: who they are, what is open, what they like, what happened, what to answer.
import { useState } from 'preact/hooks';
import type { TimelineEvent } from '../../lib/model/event';
import type { Card, OnScreen, PersonOnScreen } from '../../lib/model/on-screen';
import { Tabs } from '../ui/Tabs';
import * as actions from './card-actions';
import { Details } from './Details';
import { drafts, setDraft } from './drafts';
import { FollowUps } from './FollowUps';
import { Glance } from './Glance';
import { huesOf } from './hues';
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
  /** True on the person's own page, where nothing leads to it. */
  isPage?: boolean;
};

export function KnownPerson({ card, person, view, tab, onTab, isAside, isPage }: Props) {
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
        <PersonHeader
          card={card}
          person={person}
          name={name}
          hue={hueAmong(view, card.contact.id)}
          isAside={isAside}
        />
        <Glance card={card} onSave={screen.saveContact} onField={actions.addField} />
        <FollowUps followUps={card.followUps} />
        {view.canRemember && (
          <section class="block pad row">
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
          <TabBody
            key={view.page}
            card={card}
            view={view}
            tab={tab}
            isDoubtful={isDoubtful(person)}
            isPage={isPage}
          />
        </section>
      </Body>
      <NoteBox
        key={card.contact.id}
        name={name}
        draft={drafts.value[card.contact.id] ?? ''}
        onDraft={text => setDraft(card.contact.id, text)}
        onAdd={screen.addEvent}
        onFollowUp={screen.addFollowUp}
      />
    </>
  );
}

/** The colour of a contact where the people of this view stand beside each other. */
const hueAmong = ({ people }: OnScreen, id: string) =>
  huesOf(people.flatMap(person => person.contact?.id ?? [])).get(id);

/** True where the mail on screen asks for answers to somebody else: it may not be from whom it seems to be. */
const isDoubtful = (person: PersonOnScreen | undefined) =>
  person?.warnings.some(warning => warning.kind === 'reply-to-differs') ?? false;

/** What can be done with the entries of a timeline. */
export const entryActions = {
  onSave: actions.saveEvent,
  onRemove: actions.removeEvent,
  onClose: (event: TimelineEvent, open: boolean) => void actions.closeEvent(event, open),
};

type TabBodyProps = Pick<Props, 'card' | 'view' | 'tab' | 'isPage'> & { isDoubtful: boolean };

function TabBody({ card, view, tab, isDoubtful, isPage }: TabBodyProps) {
  const [isShownAnyway, setShownAnyway] = useState(false);
  if (tab === 'details') return <Details card={card} isPage={isPage} />;
  if (tab === 'history') {
    if (isDoubtful && !isShownAnyway) {
      return (
        <div class="empty">
          <p>The history is not shown: answers to this mail go to another address than theirs.</p>
          <button type="button" class="btn small" onClick={() => setShownAnyway(true)}>
            Show anyway
          </button>
        </div>
      );
    }
    return (
      <Timeline
        events={[...card.events, ...screen.older.value]}
        total={card.eventCount}
        name={callNameOf(card)}
        current={view.conversation?.key}
        actions={entryActions}
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
