// The sites that were chosen: how each is shown, whether the browser still allows it, and its removal.
import { Globe } from 'lucide';
import type { SiteChoice } from '../../../lib/model/settings';
import { patternOf } from '../../../lib/platform/registration';
import { call } from '../../../lib/rpc/client';
import type { Site } from '../../../lib/sites/site';
import { channelIcons } from '../../parts/channel-icons';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';
import { addSite, removeSites, saveSites } from './choose-sites';

type Props = {
  sites: SiteChoice[];
  /** Sites by their ids. */
  known: Map<string, Pick<Site, 'name' | 'channel'>>;
};

function iconOf(choice: SiteChoice, known: Props['known']) {
  const site = known.get(choice.site);
  return site ? channelIcons[site.channel] : Globe;
}

export function ChosenSites({ sites, known }: Props) {
  const granted = useLoaded(() => call('settings.granted', {}), sites.map(site => site.origin).join());
  const isDenied = (choice: SiteChoice) =>
    granted !== undefined && !granted.includes(patternOf(choice.origin)) && !granted.includes('*://*/*');
  const setPresence = (choice: SiteChoice, presence: SiteChoice['presence']) =>
    saveSites(
      'Saved',
      sites.map(item => (item === choice ? { ...item, presence } : item)),
    );
  return (
    <ul class="card" aria-label="Chosen sites">
      {sites.map(choice => (
        <li key={choice.origin} class="row">
          <Icon node={iconOf(choice, known)} />
          <span class="grow cut">
            <bdi>{choice.origin.replace(/^https:\/\//, '')}</bdi>{' '}
            <span class="mute">{known.get(choice.site)?.name ?? choice.site}</span>
          </span>
          {isDenied(choice) && (
            <button
              type="button"
              class="btn small"
              onClick={() =>
                void addSite(sites, [choice.origin], { id: choice.site, presence: choice.presence })
              }
              title="The browser does not allow it at the moment"
            >
              Allow again
            </button>
          )}
          <select
            class="select presence"
            aria-label={`How Regulars is shown on ${choice.origin}`}
            value={choice.presence}
            onChange={event =>
              void setPresence(choice, event.currentTarget.value === 'panel' ? 'panel' : 'sidebar')
            }
          >
            <option value="sidebar">In the page</option>
            <option value="panel">Side panel</option>
          </select>
          <button
            type="button"
            class="btn small plain"
            aria-label={`Remove ${choice.origin}`}
            onClick={() => void removeSites(sites, [choice.origin])}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}
