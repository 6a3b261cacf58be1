// The date of a follow-up: words, quick picks, or the browser's own picker; all three say the same moment.
import { AlarmClock } from 'lucide';
import { parseDue } from '../../lib/dates/due';
import { toLocalInput } from '../../lib/dates/local-input';
import { dueText } from '../../lib/dates/relative';
import { Icon } from '../ui/Icon';
import { takeFocus } from './editing';

type Props = {
  when: string;
  /** Set where a date was given and nothing to do. */
  needsText: boolean;
  /** Leaves the focus where it is. */
  waits?: boolean;
  onWhen(when: string): void;
};

const picks = ['Tomorrow', 'Next week'];

export function WhenLine({ when, needsText, waits, onWhen }: Props) {
  const now = new Date();
  const due = parseDue(when, now);
  const said = due ? dueText(due.at, now) : when === '' ? '' : 'Not a future date';
  return (
    <div class="when-line">
      <div class="row">
        <Icon node={AlarmClock} />
        <input
          class="input small"
          aria-label="When"
          placeholder="Fri, in 2 weeks, 25 Dec 10:00"
          value={when}
          maxLength={60}
          aria-invalid={when !== '' && !due}
          onInput={event => onWhen(event.currentTarget.value)}
          ref={waits ? undefined : takeFocus}
        />
        <span class={due && !needsText ? 'meta' : 'meta late'} role="status">
          {due && needsText ? 'What to do?' : said}
        </span>
      </div>
      <div class="row">
        {picks.map(pick => (
          <button
            key={pick}
            type="button"
            class="chip"
            aria-pressed={when.toLowerCase() === pick.toLowerCase()}
            onClick={() => onWhen(pick)}
          >
            {pick}
          </button>
        ))}
        <input
          class="input small"
          type="datetime-local"
          aria-label="Date and time"
          min={toLocalInput(now.getTime())}
          value={due ? toLocalInput(due.at) : ''}
          onChange={event => onWhen(event.currentTarget.value.replace('T', ' '))}
        />
      </div>
    </div>
  );
}
