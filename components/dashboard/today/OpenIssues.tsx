// Issues that wait for an end, the longest open first, each with whose it is.
import { relativeDate } from '../../../lib/dates/relative';
import type { OfToday } from '../../../lib/list/desk';

type Props = {
  issues: OfToday['issues'] | undefined;
  onPerson(id: string): void;
  onSolved(eventId: string): void;
  onMore(): void;
};

export function OpenIssues({ issues, onPerson, onSolved, onMore }: Props) {
  return (
    <section class="block pad" aria-labelledby="open-issues" aria-busy={!issues}>
      <header>
        <h2 id="open-issues">Open issues</h2>
        {issues && issues.total > 0 && <span class="count">{issues.total.toLocaleString()}</span>}
      </header>
      {issues?.total === 0 && <p class="quiet">No issue is open.</p>}
      <ul class="todo">
        {issues?.first.map(({ event, contact }) => {
          const text = event.title ?? event.text ?? 'Issue';
          return (
            <li key={event.id}>
              <input
                class="check round"
                type="checkbox"
                aria-label={`Mark solved: ${text}`}
                onChange={() => onSolved(event.id)}
              />
              <button type="button" onClick={() => onPerson(contact.id)}>
                <strong class="two-lines" dir="auto">
                  {text}
                </strong>
                <span class="meta cut">
                  <bdi>{contact.name}</bdi>
                  {contact.company && (
                    <>
                      , <bdi>{contact.company}</bdi>
                    </>
                  )}
                </span>
              </button>
              <span class="meta">since {relativeDate(event.at, new Date())}</span>
            </li>
          );
        })}
      </ul>
      {issues && issues.first.length < issues.total && (
        <button type="button" class="link calm" onClick={onMore}>
          Show more issues
        </button>
      )}
    </section>
  );
}
