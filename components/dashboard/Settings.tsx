// Settings, and the first run: where you talk to customers, who you are, what may be remembered.
import { useState } from 'preact/hooks';
import type { Settings as SettingsData, SiteChoice } from '../../lib/model/settings';
import { askForHosts } from '../../lib/platform/hosts';
import { call } from '../../lib/rpc/client';
import { act } from './act';
import { useLoaded } from './load';
import { toast } from './toast';

const histories = [
  {
    id: 'automatic',
    label: 'Yes, as I read and reply',
    hint: 'Saves the date, the subject and the first line. Only for people you have added.',
  },
  { id: 'ask', label: 'Ask me each time', hint: 'A small button under each conversation.' },
  { id: 'never', label: 'No, I will write notes myself', hint: 'Nothing is saved unless you type it.' },
] as const;

export function Settings() {
  const settings = useLoaded(() => call('settings.get', {}));
  if (!settings) return <p aria-busy="true" />;
  return (
    <div class="narrow">
      <h2>{settings.welcomedAt ? 'Settings' : 'Greet people like a café that knows its regulars'}</h2>
      <Sites settings={settings} />
      <Me settings={settings} />
      <History settings={settings} />
      <section>
        <h3>Where your data lives</h3>
        <p>
          In this browser, on this computer. Regulars has no server, no account and no network access. An
          export under Data is your safety net.
        </p>
        {!settings.welcomedAt && (
          <button
            type="button"
            class="btn primary large"
            onClick={() => void act('Ready', () => call('settings.save', { welcomed: true }))}
          >
            Start using Regulars
          </button>
        )}
      </section>
    </div>
  );
}

const choiceOf = (origin: string, site: string): SiteChoice => ({
  origin,
  site,
  presence: 'sidebar',
  width: 360,
  collapsed: false,
});

