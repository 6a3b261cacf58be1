// Today in the full page: what is due, and who was seen lately.
import { call } from '../../lib/rpc/client';
import { Today } from '../parts/Today';
import { act } from './act';
import { useLoaded } from './load';

const goTo = (route: string) => {
  location.hash = `#/${route}`;
};

export function TodayScreen() {
  const today = useLoaded(() => call('followUps.today', {}));
  const data = useLoaded(() => call('data.state', {}));
  return (
    <div class="scroll page">
      <Today
        today={today}
        data={data}
        onPerson={id => goTo(`contacts/${id}`)}
        onDone={id => void act('Done', () => call('followUps.done', { id }))}
        onRestore={() => goTo('data')}
      />
    </div>
  );
}
