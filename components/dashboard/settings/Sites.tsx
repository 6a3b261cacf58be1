// Which sites Regulars may read: the known ones, and webmail of one's own; the browser is asked for each.
import { useState } from 'preact/hooks';
import type { Settings, SiteChoice } from '../../../lib/model/settings';
import { allSites } from '../../../lib/sites/all-sites';
import type { Site } from '../../../lib/sites/site';
import { channelIcons } from '../../parts/channel-icons';
import { Icon } from '../../ui/Icon';
import { ChosenSites } from './ChosenSites';
import { addSite, removeSites } from './choose-sites';

/** What a site is chosen by. */
type Choosable = Pick<Site, 'id' | 'name' | 'hosts' | 'presence' | 'channel' | 'reading'>;

export function Sites({ settings: { sites, recipes } }: { settings: Settings }) {
  const choosable: Choosable[] = [...allSites, ...recipes];
  const known = choosable.filter(site => site.hosts.length > 0);
  const selfHosted = choosable.filter(site => site.hosts.length === 0);
  return (
    <section class="step">
      <h2>Where do you talk to customers?</h2>
      <p class="lead">Regulars can read these sites and no others. The browser will ask you to agree.</p>
      <div class="stack">
        <div class="pick-grid">
          {known.map(site => (
            <KnownSite
              key={site.id}
              site={site}
              sites={sites}
              isFromFile={recipes.some(({ id }) => id === site.id)}
            />
          ))}
        </div>
        {selfHosted.map(site => (
          <OwnSite key={site.id} site={site} sites={sites} />
        ))}
        {sites.length > 0 && (
          <ChosenSites sites={sites} known={new Map(choosable.map(site => [site.id, site]))} />
        )}
      </div>
    </section>
  );
}

type Props = { site: Choosable; sites: SiteChoice[] };

function KnownSite({ site, sites, isFromFile }: Props & { isFromFile: boolean }) {
  const origins = site.hosts.map(host => `https://${host}`);
  const isChosen = origins.every(origin =>
    sites.some(choice => choice.origin === origin && choice.site === site.id),
  );
  const pick = () => (isChosen ? removeSites(sites, origins) : addSite(sites, origins, site));
  return (
    <button type="button" class="pick" aria-pressed={isChosen} onClick={() => void pick()}>
      <Icon node={channelIcons[site.channel]} />
      <span>
        {site.name}
        {site.reading === 'asked' && <small>Read only when you ask</small>}
        {/* Whoever wrote the file chose the name, too. */}
        {isFromFile && <small>{site.hosts.join(', ')}</small>}
      </span>
    </button>
  );
}

/** The origin somebody typed, with or without `https://`; undefined when it is no web address. */
function originOf(address: string): string | undefined {
  try {
    const { origin, protocol } = new URL(/^https?:/.test(address) ? address : `https://${address}`);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

function OwnSite({ site, sites }: Props) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const origin = originOf(address.trim());
    setProblem(origin ? '' : 'This is not a web address. Copy it from the address bar.');
    if (origin && (await addSite(sites, [origin], site))) setAddress('');
  };
  return (
    <form class="stack" onSubmit={event => void submit(event)}>
      <label class="field">
        <span class="label">Address of your own {site.name}</span>
        <span class="row">
          <span class="grow">
            <input
              class="input"
              placeholder={site.channel === 'email' ? 'https://mail.example.org' : 'https://www.example.org'}
              required
              value={address}
              aria-invalid={problem !== ''}
              onInput={event => setAddress(event.currentTarget.value)}
            />
          </span>
          <button type="submit" class="btn">
            Add this site
          </button>
        </span>
      </label>
      {problem && (
        <p class="hint error" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
