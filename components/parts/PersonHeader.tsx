// The head of a card: name, what to call them, tags, why they were matched, and what is urgent.
import { BadgeCheck, Ban, TriangleAlert } from 'lucide';
import type { Card, MatchReason, PersonOnScreen } from '../../lib/model/on-screen';
import { Icon } from '../ui/Icon';
import { Avatar } from './Avatar';
import { Channels } from './Channels';
import * as actions from './card-actions';
import { EditableLine } from './EditableLine';
import * as screen from './screen';
import { Tags } from './Tags';
import { Warning } from './Warnings';

const reasons: Record<MatchReason['kind'], string> = {
  'same-email': 'Same email address',
  'same-phone': 'Same phone number',
  'same-profile': 'Same profile',
};

type Props = {
  card: Card;
  person?: PersonOnScreen;
  name: string;
  /** Their colour among the people on screen. */
  hue?: number;
  /** True where the page has a heading of its own. */
  isAside?: boolean;
};

export function PersonHeader({ card, person, name, hue, isAside }: Props) {
  const { contact } = card;
  const reason = person?.reason;
  return (
    <section class="person pad" aria-labelledby="name">
      <div class="who">
        <Avatar name={contact.name.value} id={contact.id} hue={hue} />
        <Names card={card} name={name} isAside={isAside} />
      </div>
      <Tags tags={contact.tags} onSave={tags => void screen.saveContact({ tags })} />
      <div class="match">
        {reason && (
          <>
            <Icon node={BadgeCheck} />
            <span title={reason.detail}>{reasons[reason.kind]}</span>
            <button type="button" class="link calm" onClick={() => void screen.notThisPerson(name)}>
              Not {name}?
            </button>
          </>
        )}
        <Channels identities={card.identities} current={reason?.detail} />
      </div>
      {person?.warnings.map(warning => (
        <Warning key={warning.kind} warning={warning} />
      ))}
      {contact.doNotContact && (
        <div class="notice danger" role="note">
          <Icon node={Ban} />
          <h2>Do not contact</h2>
          <p>They asked not to be written to.</p>
        </div>
      )}
      <Open card={card} />
    </section>
  );
}

/** Name, what to call them, title and company: each a field when it is clicked. */
function Names({ card, name, isAside }: Pick<Props, 'card' | 'name' | 'isAside'>) {
  const { contact } = card;
  const Heading = isAside ? 'h2' : 'h1';
  return (
    <div>
      <Heading id="name">
        <EditableLine
          isBare
          label="Name"
          value={contact.name.value}
          maxLength={200}
          onSave={next => next && void screen.saveContact({ name: next })}
        />
      </Heading>
      <p class="sub">
        Goes by{' '}
        <EditableLine
          label="What to call them"
          value={contact.callName?.value ?? ''}
          placeholder={`${name}?`}
          maxLength={80}
          onSave={callName => void screen.saveContact({ callName: callName || null })}
        />
      </p>
      <p class="sub">
        <EditableLine
          isBare
          label="Title"
          value={contact.title?.value ?? ''}
          placeholder="Title"
          maxLength={200}
          onSave={title => void screen.saveContact({ title: title || null })}
        />
        {' · '}
        <EditableLine
          isBare
          label="Company"
          value={contact.company?.value ?? ''}
          placeholder="Company"
          maxLength={200}
          onSave={company => void screen.saveContact({ company: company || null })}
        />
      </p>
    </div>
  );
}

/** What waits for an end: the newest open issue and the last promise. */
function Open({ card }: { card: Card }) {
  const [issue, ...others] = card.openIssues;
  const promise = card.lastPromise;
  return (
    <>
      {issue && (
        <div class="notice" role="note">
          <Icon node={TriangleAlert} />
          <h2>
            Open issue, {age(issue.at)}
            {others.length > 0 && ` (and ${others.length} more)`}
          </h2>
          <button type="button" class="link" onClick={() => void actions.closeEvent(issue)}>
            Solved
          </button>
          <p dir="auto">{issue.title ?? issue.text}</p>
        </div>
      )}
      {promise && (
        <p class="promise">
          <b>Promised:</b> <bdi>{promise.title ?? promise.text}</bdi>{' '}
          <button type="button" class="link" onClick={() => void actions.closeEvent(promise)}>
            Kept
          </button>
        </p>
      )}
    </>
  );
}

function age(at: number): string {
  const days = Math.max(0, Math.floor((Date.now() - at) / 86_400_000));
  return days === 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`;
}
