// Today in the full page: what is due, which issues are open, whose days come, and who was seen lately.
import { useEffect, useState } from 'preact/hooks';
import type { OfToday } from '../../../lib/list/desk';
import { call } from '../../../lib/rpc/client';
import { Today } from '../../parts/Today';
import { act } from '../act';
import { addressOf, firstColumns, pageOf } from '../contacts/address';
import { ask, listVersion } from '../desk';
import { useLoaded } from '../load';
import { Milestones } from './Milestones';
import { OpenIssues } from './OpenIssues';

const goTo = (address: string) => {
  location.hash = address;
};
const goToPerson = (id: string) => goTo(pageOf(id));

/** Everybody who waits, who waits longest first. */
const waiting = addressOf({
  query: { hasFollowUp: true, sort: { by: 'nextFollowUp', isDescending: false } },
  columns: firstColumns,
});

/** How many of each kind are shown at first, and more each time. */
const [few, more] = [8, 20];

export function TodayScreen() {
  const day = useDay();
  const today = useLoaded(() => call('followUps.today', {}), day);
  const data = useLoaded(() => call('data.state', {}));
  const fields = useLoaded(() => call('fields.list', {})) ?? [];
  const [issues, setIssues] = useState(few);
  const [milestones, setMilestones] = useState(few);
  const ofToday = useOfToday({ issues, milestones, day });
  return (
    <div class="scroll page">
      <Today
        today={today}
        data={data}
        allWaiting={waiting}
        onPerson={goToPerson}
        onDone={id => void act('Done', () => call('followUps.done', { id }))}
        onRestore={() => goTo('#/data')}
      >
        <OpenIssues
          issues={ofToday?.issues}
          onPerson={goToPerson}
          onSolved={id => void act('Solved', () => call('timeline.close', { id, open: false }))}
          onMore={() => setIssues(issues + more)}
        />
        <Milestones
          milestones={ofToday?.milestones}
          fields={fields}
          onPerson={goToPerson}
          onMore={() => setMilestones(milestones + more)}
        />
      </Today>
    </div>
  );
}

type Wanted = { issues: number; milestones: number; day: string };

/** What the list knows of today; undefined until everybody is read. */
function useOfToday({ issues, milestones, day }: Wanted): OfToday | undefined {
  const [ofToday, setOfToday] = useState<OfToday>();
  useEffect(() => {
    let isCurrent = true;
    ask('today', { issues, milestones }).then(
      next => isCurrent && next.stage !== 'nothing' && setOfToday(next),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [issues, milestones, day, listVersion.value]);
  return ofToday;
}

/** The day, looked at again whenever the page comes into view: it may stand open overnight. */
function useDay(): string {
  const [day, setDay] = useState(() => new Date().toDateString());
  useEffect(() => {
    const look = () => setDay(new Date().toDateString());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return day;
}
