// Nobody on screen: what is due today, who was seen lately, and how many people Regulars knows.

import { dueText, isLate } from '../../lib/dates/relative';
import type { ContactSummary, DueFollowUp, Today } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import * as screen from './screen';

export function PersonRow({ contact }: { contact: ContactSummary }) {
  return (
    <li>
      <button type="button" class="person-row" onClick={() => screen.choose(`contact:${contact.id}`)}>
        <Avatar name={contact.name} id={contact.id} />
        <span class="grow cut">
          <bdi>{contact.name}</bdi>
          <br />
          <span class="meta">
            <bdi>{contact.company ?? contact.address ?? ''}</bdi>
          </span>
        </span>
      </button>
    </li>
  );
}

function DueLine({ item }: { item: DueFollowUp }) {
  const now = new Date();
  const { followUp, contact } = item;
  return (
    <li>
      <input
        class="check round"
        type="checkbox"
        aria-label={`Mark done: ${followUp.text}`}
        onChange={() => void screen.doneFollowUp(followUp.id)}
      />
      <button type="button" onClick={() => screen.choose(`contact:${contact.id}`)}>
        <strong dir="auto">{followUp.text}</strong>
        <br />
        <span class="meta">
          <bdi>{contact.name}</bdi>
        </span>
      </button>
      <span class={`meta${isLate(followUp.dueAt, now) ? ' late' : ''}`}>{dueText(followUp.dueAt, now)}</span>
    </li>
  );
}

export function Nobody({ today }: { today: Today | undefined }) {
  if (!today) return <main />;
  return (
    <main>
      <section class="today pad">
        <h1>Today</h1>
        <p class="sub mute">{new Intl.DateTimeFormat(undefined, { dateStyle: 'full' }).format(new Date())}</p>
      </section>
      <section class="block pad" aria-labelledby="due">
        <header>
          <h2 id="due">Follow up</h2>
        </header>
        {today.due.length + today.upcoming.length === 0 ? (
          <p class="quiet">Nothing is waiting. Set a follow-up on a person and it comes up here.</p>
        ) : (
          <ul class="todo">
            {[...today.due, ...today.upcoming].map(item => (
              <DueLine key={item.followUp.id} item={item} />
            ))}
          </ul>
        )}
      </section>
      <section class="block pad" aria-labelledby="recent">
        <header>
          <h2 id="recent">Recent people</h2>
        </header>
        {today.recent.length === 0 ? (
          <p class="quiet">
            {today.contacts === 0
              ? 'Open a message: whoever wrote it can be added with one click.'
              : 'People you read from will be listed here.'}
          </p>
        ) : (
          <ul>
            {today.recent.map(contact => (
              <PersonRow key={contact.id} contact={contact} />
            ))}
          </ul>
        )}
      </section>
      <p class="nobody">{today.contacts} people, on this computer only</p>
    </main>
  );
}
