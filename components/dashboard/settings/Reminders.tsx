// What reminders may show on the screen.
import type { Settings } from '../../../lib/model/settings';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';

export function Reminders({ settings }: { settings: Settings }) {
  return (
    <section class="step">
      <h2>Reminders</h2>
      <p class="lead">A follow-up that is due is told by a notification. It never shows what you wrote.</p>
      <label class="row">
        <input
          type="checkbox"
          class="check"
          checked={settings.namesInNotifications}
          onChange={event =>
            void act('Saved', () =>
              call('settings.save', { namesInNotifications: event.currentTarget.checked }),
            )
          }
        />
        Show the person’s name
      </label>
    </section>
  );
}
