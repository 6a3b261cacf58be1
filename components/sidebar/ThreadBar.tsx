// The bar at the top: who else is in the conversation, search, and more.
import { ExternalLink, PanelRightClose, Search } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContactSummary, OnScreen } from '../../lib/model/on-screen';
import * as screen from '../parts/screen';
import { IconButton } from '../ui/IconButton';
import { Finder } from './Finder';
import { People } from './People';

export function ThreadBar({ view }: { view: OnScreen | undefined }) {
  const [searching, setSearching] = useState(false);
  const before = useRef<Element | null>(null);
  const open = () => {
    before.current = document.activeElement;
    setSearching(true);
  };
  const close = (goesBack = true) => {
    if (!goesBack) before.current = null;
    setSearching(false);
  };
  useLayoutEffect(() => {
    if (searching || !before.current) return;
    // What was in the bar is another element now: its search button stands for it.
    const opener = before.current.isConnected ? before.current : document.getElementById('search-everyone');
    if (opener instanceof HTMLElement) opener.focus();
  }, [searching]);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        open();
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
  if (!searching) return <Bar view={view} onSearch={open} />;
  const show = ({ id }: ContactSummary) => screen.choose(`contact:${id}`);
  return <Finder label="Search everyone" onChoose={show} onClose={close} />;
}

type BarProps = { view: OnScreen | undefined; onSearch(): void };

function Bar({ view, onSearch }: BarProps) {
  const looked = view?.current?.startsWith('contact:');
  return (
    <header class="thread">
      {looked ? (
        <button type="button" class="link grow" onClick={() => screen.choose(undefined)}>
          Back to the page
        </button>
      ) : (
        <People view={view} />
      )}
      <IconButton icon={Search} id="search-everyone" label="Search everyone (Ctrl K)" onClick={onSearch} />
      <IconButton
        icon={ExternalLink}
        label="Open the full page"
        onClick={() => screen.openDashboard('contacts')}
      />
      {screen.isInPage() && (
        <IconButton icon={PanelRightClose} label="Hide here" onClick={() => void screen.order('hide')} />
      )}
    </header>
  );
}
