// Settings: the answers of the first run, and the keys.
import { call } from '../../../lib/rpc/client';
import { useLoaded } from '../load';
import { Appearance } from './Appearance';
import { Fields } from './Fields';
import { HistoryChoice } from './HistoryChoice';
import { Me } from './Me';
import { Recipes } from './Recipes';
import { Reminders } from './Reminders';
import { Shortcuts } from './Shortcuts';
import { Sites } from './Sites';

export function Settings() {
  const settings = useLoaded(() => call('settings.get', {}));
  if (!settings) return <main aria-busy="true" />;
  return (
    <main class="scroll page">
      <h1>Settings</h1>
      <Sites settings={settings} />
      <Recipes settings={settings} />
      <Me settings={settings} />
      <Fields />
      <HistoryChoice settings={settings} />
      <Reminders settings={settings} />
      <Appearance settings={settings} />
      <Shortcuts />
    </main>
  );
}