function Sites({ settings }: { settings: SettingsData }) {
  const [address, setAddress] = useState('');
  const granted = useLoaded(() => call('settings.granted', {})) ?? [];
  const add = async (origin: string, site: string) => {
    // Asked for at once, while the click still counts as the user's gesture.
    if (!(await askForHosts(origin)))
      return void (toast.value = { text: 'The browser did not allow this site.', bad: true });
    const sites = [...settings.sites.filter(item => item.origin !== origin), choiceOf(origin, site)];
    await act('Site added', () => call('settings.save', { sites }));
  };
  const addOwn = (event: SubmitEvent) => {
    event.preventDefault();
    try {
      void add(new URL(/^https?:/.test(address) ? address : `https://${address}`).origin, 'roundcube').then(
        () => setAddress(''),
      );
    } catch {
      toast.value = { text: 'This is not a web address.', bad: true };
    }
  };
  const gmail = 'https://mail.google.com';
  return (
    <section>
      <h3>Where do you talk to customers?</h3>
      <p class="mute">Regulars can read these sites and no others. The browser will ask you to agree.</p>
      <ul>
        {settings.sites.map(site => (
          <li key={site.origin} class="row">
            <span class="grow">
              <bdi>{site.origin}</bdi>
            </span>
            {!granted.some(
              pattern => pattern.includes(new URL(site.origin).hostname) || pattern.startsWith('*://*/'),
            ) && <span class="late">Not allowed by the browser</span>}
            <select
              class="select snooze"
              aria-label={`How Regulars is shown on ${site.origin}`}
              value={site.presence}
              onChange={event =>
                void act('Saved', () =>
                  call('settings.save', {
                    sites: settings.sites.map(item =>
                      item === site
                        ? { ...item, presence: event.currentTarget.value as SiteChoice['presence'] }
                        : item,
                    ),
                  }),
                )
              }
            >
              <option value="sidebar">In the page</option>
              <option value="panel">Side panel</option>
            </select>
            <button
              type="button"
              class="btn small plain"
              onClick={() =>
                void act('Site removed', () =>
                  call('settings.save', { sites: settings.sites.filter(item => item !== site) }),
                )
              }
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <p class="row">
        {!settings.sites.some(site => site.origin === gmail) && (
          <button type="button" class="btn" onClick={() => void add(gmail, 'gmail')}>
            Gmail
          </button>
        )}
      </p>
      <form class="row" onSubmit={addOwn}>
        <label class="field grow">
          <span class="label">Address of your own Roundcube webmail</span>
          <input
            class="input"
            placeholder="https://mail.example.org"
            value={address}
            onInput={event => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn">
          Add this site
        </button>
      </form>
    </section>
  );
}

function Me({ settings }: { settings: SettingsData }) {
  const { me } = settings;
  const list = (value: FormDataEntryValue | null) =>
    String(value ?? '')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 50);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const country = String(form.get('country') ?? '').toUpperCase();
    const next = {
      ...me,
      name: String(form.get('name') ?? ''),
      addresses: list(form.get('addresses')),
      sharedMailboxes: list(form.get('shared')),
      languages: list(form.get('languages')).slice(0, 20),
      signature: String(form.get('signature') ?? ''),
    };
    void act('Saved', () =>
      call('settings.save', { me: /^[A-Z]{2}$/.test(country) ? { ...next, country } : next }),
    );
  };
  const answer = (address: string, mine: boolean) =>
    act('Saved', () =>
      call('settings.save', {
        me: {
          ...me,
          proposed: me.proposed.filter(item => item !== address),
          addresses: mine ? [...me.addresses, address] : me.addresses,
        },
      }),
    );
  return (
    <section>
      <h3>Who are you?</h3>
      {me.proposed.map(address => (
        <p key={address} class="row">
          Is <bdi>{address}</bdi> yours?{' '}
          <button type="button" class="btn small" onClick={() => void answer(address, true)}>
            Yes
          </button>
          <button type="button" class="btn small plain" onClick={() => void answer(address, false)}>
            No
          </button>
        </p>
      ))}
      <form class="narrow" onSubmit={save} key={me.addresses.join()}>
        <label class="field">
          <span class="label">Name</span>
          <input class="input" name="name" defaultValue={me.name} maxLength={200} />
        </label>
        <label class="field">
          <span class="label">Your addresses</span>
          <input class="input" name="addresses" defaultValue={me.addresses.join(', ')} />
        </label>
        <label class="field">
          <span class="label">Mailboxes you share with others</span>
          <input
            class="input"
            name="shared"
            placeholder="support@…"
            defaultValue={me.sharedMailboxes.join(', ')}
          />
        </label>
        <label class="field">
          <span class="label">Languages you write</span>
          <input class="input" name="languages" placeholder="en, es" defaultValue={me.languages.join(', ')} />
        </label>
        <label class="field">
          <span class="label">Country for phone numbers without code</span>
          <input
            class="input"
            name="country"
            maxLength={2}
            placeholder="ES"
            defaultValue={me.country ?? ''}
          />
        </label>
        <label class="field">
          <span class="label">Signature</span>
          <textarea class="input" name="signature" maxLength={2000} defaultValue={me.signature} />
        </label>
        <p>
          <button type="submit" class="btn">
            Save
          </button>
        </p>
      </form>
    </section>
  );
}

function History({ settings }: { settings: SettingsData }) {
  return (
    <section>
      <h3 id="history">Keep a history for you?</h3>
      <p class="mute">
        So next time you can see when you last spoke and about what. Nothing is kept before you answer.
      </p>
      <div role="radiogroup" aria-labelledby="history" class="narrow">
        {histories.map(item => (
          <label key={item.id} class="choice">
            <input
              type="radio"
              class="check"
              name="history"
              checked={settings.history === item.id}
              onChange={() => void act('Saved', () => call('settings.save', { history: item.id }))}
            />
            <span>
              <b>{item.label}</b>
              <br />
              <span class="mute">{item.hint}</span>
            </span>
          </label>
        ))}
      </div>
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
        />{' '}
        Reminders may show the person’s name
      </label>
    </section>
  );
}
