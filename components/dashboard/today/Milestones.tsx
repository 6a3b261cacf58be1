// Days worth a kind word: who has a birthday, a renewal or another day of theirs within a week, or is known for years.
import { CalendarHeart, Coffee } from 'lucide';
import { dayAhead } from '../../../lib/dates/relative';
import type { OfToday } from '../../../lib/list/desk';
import type { Milestone } from '../../../lib/list/milestones';
import type { CustomField } from '../../../lib/model/custom-field';
import { Icon } from '../../ui/Icon';

type Props = {
  milestones: OfToday['milestones'] | undefined;
  fields: CustomField[];
  onPerson(id: string): void;
  onMore(): void;
};

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);

/** What the day is: "Birthday, 40 years", "Known for 2 years". */
function occasion({ field, years: count }: Milestone, fields: CustomField[]): string {
  if (field === undefined) return `Known for ${years(count ?? 0)}`;
  const name = fields.find(({ id }) => id === field)?.name ?? 'A day of theirs';
  return count ? `${name}, ${years(count)}` : name;
}

export function Milestones({ milestones, fields, onPerson, onMore }: Props) {
  return (
    <section class="block pad" aria-labelledby="milestones" aria-busy={!milestones}>
      <header>
        <h2 id="milestones">Worth a kind word</h2>
        {milestones && milestones.total > 0 && <span class="count">{milestones.total.toLocaleString()}</span>}
      </header>
      {milestones?.total === 0 && (
        <p class="quiet">
          Nobody’s day comes within a week. Birthdays, renewals and the like are told from{' '}
          <a class="link" href="#/settings">
            fields of the type Date
          </a>
          .
        </p>
      )}
      <ul class="miles">
        {milestones?.first.map(milestone => {
          const { contact, field, on } = milestone;
          return (
            <li key={`${contact.id} ${field}`}>
              <span class="pin big note">
                <Icon node={field === undefined ? Coffee : CalendarHeart} />
              </span>
              <button type="button" onClick={() => onPerson(contact.id)}>
                <strong class="cut">
                  <bdi>{contact.name}</bdi>
                </strong>
                <span class="meta cut">
                  <bdi>{occasion(milestone, fields)}</bdi>
                </span>
              </button>
              <time class="meta" dateTime={isoDay(on)}>
                {dayAhead(on, new Date())}
              </time>
            </li>
          );
        })}
      </ul>
      {milestones && milestones.first.length < milestones.total && (
        <button type="button" class="link calm" onClick={onMore}>
          Show more days
        </button>
      )}
    </section>
  );
}

/** The local day as `2026-03-02`. */
const isoDay = (at: number) => {
  const date = new Date(at);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
