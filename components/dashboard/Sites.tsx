// Which sites Regulars may read: Gmail, and webmail of one's own; the browser is asked for each.
import { Inbox, Mail } from 'lucide';
import { useState } from 'preact/hooks';
import type { Settings, SiteChoice } from '../../lib/model/settings';
import { askForHosts } from '../../lib/platform/hosts';
import { call } from '../../lib/rpc/client';
import { Icon } from '../ui/Icon';
import { act } from './act';
import { useLoaded } from './load';
import { toast } from './toast';

const gmail = 'https://mail.google.com';

const choiceOf = (origin: string, site: string): SiteChoice => ({
  origin,
  site,
  presence: 'sidebar',
  width: 360,
  collapsed: false,
});

const save = (text: string, sites: SiteChoice[]) => act(text, () => call('settings.save', { sites }));

/** Asks the browser for the site, inside the click, and keeps it. Gives whether it was added. */
async function add(sites: SiteChoice[], origin: string, site: string): Promise<boolean> {
  if (!(await askForHosts(origin))) {
    toast.value = { text: 'The browser did not allow this site.', bad: true };
    return false;
  }
  const others = sites.filter(item => item.origin !== origin);
  return save('Site added', [...others, choiceOf(origin, site)]);
}

export function Sites({ settings: { sites } }: { settings: Settings }) {
  const hasGmail = sites.some(site => site.origin === gmail);
  const pickGmail = () =>
    hasGmail
      ? save(
          'Site removed',
          sites.filter(site => site.origin !== gmail),
        )
      : add(sites, gmail, 'gmail');
  return (
    <section class="step">
      <h2>Where do you talk to customers?</h2>
      <p class="lead">Regulars can read these sites and no others. The browser will ask you to agree.</p>
      <div class="stack">
        <div class="pick-grid">
          <button type="button" class="pick" aria-pressed={hasGmail} onClick={() => void pickGmail()}>
            <Icon node={Mail} />
            <span>Gmail</span>
          </button>
        </div>
        <OwnWebmail sites={sites} />
        {sites.length > 0 && <Chosen sites={sites} />}
      </div>
    </section>
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

function OwnWebmail({ sites }: { sites: SiteChoice[] }) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const origin = originOf(address.trim());
    setProblem(origin ? '' : 'This is not a web address. Copy it from the address bar of your webmail.');
    if (origin && (await add(sites, origin, 'roundcube'))) setAddress('');
  };
  return (
    <form class="stack" onSubmit={event => void submit(event)}>
      <label class="field">
        <span class="label">Address of your own Roundcube webmail</span>
        <span class="row">
          <span class="grow">
            <input
              class="input"
              placeholder="https://mail.example.org"
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

function Chosen({ sites }: { sites: SiteChoice[] }) {
  const granted = useLoaded(() => call('settings.granted', {}), sites.map(site => site.origin).join()) ?? [];
  const allows = (site: SiteChoice) =>
    granted.some(pattern => pattern.includes(new URL(site.origin).hostname) || pattern.startsWith('*://*/'));
  const setPresence = (site: SiteChoice, presence: SiteChoice['presence']) =>
    save(
      'Saved',
      sites.map(item => (item === site ? { ...item, presence } : item)),
    );
  return (
    <ul class="card" aria-label="Chosen sites">
      {sites.map(site => (
        <li key={site.origin} class="row">
          <Icon node={site.origin === gmail ? Mail : Inbox} />
          <span class="grow cut">
            <bdi>{site.origin.replace(/^https:\/\//, '')}</bdi>
          </span>
          {!allows(site) && (
            <button
              type="button"
              class="btn small"
              onClick={() => void add(sites, site.origin, site.site)}
              title="The browser does not allow it at the moment"
            >
              Allow again
            </button>
          )}
          <select
            class="select snooze"
            aria-label={`How Regulars is shown on ${site.origin}`}
            value={site.presence}
            onChange={event =>
              void setPresence(site, event.currentTarget.value === 'panel' ? 'panel' : 'sidebar')
            }
          >
            <option value="sidebar">In the page</option>
            <option value="panel">Side panel</option>
          </select>
          <button
            type="button"
            class="btn small plain"
            aria-label={`Remove ${site.origin}`}
            onClick={() =>
              void save(
                'Site removed',
                sites.filter(item => item !== site),
              )
            }
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}
