// What is due today, who was seen lately, and how many people Regulars knows.
import { UserRound } from 'lucide';
import type { ComponentChildren } from 'preact';
import { dueText, isLate } from '../../lib/dates/relative';
import type { DataState } from '../../lib/model/data-state';
import type { DueFollowUp, Today as TodayData } from '../../lib/model/on-screen';
import { Icon } from '../ui/Icon';
import { DataNotice } from './DataNotice';
import { PersonRow } from './PersonRow';

type Props = {
  today: TodayData | undefined;
  data: DataState | undefined;
  /** True beside a page that shows nobody, where that is said. */
  isNobodyHere?: boolean;
  /** Address of the list of everybody who waits; without it only how many more there are is said. */
  allWaiting?: string;
  /** What else waits, between what is due and who was seen. */
  children?: ComponentChildren;
  onPerson(id: string): void;
  onDone(followUpId: string): void;
  onRestore(): void;
};

type LineProps = Pick<Props, 'onPerson' | 'onDone'> & { item: DueFollowUp };

function DueLine({ item, onPerson, onDone }: LineProps) {
  const now = new Date();
  const { followUp, contact } = item;
  return (
    <li>
      <input
        class="check round"
        type="checkbox"
        aria-label={`Mark done: ${followUp.text}`}
        onChange={() => onDone(followUp.id)}
      />
      <button type="button" onClick={() => onPerson(contact.id)}>
        <strong dir="auto">{followUp.text}</strong>
        <span class="meta cut">
          <bdi>{contact.name}</bdi>
        </span>
      </button>
      <span class={`meta${isLate(followUp.dueAt, now) ? ' late' : ''}`}>{dueText(followUp.dueAt, now)}</span>
    </li>
  );
}

/** How many more follow-ups are due than are listed. */
function MoreDue({ count, address }: { count: number; address: string | undefined }) {
  if (count === 0) return null;
  const text = `and ${count.toLocaleString()} more that ${count === 1 ? 'is' : 'are'} due`;
  return address ? (
    <a class="link calm" href={address}>
      {text}
    </a>
  ) : (
    <p class="quiet">{text}</p>
  );
}

export function Today(props: Props) {
  const { today, data, isNobodyHere, allWaiting, children, onPerson, onDone, onRestore } = props;
  if (!today) return <main aria-busy="true" />;
  return (
    <main>
      <DataNotice data={data} onHelp={onRestore} />
      {isNobodyHere && (
        <p class="nobody">
          <Icon node={UserRound} /> Nobody on this page
        </p>
      )}
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
              <DueLine key={item.followUp.id} item={item} onPerson={onPerson} onDone={onDone} />
            ))}
          </ul>
        )}
        <MoreDue count={today.moreDue} address={allWaiting} />
      </section>
      {children}
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
              <PersonRow key={contact.id} contact={contact} onChoose={onPerson} />
            ))}
          </ul>
        )}
      </section>
      <p class="nobody">
        {today.contacts === 1 ? '1 person' : `${today.contacts} people`}, on this computer only
      </p>
    </main>
  );
}
