// The next follow-up of a contact: what, when, done, put off.
import { snoozeChoices } from '../../lib/dates/due';
import { dueText, isLate } from '../../lib/dates/relative';
import type { Card } from '../../lib/model/on-screen';
import * as screen from './screen';

export function FollowUpLine({ followUp }: { followUp: NonNullable<Card['nextFollowUp']> }) {
  const now = new Date();
  return (
    <section class="block pad next" aria-label="Next follow-up">
      <input
        class="check round"
        type="checkbox"
        aria-label={`Mark done: ${followUp.text}`}
        onChange={() => void screen.doneFollowUp(followUp.id)}
      />
      <div class="grow">
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
