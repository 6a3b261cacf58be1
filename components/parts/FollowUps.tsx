// What is to be done for a contact: the next with its date, and the others behind a line.
import { snoozeChoices } from '../../lib/dates/due';
import { dueText, isLate } from '../../lib/dates/relative';
import type { FollowUp } from '../../lib/model/follow-up';
import { Menu } from '../ui/Menu';
import * as actions from './card-actions';
import { EntryForm } from './EntryForm';
import { focusTab, useEditing } from './editing';
import * as screen from './screen';

export function FollowUps({ followUps }: { followUps: FollowUp[] }) {
  const [next, ...others] = followUps;
  if (!next) return null;
  return (
    <section class="block pad follow-ups" aria-label="Follow-ups">
      <FollowUpLine key={next.id} followUp={next} />
      {others.length > 0 && (
        <details>
          <summary class="link calm">and {others.length} more</summary>
          {others.map(followUp => (
            <FollowUpLine key={followUp.id} followUp={followUp} />
          ))}
        </details>
      )}
    </section>
  );
}

function FollowUpLine({ followUp }: { followUp: FollowUp }) {
  const { id, text, dueAt } = followUp;
  const now = new Date();
  const { editing, opener, open, close } = useEditing();
  /** Runs what makes this line go away, and moves on from it. */
  const leave = async (command: Promise<boolean>) => {
    if (await command) focusTab();
  };
  if (editing) {
    return (
      <EntryForm
        label={`Edit the follow-up ${text}`}
        text={text}
        at={dueAt}
        maxLength={300}
        onSave={(words, at) => actions.saveFollowUp(id, words, at)}
        onRemove={() => void leave(actions.removeFollowUp(id))}
        onClose={() => close()}
      />
    );
  }
  return (
    <div class="next">
      <input
        class="check round"
        type="checkbox"
        aria-label={`Mark done: ${text}`}
        onChange={() => void leave(screen.doneFollowUp(id))}
      />
      <button type="button" class="editable" title="Edit the follow-up" ref={opener} onClick={open}>
        <strong dir="auto">{text}</strong>
        <span class={`meta${isLate(dueAt, now) ? ' late' : ''}`}>{dueText(dueAt, now)}</span>
      </button>
      <Menu
        label={`Snooze: ${text}`}
        class="btn plain small"
        items={snoozeChoices(now).map(choice => ({ id: String(choice.at), label: choice.label }))}
        onChoose={at => void screen.snooze(id, Number(at))}
      >
        Snooze
      </Menu>
    </div>
  );
}
