// Who else is in the conversation: an avatar each, the current one named, and a list where there are more.
import type { OnScreen, PersonOnScreen } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import { huesOf } from '../parts/hues';
import * as screen from '../parts/screen';
import { Menu } from '../ui/Menu';

/** How many stand in the bar; beyond that the list has everybody. */
const mostShown = 4;

const nameOf = (person: PersonOnScreen) =>
  person.contact?.name ?? person.seen.name ?? person.address ?? 'Somebody';

/** What somebody has to do with the page, where that is not being in the conversation. */
const aside: Partial<Record<PersonOnScreen['seen']['role'], string>> = {
  quoted: 'quoted',
  reposter: 'passed it on',
};

const labelOf = (person: PersonOnScreen) => {
  const word = aside[person.seen.role];
  return word ? `${nameOf(person)} (${word})` : nameOf(person);
};

/** The first few, and the current one among them. */
function shownOf(people: PersonOnScreen[], current: string | undefined): PersonOnScreen[] {
  const first = people.slice(0, mostShown);
  const chosen = people.find(person => person.key === current);
  return !chosen || first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}

export function People({ view }: { view: OnScreen | undefined }) {
  const people = view?.people ?? [];
  if (people.length < 2) {
    return (
      <span class="grow cut mute subject">
        <bdi>{view?.conversation?.title ?? ''}</bdi>
      </span>
    );
  }
  const hues = huesOf(people.flatMap(person => person.contact?.id ?? []));
  return (
    <nav class="people" aria-label="People in this conversation">
      {shownOf(people, view?.current).map(person => {
        const name = labelOf(person);
        const isCurrent = person.key === view?.current;
        return (
          <button
            key={person.key}
            type="button"
            aria-current={isCurrent}
            title={`${name}${person.address ? `, ${person.address}` : ''}`}
            onClick={() => screen.choose(person.key)}
          >
            <Avatar name={nameOf(person)} id={person.contact?.id} hue={hues.get(person.contact?.id ?? '')} />
            <span class={isCurrent ? 'cut' : 'sr'}>
              <bdi>{name}</bdi>
            </span>
          </button>
        );
      })}
      {people.length > mostShown && (
        <Menu
          label={`All ${people.length} people`}
          class="more"
          items={people.map(person => ({ id: person.key, label: labelOf(person) }))}
          chosen={view?.current ?? ''}
          onChoose={screen.choose}
        >
          {people.length}
          <span class="wide-only">&nbsp;people</span>
        </Menu>
      )}
    </nav>
  );
}
