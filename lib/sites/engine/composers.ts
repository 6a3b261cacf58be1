// The reply boxes of a page, each bound to the person whom it answers.
import type { SeenIdentity } from '../../model/identity';
import type { ComposerRule, PageRule } from '../../model/recipe';
import { visible } from '../dom';
import type { Composer } from '../site';
import { type Item, itemSelector, itemsOf } from './items';
import { isSame, ownIdentities, personOf } from './person';
import type { Place } from './place';
import { isOwnItem, placeOf, readItems } from './read';
import { valueAt } from './value';

const MAX_COMPOSERS = 20;

/** The open boxes of a page. */
export function composersOf(page: PageRule, place: Place): Composer[] {
  const found: Composer[] = [];
  for (const rule of page.composers ?? []) {
    // Boxes may stand outside of what is read, as windows do.
    for (const element of place.document.querySelectorAll<HTMLElement>(rule.select)) {
      if (found.length >= MAX_COMPOSERS) return found;
      const isOurs = !(rule.outside && element.closest(rule.outside)) && visible(element);
      if (isOurs && !found.some(known => known.element === element))
        found.push(composerOf(element, rule, page, place));
    }
  }
  return found;
}

function composerOf(element: HTMLElement, rule: ComposerRule, page: PageRule, place: Place): Composer {
  const scope = (rule.scope ? element.closest<HTMLElement>(rule.scope) : null) ?? element;
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
  for (const answer of rule.answers) {
    const read =
      typeof answer === 'object' && 'person' in answer
        ? personOf(answer.person, { ...place, element: scope })
        : personOfItem(itemFor(answer, element, scope, page, place), page, place);
    if (!read) continue;
    const isSelf = read.identities.some(one => own.some(self => isSame(self, one)));
    return isSelf ? [] : read.identities.slice(0, 1);
  }
  return [];
}

function personOfItem(item: Item | undefined, page: PageRule, place: Place) {
  if (!item || isOwnItem(item)) return undefined;
  return readItems([item], page, place)[0]?.person;
}

type Answer = Exclude<ComposerRule['answers'][number], { person: unknown }>;

function itemFor(
  answer: Answer,
  element: Element,
  scope: Element,
  page: PageRule,
  place: Place,
): Item | undefined {
  const { items } = itemsOf(page, place);
  const talk = items.filter(({ rule }) => rule.only !== 'mark');
  if (answer === 'around') {
    const around = element.parentElement?.closest(itemSelector(page));
    return talk.find(item => item.element === around);
  }
  if (answer === 'author') return authorOf(talk, page, place);
  if ('group' in answer) {
    const group = element.closest(answer.group);
    return group ? talk.find(item => group.contains(item.element)) : undefined;
  }
  const id = valueAt(answer.id, { ...place, element: scope });
  return id === undefined
    ? undefined
    : talk.find(item => valueAt(item.rule.id, placeOf(item, page, place)) === id);
}

function authorOf(items: readonly Item[], page: PageRule, place: Place): Item | undefined {
  const conversation = valueAt(page.id, place);
  return items.find(item =>
    item.rule.isMainById
      ? valueAt(item.rule.id, placeOf(item, page, place)) === conversation
      : item.rule.role === 'author' || (item.rule.role === 'sender' && item.rule.only === 'person'),
  );
}
