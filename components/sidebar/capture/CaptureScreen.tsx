// Who is on the page: everybody who was found, to be looked over, ticked and saved together.
import { ArrowLeft, UserPlus } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { captureNews } from '../../parts/captures';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { CapturedPerson } from './CapturedPerson';
import { everybody, isChosen, type Somebody } from './capture-form';
import { capture, change, drop, edit, form, keep, readCapture } from './capture-state';
import { LeftOut } from './LeftOut';
import { OrganizationLine } from './OrganizationLine';
import { PointingBanner } from './PointButton';
import { pointing, stopPointing } from './pointing';
import { SaveTogether } from './SaveTogether';

export function CaptureScreen({ id }: { id: string }) {
  const told = captureNews.value;
  useEffect(() => void readCapture(id), [id, told]);
  // A panel that closes keeps the last keys too, and gives the page back.
  useEffect(() => {
    const close = () => {
      keep();
      stopPointing();
    };
    addEventListener('pagehide', close);
    return () => removeEventListener('pagehide', close);
  }, []);
  const view = capture.value;
  if (view?.id !== id) return <main aria-busy="true" />;
  if (view.failure) return <Failed text={view.failure} />;
  if (!view.page) return <Reading />;
  const people = everybody(view.page.people, view.matches ?? [], form.value);
  return (
    <form
      class="stranger capture"
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        if (pointing.value) return stopPointing();
        void drop();
      }}
    >
      <PointingBanner />
      <main>
        <Head title={view.page.title ?? view.page.url} people={people} isLeft={view.isLeft} />
        {view.page.organization && <OrganizationLine organization={view.page.organization} people={people} />}
        {people.length > 0 && <List people={people} />}
        <LeftOut page={view.page} />
        <p class="pad">
          <button type="button" class="btn plain small" onClick={() => addByHand(people.length)}>
            <Icon node={UserPlus} />
            Add somebody by hand
          </button>
        </p>
      </main>
      <SaveTogether people={people} />
    </form>
  );
}

/** One more empty form, ticked. */
function addByHand(place: number): void {
  change({ byHand: form.value.byHand + 1 });
  edit(place, { isChosen: true });
}

function Reading() {
  return (
    <main class="empty" aria-busy="true">
      <h1>Reading this page…</h1>
      <p>Nothing on it is changed, and nothing is kept before you save it.</p>
    </main>
  );
}

function Failed({ text }: { text: string }) {
  return (
    <main class="empty">
      <h1>This page can’t be read</h1>
      <p role="alert">{text}</p>
      <button type="button" class="btn" onClick={() => void drop()}>
        Close
      </button>
    </main>
  );
}

const found = (count: number) =>
  count === 0
    ? 'Nobody found on this page'
    : count === 1
      ? 'One person on this page'
      : `${count} people on this page`;

/** Lets go of the capture, and gives the page back. */
function close(): void {
  stopPointing();
  void drop();
}

function Head({ title, people, isLeft }: { title: string; people: Somebody[]; isLeft: boolean }) {
  const read = people.filter(({ person }) => person.values.length > 0);
  return (
    <section class="pad capture-head" aria-labelledby="capture-title">
      <IconButton icon={ArrowLeft} label="Close without saving" onClick={close} />
      <div>
        <h1 id="capture-title">{found(read.length)}</h1>
        <p class="sub mute cut">
          <bdi>{title}</bdi>
        </p>
        {isLeft && (
          <p class="meta">
            The page is no longer open. What was read of it is here until the browser closes.
          </p>
        )}
        {read.length === 0 && (
          <p class="meta">
            Nothing is invented where nothing was found. You can select text on the page and ask again.
          </p>
        )}
      </div>
    </section>
  );
}

function List({ people }: { people: Somebody[] }) {
  const [open, setOpen] = useState(people.length === 1 ? 0 : -1);
  const all = people.filter(({ match }) => !match.isOwn);
  const chosen = people.filter(one => isChosen(one, people.length));
  const isAll = all.length > 0 && all.every(one => chosen.includes(one));
  const tickAll = () =>
    change({
      people: {
        ...form.value.people,
        ...Object.fromEntries(all.map(({ place, edits }) => [place, { ...edits, isChosen: !isAll }])),
      },
    });
  return (
    <section class="block" aria-label="People on this page">
      {people.length > 1 && (
        <label class="row pad meta tick-all">
          <input class="check" type="checkbox" checked={isAll} onChange={tickAll} />
          <span class="grow">All of them</span>
          {chosen.length > 0 && <span>{chosen.length} chosen</span>}
        </label>
      )}
      <ul class="captured">
        {people.map(one => (
          <CapturedPerson
            key={one.place}
            one={one}
            isChosen={chosen.includes(one)}
            isOpen={open === one.place || one.person.values.length === 0}
            onOpen={isOpen => setOpen(isOpen ? one.place : -1)}
          />
        ))}
      </ul>
    </section>
  );
}
