// The full page: the first run, or navigation by the address's fragment with a screen behind it.
import { signal } from '@preact/signals';
import {
  AlarmClock,
  Combine,
  Database,
  HardDrive,
  MessageSquareText,
  ShieldCheck,
  SlidersHorizontal,
  Users,
} from 'lucide';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { call } from '../../lib/rpc/client';
import { showTheme } from '../parts/show-theme';
import { Brand } from '../ui/Brand';
import { Icon } from '../ui/Icon';
import { Toast } from '../ui/Toast';
import { Contacts } from './Contacts';
import { CleanUp } from './clean-up/CleanUp';
import { Data } from './Data';
import { ImportScreen } from './import/ImportScreen';
import { useLoaded } from './load';
import { Privacy } from './Privacy';
import { PersonPage } from './person/PersonPage';
import { Replies } from './Replies';
import { Settings } from './Settings';
import { TodayScreen } from './TodayScreen';
import { toast } from './toast';
import { Welcome } from './Welcome';

/** The words of the fragment: `#/contacts/ID` is `['contacts', 'ID']`. */
const route = signal<string[]>([]);

type Screen = { label: string; icon: typeof Users; screen: ComponentType<{ detail?: string }> };

const screens: Record<string, Screen> = {
  today: { label: 'Today', icon: AlarmClock, screen: TodayScreen },
  contacts: { label: 'Contacts', icon: Users, screen: Contacts },
  'clean-up': { label: 'Clean up', icon: Combine, screen: CleanUp },
  replies: { label: 'Quick replies', icon: MessageSquareText, screen: Replies },
  settings: { label: 'Settings', icon: SlidersHorizontal, screen: Settings },
  data: { label: 'Data', icon: Database, screen: Data },
  privacy: { label: 'Privacy', icon: ShieldCheck, screen: Privacy },
};

/** Screens that are reached from others. */
const inner: Record<string, ComponentType<{ detail?: string }>> = {
  person: PersonPage,
  import: ImportScreen,
};

/** Follows the fragment: `#/data` shows Data. */
export function followAddress(signal: AbortSignal): void {
  const read = () => {
    route.value = location.hash.replace(/^#\//, '').split('/').filter(Boolean);
  };
  addEventListener('hashchange', read, { signal });
  read();
}

const dismiss = () => {
  toast.value = undefined;
};

export function Dashboard() {
  const settings = useLoaded(() => call('settings.get', {}));
  const [asked = '', detail] = route.value;
  useEffect(() => showTheme(settings?.theme ?? 'auto'), [settings?.theme]);
  if (!settings)
    return (
      <>
        <main aria-busy="true" />
        <Toast content={toast.value} onGone={dismiss} />
      </>
    );
  // What was asked for by address is shown even before the first run is finished: a link must not be lost.
  const isKnown = Object.hasOwn(screens, asked) || Object.hasOwn(inner, asked);
  const isFirstRun = settings.welcomedAt === undefined && !isKnown;
  const name = isKnown ? asked : 'contacts';
  const Screen = inner[name] ?? screens[name]?.screen ?? Contacts;
  return (
    <>
      {isFirstRun ? (
        <Welcome settings={settings} />
      ) : (
        <div class="app">
          <Navigation current={name in inner ? 'contacts' : name} />
          <div class="sheet">
            <Screen detail={detail} />
          </div>
        </div>
      )}
      <Toast content={toast.value} onGone={dismiss} />
    </>
  );
}

function Navigation({ current }: { current: string }) {
  return (
    <nav class="nav" aria-label="Regulars">
      <Brand />
      {Object.entries(screens).map(([id, { label, icon }]) => (
        <a key={id} href={`#/${id}`} title={label} aria-current={id === current ? 'page' : undefined}>
          <Icon node={icon} />
          <span>{label}</span>
        </a>
      ))}
      <p class="safe">
        <Icon node={HardDrive} />
        <span>
          <b>Only on this computer</b>No server, no account
        </span>
      </p>
    </nav>
  );
}
