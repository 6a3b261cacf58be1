// The first run: where you talk to customers, who you are, what may be remembered, where it all lives.
import type { Settings } from '../../lib/model/settings';
import { call } from '../../lib/rpc/client';
import { Brand } from '../ui/Brand';
import { act } from './act';
import { HistoryChoice } from './settings/HistoryChoice';
import { Me } from './settings/Me';
import { Sites } from './settings/Sites';

const start = async () => {
  const done = await act('Ready', () => call('settings.save', { welcomed: true }));
  if (done) location.hash = '#/contacts';
};

export function Welcome({ settings }: { settings: Settings }) {
  return (
    <div class="welcome">
      <main>
        <Brand />
        <header class="intro">
          <h1>Greet people like a café that knows its regulars</h1>
          <p>Three answers, about a minute. Change them any time in Settings.</p>
        </header>
        <Sites settings={settings} />
        <Me settings={settings} />
        <HistoryChoice settings={settings} />
        <section class="step">
          <h2>Where does it all live?</h2>
          <p class="lead">
            In this browser, on this computer. Regulars has no server, no account and no network access. If
            you remove the extension or clear its data, everything is gone: an export is your safety net.
          </p>
          <p class="row">
            <button type="button" class="btn primary large" onClick={() => void start()}>
              Start using Regulars
            </button>
            <a class="btn plain large" href="#/data">
              Bring a Regulars file
            </a>
          </p>
          {settings.sites.length === 0 && (
            <p class="hint">
              No site is chosen yet, so there is nothing to read. You can do that later in Settings.
            </p>
          )}
        </section>
      </main>
    </div>
  );
}
