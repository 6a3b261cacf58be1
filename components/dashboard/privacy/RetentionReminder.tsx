// Said on the Data page when it is time to look whether people are still to be known.
import { Hourglass } from 'lucide';
import { isReminderDue } from '../../../lib/model/retention';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { useLoaded } from '../load';

export function RetentionReminder() {
  const settings = useLoaded(() => call('settings.get', {}));
  if (!settings || !isReminderDue(settings.retention, Date.now())) return null;
  const { retention } = settings;
  const putOff = () =>
    act('Put off', () => call('settings.save', { retention: { ...retention, lookedAt: Date.now() } }));
  return (
    <div class="notice info" role="note">
      <Icon node={Hourglass} />
      <h2>Are there people you no longer need to know?</h2>
      <button type="button" class="link" onClick={() => void putOff()}>
        Not now
      </button>
      <p>
        You asked to be reminded {retention.remind === 'monthly' ? 'every month' : 'every year'}. Nobody is
        removed before you choose. <a href="#/privacy">Look through the list</a>
      </p>
    </div>
  );
}
