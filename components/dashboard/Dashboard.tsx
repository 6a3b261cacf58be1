// The full page: navigation by the address's fragment, and the screens behind it.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Toast } from '../ui/Toast';
import { Contacts } from './Contacts';
import { Data } from './Data';
import { Replies } from './Replies';
import { Settings } from './Settings';
import { toast } from './toast';

const route = signal('');

const screens: Record<string, { label: string; screen: ComponentType }> = {
  contacts: { label: 'Contacts', screen: Contacts },
  replies: { label: 'Quick replies', screen: Replies },
  settings: { label: 'Settings', screen: Settings },
  data: { label: 'Data', screen: Data },
};

/** Follows the fragment: `#/data` shows Data. */
export function followAddress(signal: AbortSignal): void {
  const read = () => {
    route.value = location.hash.replace(/^#\//, '').split('/')[0] ?? '';
  };
  addEventListener('hashchange', read, { signal });
  read();
}

export function Dashboard() {
  const name = Object.hasOwn(screens, route.value) ? route.value : 'settings';
  const Screen = screens[name]?.screen ?? Settings;
  return (
    <div class="dashboard">
      <nav aria-label="Regulars">
        <h1>Regulars</h1>
        {Object.entries(screens).map(([id, { label }]) => (
          <a key={id} href={`#/${id}`} aria-current={id === name ? 'page' : undefined}>
            {label}
          </a>
        ))}
        <p>Only on this computer. Regulars has no server and no account.</p>
      </nav>
      <main>
        <Screen />
        <Toast content={toast.value} />
      </main>
    </div>
  );
}
