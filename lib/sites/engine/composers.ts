// The reply boxes of a page, each bound to the person whom it answers.
import type { SeenIdentity } from '../../model/identity';
import type { ComposerRule, PageRule } from '../../model/recipe';
import { visible } from '../dom';
import type { Composer } from '../site';
import { itemSelector, itemsOf, MAX_ITEMS } from './items';
import { isSame, ownIdentities, personOf, type Read } from './person';
import type { Place } from './place';
import { isOwnItem, itemAt, nearestAround, type ReadItem, readItems } from './talk';
import { valueAt } from './value';

const MAX_COMPOSERS = 20;
/** The most items among which the answered one is looked for. */
const MAX_TALK = 500;

/** The open boxes of a page. */
export function composersOf(page: PageRule, place: Place): Composer[] {
  const found: Composer[] = [];
  for (const rule of page.composers ?? []) {
    // Boxes may stand outside of what is read, as windows do.
    for (const element of place.document.querySelectorAll<HTMLElement>(rule.select)) {
      if (found.length >= MAX_COMPOSERS) return found;
      const isOther = rule.unless !== undefined && scopeOf(element, rule).querySelector(rule.unless) !== null;
      const isOurs = !isOther && !(rule.outside && element.closest(rule.outside)) && visible(element);
      if (isOurs && !found.some(known => known.element === element))
        found.push(composerOf(element, rule, page, place));
    }
  }
  return found;
}

const scopeOf = (element: HTMLElement, { scope }: ComposerRule): HTMLElement =>
  (scope ? element.closest<HTMLElement>(scope) : null) ?? element;

function composerOf(element: HTMLElement, rule: ComposerRule, page: PageRule, place: Place): Composer {
  const scope = scopeOf(element, rule);
  const before = rule.before ? element.querySelector(rule.before) : null;
  const send = rule.send ? scope.querySelector(rule.send) : null;
  return {
    element,
    recipients: answered(element, scope, rule, page, place),
    ...(rule.isPublic && { isPublic: true }),
    ...(before && { before }),
    ...(send && { send }),
  };
}

/** Whom the box answers; nobody where that is the user. */
function answered(
  element: Element,
  scope: Element,
  rule: ComposerRule,
  page: PageRule,
  place: Place,
): SeenIdentity[] {
  const own = ownIdentities(place);
  const isUser = ({ identities }: Read) => identities.some(one => own.some(self => isSame(self, one)));
  for (const answer of rule.answers) {
    const found = peopleFor(answer, element, scope, page, place);
    if (!found) continue;
    const others = found
      .filter(person => !isUser(person))
      .flatMap(({ identities }) => identities.slice(0, 1));
    return others
      .filter((one, at) => others.findIndex(other => isSame(other, one)) === at)
      .slice(0, MAX_ITEMS);
  }
  return [];
}

type Answer = ComposerRule['answers'][number];

/** Undefined where the answer does not apply; empty where the answered one is somebody whom the page does not name. */
function peopleFor(
  answer: Answer,
  element: Element,
  scope: Element,
  page: PageRule,
  place: Place,
): Read[] | undefined {
  if (typeof answer === 'object' && 'person' in answer) {
    const person = personOf(answer.person, { ...place, element: scope });
    return person && [person];
  }
  const { items } = itemsOf(page, place);
  const talk = readItems(items.filter(({ rule }) => rule.only !== 'mark').slice(0, MAX_TALK), page, place);
  const answeredItems = answer === 'everybody' ? talk : itemsFor(answer, element, scope, talk, page, place);
  return answeredItems?.flatMap(item => (item.person && !isOwnItem(item) ? [item.person] : []));
}

/** The answered item; none where it is there and can't be read: then nobody else is answered in its place. */
function itemsFor(
  answer: Exclude<Answer, { person: unknown } | 'everybody'>,
  element: Element,
  scope: Element,
  talk: readonly ReadItem[],
  page: PageRule,
  place: Place,
): ReadItem[] | undefined {
  if (answer === 'around') {
    const around = nearestAround(talk, element, itemSelector(page));
    return around && listOf(itemAt(talk, around));
  }
  if (answer === 'author') return listOf(authorOf(talk, page, place));
  if ('group' in answer) {
    const group = element.closest(answer.group);
    if (!group) return undefined;
    return listOf(talk.find(item => [item.element, ...item.copies].some(part => group.contains(part))));
  }
  const id = valueAt(answer.id, { ...place, element: scope });
  return id === undefined ? undefined : listOf(talk.find(item => item.id === id));
}

const listOf = (item: ReadItem | undefined): ReadItem[] => (item ? [item] : []);

function authorOf(items: readonly ReadItem[], page: PageRule, place: Place): ReadItem | undefined {
  const conversation = valueAt(page.id, place);
  return items.find(({ rule, id }) =>
    rule.isMainById
      ? id === conversation
      : rule.role === 'author' || (rule.role === 'sender' && rule.only === 'person'),
  );
}
