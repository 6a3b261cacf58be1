// The full page: the first run, or navigation by the address's fragment with a screen behind it.
import { signal } from '@preact/signals';
import {
  AlarmClock,
  Building2,
  Combine,
  Database,
  HardDrive,
  MessageSquareText,
  ShieldCheck,
  SlidersHorizontal,
  Users,
} from 'lucide';
import { type ComponentType, Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { call } from '../../lib/rpc/client';
import { showTheme } from '../parts/show-theme';
import { Brand } from '../ui/Brand';
import { Icon } from '../ui/Icon';
import { Toast } from '../ui/Toast';
import { BackupLine } from './backup/BackupLine';
import { startDailyBackups } from './backup/daily-backup';
import { CleanUp } from './clean-up/CleanUp';
import { Companies } from './companies/Companies';
import { Contacts } from './contacts/Contacts';
import { SavedViews } from './contacts/SavedViews';
import { Data } from './data/Data';
import { ImportScreen } from './import/ImportScreen';
import { keepFocus } from './keep-focus';
import { useLoaded } from './load';
import { Keys } from './palette/Keys';
import { PersonPage } from './person/PersonPage';
import { Privacy } from './privacy/Privacy';
import { Replies } from './replies/Replies';
import { Settings } from './settings/Settings';
import { toast } from './toast';
import { TodayScreen } from './today/TodayScreen';
import { Welcome } from './Welcome';

/** The words of the fragment: `#/contacts/ID` is `['contacts', 'ID']`; what stands behind `?` is the screen's own. */
const route = signal<string[]>([]);

type Screen = { label: string; icon: typeof Users; screen: ComponentType<{ detail?: string }> };

const screens: Record<string, Screen> = {
  today: { label: 'Today', icon: AlarmClock, screen: TodayScreen },
  contacts: { label: 'Contacts', icon: Users, screen: Contacts },
  companies: { label: 'Companies', icon: Building2, screen: Companies },
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

/** Where the palette and the keys go. */
const destinations = [
  ...Object.entries(screens).map(([id, { label }]) => ({ id, label })),
  { id: 'import', label: 'Import people' },
];

/** Follows the fragment: `#/data` shows Data. */
export function followAddress(signal: AbortSignal): void {
  const read = () => {
    const [path = ''] = location.hash.replace(/^#\//, '').split('?');
    route.value = path.split('/').filter(Boolean);
  };
  addEventListener('hashchange', read, { signal });
  read();
}

const dismiss = () => {
  toast.value = undefined;
};

export function Dashboard() {
  const settings = useLoaded(() => call('settings.get', {}));
  const data = useLoaded(() => call('data.state', {}));
  const [asked = '', detail] = route.value;
  useEffect(() => {
    const life = new AbortController();
    startDailyBackups(life.signal);
    keepFocus(life.signal);
    return () => life.abort();
  }, []);
  useEffect(() => showTheme(settings?.theme ?? 'auto'), [settings?.theme]);
  if (!settings)
    return (
      <>
        {data && data.state !== 'ok' ? <Data /> : <main aria-busy="true" />}
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
          <Keys screens={destinations} />
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
        <Fragment key={id}>
          <a href={`#/${id}`} title={label} aria-current={id === current ? 'page' : undefined}>
            <Icon node={icon} />
            <span>{label}</span>
          </a>
          {id === 'contacts' && <SavedViews isShown={current === 'contacts'} />}
        </Fragment>
      ))}
      <BackupLine />
      <p class="safe">
        <Icon node={HardDrive} />
        <span>
          <b>Only on this computer</b>No server, no account
        </span>
      </p>
    </nav>
  );
}
