// Every change of a person that can still be told: what, when, and the way back.
import { Undo2 } from 'lucide';
import { fullDate, relativeDate } from '../../../lib/dates/relative';
import { AnswerError, call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { useLoaded } from '../load';

const most = 200;

const names: Record<string, string> = {
  'contacts.create': 'Added',
  'captures.save': 'Captured from a page',
  'contacts.save': 'Edited',
  'contacts.link': 'Address or account added',
  'contacts.unlink': 'Address or account removed',
  'contacts.verify': 'Address or account verified',
  'contacts.notThisPerson': 'Parted from an account',
  'contacts.delete': 'Moved to the trash',
  'contacts.merge': 'Merged with somebody',
  'contacts.takeApart': 'Taken apart',
  'contacts.useValue': 'Another value chosen',
  'retention.remove': 'Moved to the trash',
  'timeline.add': 'Entry written',
  'timeline.save': 'Entry edited',
  'timeline.close': 'Closed or opened again',
  'timeline.remove': 'Entry deleted',
  'timeline.automatic': 'Conversation kept',
  'timeline.remember': 'Conversation kept',
  'followUps.add': 'Follow-up set',
  'followUps.done': 'Follow-up done',
  'followUps.save': 'Follow-up edited',
  'followUps.snooze': 'Follow-up put off',
  'followUps.remove': 'Follow-up deleted',
  'people.import': 'Imported from a file',
  'data.import': 'Imported from a file',
  'journal.undo': 'Taken back',
};

type Entry = Awaited<ReturnType<typeof read>>[number];

const read = (contactId: string) =>
  call('history.changes', { contactId, limit: most }).catch(error => {
    // Somebody who goes while their page is open is told of by the page.
    if (error instanceof AnswerError && error.code === 'not-found') return [];
    throw error;
  });

export function ChangeHistory({ contactId }: { contactId: string }) {
  const entries = useLoaded(() => read(contactId), contactId);
  if (!entries) return <p aria-busy="true" />;
  if (entries.length === 0) return <p class="empty">Changes are told for 90 days; there are none.</p>;
  return (
    <>
      <p class="quiet">What changed in the last 90 days, the latest first.</p>
      <ol class="changes">
        {entries.map(entry => (
          <ChangeEntry key={`${entry.id} ${entry.of}`} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function ChangeEntry({ entry }: { entry: Entry }) {
  const { id, at, name, of, isUndone, isOwn, lines } = entry;
  const what = names[name] ?? 'Changed';
  return (
    <li>
      <header class="row">
        <h3>{what}</h3>
        {of !== undefined && (
          <span class="meta">
            of <bdi>{of}</bdi>, who was merged into them
          </span>
        )}
        <time class="meta" dateTime={new Date(at).toISOString()} title={fullDate(at)}>
          {relativeDate(at, new Date())}
        </time>
        <span class="grow" />
        {isUndone && <span class="tag">taken back</span>}
        {!isUndone && isOwn && (
          <button
            type="button"
            class="btn small plain"
            aria-label={`Take back: ${what}, ${fullDate(at)}`}
            onClick={() => void act('Taken back', () => call('journal.undo', { id }))}
          >
            <Icon node={Undo2} flip />
            Take back
          </button>
        )}
      </header>
      <dl class="leaders">
        {lines.map((line, place) => (
          <div key={`${place}-${line.what}`}>
            <dt>
              <bdi>{line.what}</bdi>
            </dt>
            <dd>
              {line.before && (
                <del>
                  <span class="sr">before: </span>
                  <bdi>{line.before}</bdi>
                </del>
              )}{' '}
              {line.after && (
                <ins>
                  <span class="sr">now: </span>
                  <bdi>{line.after}</bdi>
                </ins>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
