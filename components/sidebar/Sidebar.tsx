// The sidebar: decides which screen is shown, announces a change of person, and keeps the global keys.
import { useEffect, useState } from 'preact/hooks';
import { openedCapture } from '../parts/captures';
import { DataNotice } from '../parts/DataNotice';
import { data } from '../parts/data-state';
import { KnownPerson } from '../parts/KnownPerson';
import { focusReplySearch } from '../parts/ReplyTab';
import * as screen from '../parts/screen';
import { Today } from '../parts/Today';
import { Toast } from '../ui/Toast';
import { Capture } from './capture/Capture';
import { UnfinishedCaptures } from './capture/UnfinishedCaptures';
import { Stranger } from './Stranger';
import { ThreadBar } from './ThreadBar';

export function Sidebar() {
  const [tab, setTab] = useState('history');
  const view = screen.view.value;
  const person = view?.people.find(item => item.key === view.current);
  const name = person?.contact?.name ?? person?.seen.name ?? person?.address;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target as Element).closest?.('input, textarea, select')) return;
      if (event.key === 'Escape' && screen.isInPage()) void screen.order('focus');
      if (event.key !== '/') return;
      event.preventDefault();
      setTab('replies');
      void focusReplySearch();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
  return (
    <div class="sidebar">
      <ThreadBar view={view} />
      <p class="sr" role="status">
        {name && `Showing ${name}`}
      </p>
      <Screen tab={tab} onTab={setTab} />
      <Toast content={screen.toast.value} onGone={screen.dismiss} />
    </div>
  );
}

function Screen({ tab, onTab }: { tab: string; onTab(tab: string): void }) {
  const view = screen.view.value;
  if (!view && data.value && data.value.state !== 'ok')
    return (
      <main>
        <DataNotice data={data.value} onHelp={() => screen.openDashboard('data')} />
      </main>
    );
  if (screen.failure.value) {
    return (
      <main class="empty">
        <h1>Regulars can’t show this</h1>
        <p role="alert">{screen.failure.value} Your data is not affected.</p>
        <button type="button" class="btn" onClick={() => void screen.refresh()}>
          Try again
        </button>
      </main>
    );
  }
  if (!view) return <main aria-busy="true" />;
  const captureId = openedCapture.value ?? view.captureId;
  if (captureId !== null) return <Capture key={captureId} id={captureId} />;
  if (view.kind === 'unreadable') return <Unreadable site={view.site?.name ?? 'this site'} />;
  const person = view.people.find(item => item.key === view.current);
  if (view.card)
    return (
      <KnownPerson
        key={view.card.contact.id}
        card={view.card}
        person={person}
        view={view}
        tab={tab}
        onTab={onTab}
      />
    );
  if (view.stranger && person)
    return (
      <Stranger key={`${view.page} ${person.key}`} person={person} data={view.stranger} site={view.site} />
    );
  if (view.canRead) return <ReadWhenAsked />;
  return (
    <Today
      today={screen.today.value}
      data={data.value}
      isNobodyHere={view.people.length === 0}
      onPerson={id => screen.choose(`contact:${id}`)}
      onDone={id => void screen.doneFollowUp(id)}
      onRestore={() => screen.openDashboard('data')}
    >
      <UnfinishedCaptures />
    </Today>
  );
}

/** Some sites punish whoever reads their pages by itself: there Regulars waits until it is asked. */
function ReadWhenAsked() {
  return (
    <main class="empty">
      <h1>Who is on this page?</h1>
      <p>Regulars puts nothing into this site and reads it only when you ask, once.</p>
      <button type="button" class="btn primary" onClick={() => void screen.readPage()}>
        Read this page
      </button>
    </main>
  );
}

function Unreadable({ site }: { site: string }) {
  return (
    <main class="empty">
      <h1>We can’t read this page</h1>
      <p>A conversation is open, but {site} has changed. Nobody is shown rather than the wrong person.</p>
      <p>Select the sender’s address on the page, then:</p>
      <button type="button" class="btn" onClick={() => void screen.order('pick')}>
        Use the selected address
      </button>
      <button type="button" class="btn plain" onClick={() => void screen.order('report')}>
        Copy a report without any text
      </button>
    </main>
  );
}
