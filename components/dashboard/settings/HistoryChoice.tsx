// Whether conversations with contacts are remembered; nothing is kept before this is answered.
import type { Settings } from '../../../lib/model/settings';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';

const choices = [
  {
    id: 'automatic',
    label: 'Yes, as I read and reply',
    hint: 'Saves date, subject, direction, a link and the first words. Only for people you have added.',
  },
  { id: 'ask', label: 'Ask me each time', hint: 'A button on the card of each conversation.' },
  { id: 'never', label: 'No, I will write notes myself', hint: 'Nothing is saved unless you type it.' },
] as const;

export function HistoryChoice({ settings }: { settings: Settings }) {
  return (
    <fieldset class="step">
      <legend>Keep a history for you?</legend>
      <p class="lead">
        So next time you can see when you last spoke and about what. Nothing is kept before you answer.
      </p>
      <div class="stack">
        {choices.map(item => (
          <label key={item.id} class="pick tall">
            <input
              type="radio"
              class="check round"
              name="history"
              checked={settings.history === item.id}
              onChange={() => void act('Saved', () => call('settings.save', { history: item.id }))}
            />
            <span>
              <strong>{item.label}</strong>
              <small>{item.hint}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
