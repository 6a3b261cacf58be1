// The card of a contact: who they are, what is open, what they like, what happened, what to answer.
import { BadgeCheck, Ban, Plus, Star, TriangleAlert, X } from 'lucide';
import { useState } from 'preact/hooks';
import { snoozeChoices } from '../../lib/dates/due';
import { dueText, isLate } from '../../lib/dates/relative';
import type { Card, MatchReason, OnScreen, PersonOnScreen } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import { EditableLine } from '../parts/EditableLine';
import { Glance } from '../parts/Glance';
import { NoteBox } from '../parts/NoteBox';
import { ReplyPicker } from '../parts/ReplyPicker';
import { Timeline } from '../parts/Timeline';
import { Warning } from '../parts/Warnings';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Tabs } from '../ui/Tabs';
import { Details } from './Details';
import * as screen from './screen';

const reasons: Record<MatchReason['kind'], string> = {
  'same-email': 'Same email address',
  'same-phone': 'Same phone number',
  'same-profile': 'Same profile',
};

export const callNameOf = (card: Card) =>
  card.contact.callName?.value ?? card.contact.name.value.split(' ')[0] ?? '';

export function KnownPerson({
  card,
  person,
  view,
  tab,
  onTab,
}: {
  card: Card;
  person?: PersonOnScreen;
  view: OnScreen;
  tab: string;
  onTab(tab: string): void;
}) {
  const { contact } = card;
  const name = callNameOf(card);
  const tabs = [
    { id: 'history', label: 'History', count: card.eventCount },
    { id: 'replies', label: 'Quick replies' },
    { id: 'details', label: 'Details' },
  ];
  return (
    <>
      <main>
        <Header card={card} person={person} name={name} />
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
          {tab === 'history' && (
            <Timeline
              events={[...card.events, ...screen.older.value]}
              total={card.eventCount}
              name={name}
              current={view.conversation?.key}
              onClose={event => void screen.closeEvent(event)}
              onOlder={() => void screen.showOlder()}
            />
          )}
          {tab === 'replies' && screen.settings.value && (
            <ReplyPicker
              card={card}
              conversation={view.conversation}
              channel="email"
              replies={screen.replies.value}
              me={screen.settings.value.me}
              mayOverride={!screen.isInPage()}
              onInsert={screen.insert}
              onCopy={screen.copy}
              onEdit={() => screen.openDashboard('replies')}
            />
          )}
          {tab === 'details' && <Details card={card} />}
        </section>
      </main>
      <NoteBox
        key={contact.id}
        name={name}
        draft={screen.drafts.value[contact.id] ?? ''}
        onDraft={text => screen.setDraft(contact.id, text)}
        onAdd={screen.addEvent}
        onFollowUp={screen.addFollowUp}
      />
    </>
  );
}

function Header({ card, person, name }: { card: Card; person?: PersonOnScreen; name: string }) {
  const { contact } = card;
  const [issue] = card.openIssues;
  return (
    <section class="person pad" aria-labelledby="name">
      <div class="who">
        <Avatar name={contact.name.value} id={contact.id} />
        <div>
          <h1 id="name">
            <bdi>{contact.name.value}</bdi>
          </h1>
          <p class="sub">
            Goes by{' '}
            <EditableLine
              label="What to call them"
              value={contact.callName?.value ?? ''}
              placeholder={`${name}?`}
              onSave={callName => void screen.saveContact({ callName: callName || null })}
            />
          </p>
          <p class="sub">
            <bdi>{[contact.title?.value, contact.company?.value].filter(Boolean).join(' · ')}</bdi>
          </p>
        </div>
      </div>
      <Tags card={card} />
      {person?.reason && (
        <div class="match">
          <Icon node={BadgeCheck} />
          <span title={person.reason.detail}>{reasons[person.reason.kind]}</span>
          <button type="button" class="link calm" onClick={() => void screen.notThisPerson()}>
            Not {name}?
          </button>
        </div>
      )}
      {person?.warnings.map(warning => (
        <Warning key={warning.kind} warning={warning} />
      ))}
      {contact.doNotContact && (
        <div class="notice danger" role="note">
          <Icon node={Ban} />
          <h3>Do not contact</h3>
          <p>They asked not to be written to.</p>
        </div>
      )}
      {issue && (
        <div class="notice" role="note">
          <Icon node={TriangleAlert} />
          <h3>Open issue, {age(issue.at)}</h3>
          <button type="button" class="link" onClick={() => void screen.closeEvent(issue)}>
            Solved
          </button>
          <p dir="auto">{issue.title ?? issue.text}</p>
        </div>
      )}
      {card.lastPromise && (
        <p class="promise">
          <b>Promised:</b> <bdi>{card.lastPromise.title ?? card.lastPromise.text}</bdi>{' '}
          <button
            type="button"
            class="link"
            onClick={() => card.lastPromise && void screen.closeEvent(card.lastPromise)}
          >
            Kept
          </button>
        </p>
      )}
    </section>
  );
}

function age(at: number): string {
  const days = Math.max(0, Math.floor((Date.now() - at) / 86_400_000));
  return days === 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`;
}

function Tags({ card }: { card: Card }) {
  const [adding, setAdding] = useState(false);
  const { tags } = card.contact;
  const sorted = tags.toSorted((a, b) => Number(b === 'VIP') - Number(a === 'VIP'));
  const add = (tag: string) => {
    setAdding(false);
    if (tag.trim()) void screen.saveContact({ tags: [...tags, tag.trim().slice(0, 40)] });
  };
  return (
    <div class="tags" role="group" aria-label="Tags">
      {sorted.map(tag => (
        <span key={tag} class={`tag${tag === 'VIP' ? ' vip' : ''}`}>
          {tag === 'VIP' && <Icon node={Star} fill />}
          <bdi>{tag}</bdi>
          <button
            type="button"
            class="untag"
            aria-label={`Remove the tag ${tag}`}
            onClick={() => void screen.saveContact({ tags: tags.filter(other => other !== tag) })}
          >
            <Icon node={X} />
          </button>
        </span>
      ))}
      {adding ? (
        <input
          class="input small tag-field"
          aria-label="New tag"
          maxLength={40}
          ref={field => field?.focus()}
          onBlur={event => add(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') add(event.currentTarget.value);
            if (event.key === 'Escape') setAdding(false);
          }}
        />
      ) : (
        <IconButton icon={Plus} label="Add tag" onClick={() => setAdding(true)} />
      )}
    </div>
  );
}

function FollowUpLine({ followUp }: { followUp: NonNullable<Card['nextFollowUp']> }) {
  const now = new Date();
  return (
    <section class="block pad next" aria-label="Next follow-up">
      <input
        class="check round"
        type="checkbox"
        aria-label={`Mark done: ${followUp.text}`}
        onChange={() => void screen.doneFollowUp(followUp.id)}
      />
      <div>
        <strong dir="auto">{followUp.text}</strong>
        <span class={`meta${isLate(followUp.dueAt, now) ? ' late' : ''}`}>
          {dueText(followUp.dueAt, now)}
        </span>
      </div>
      <select
        class="select snooze"
        aria-label="Put this follow-up off"
        value=""
        onChange={event => void screen.snooze(followUp.id, Number(event.currentTarget.value))}
      >
        <option value="" disabled>
          Snooze
        </option>
        {snoozeChoices(now).map(choice => (
          <option key={choice.at} value={choice.at}>
            {choice.label}
          </option>
        ))}
      </select>
    </section>
  );
}
