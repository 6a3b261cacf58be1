// What people said on a page: each item with who wrote it, found again by its elements, and whom it answers.
import type { PageRule } from '../../model/recipe';
import type { SeenPerson } from '../../model/sighting';
import { cut } from '../dom';
import { type Item, itemSelector } from './items';
import { personOf, type Read } from './person';
import type { Place } from './place';
import { valueAt } from './value';

/** An item with everything that was read of it. */
export type ReadItem = Item & {
  id?: string;
  person?: Read;
  seen?: SeenPerson;
  isNobody?: boolean;
  /** Elements around or inside that stand for the same item. */
  copies: Element[];
};

/** The place of an item: its own part is what may be read. */
export const placeOf = (item: Item, page: PageRule, place: Place): Place => ({
  ...place,
  element: item.element,
  items: itemSelector(page),
});

/** Two elements of one id are one item: a wrapper and what is in it, or a copy. The first that says who it is counts. */
function merge(known: ReadItem, other: ReadItem): [] {
  known.copies.push(other.element);
  if (known.person || !other.person) return [];
  known.copies.push(known.element);
  known.element = other.element;
  known.person = other.person;
  return [];
}

/** The item that an element stands for. */
export const itemAt = (items: readonly ReadItem[], element: Element): ReadItem | undefined =>
  items.find(item => item.element === element || item.copies.includes(element));

/** The nearest element around that matches as items do, and does not stand for `inner`; maybe one that can't be read. */
export function nearestAround(
  items: readonly ReadItem[],
  element: Element,
  selector: string,
  inner?: ReadItem,
): Element | undefined {
  if (!selector) return undefined;
  let around = element.parentElement?.closest(selector);
  while (around && inner && itemAt(items, around) === inner) around = around.parentElement?.closest(selector);
  return around ?? undefined;
}

/** Whether an item is not the one that the address is about, where only that one counts. */
export const isOtherPost = (
  { rule: { isOnly } }: Item,
  id: string | undefined,
  conversation: string | undefined,
) => isOnly === 'id' && id !== conversation;

/** Whether the page marks an item as the user's own. */
export const isOwnItem = ({ element, rule: { self } }: Item) => self !== undefined && element.matches(self);

/** Reads who wrote each item, and its id. */
export function readItems(items: readonly Item[], page: PageRule, place: Place): ReadItem[] {
  let before: { person: Read | undefined; isSelf: boolean } | undefined;
  const conversation = valueAt(page.id, place);
  const byId = new Map<string, ReadItem>();
  return items.flatMap(item => {
    const own = placeOf(item, page, place);
    const isNobody = valueAt(item.rule.nobody, own) !== undefined;
    const isSelf = isOwnItem(item);
    const isMore = item.rule.continues && before?.isSelf === isSelf;
    const person = isNobody
      ? undefined
      : (personOf(item.rule.person, own) ?? (isMore ? before?.person : undefined));
    before = { person, isSelf };
    const id = valueAt(item.rule.id, own);
    // Without the id that its like have, it is something else: an advertisement.
    if ((item.rule.id && !id) || isOtherPost(item, id, conversation)) return [];
    const read = {
      ...item,
      ...(id && { id: cut(id, 300) }),
      ...(person && { person }),
      isNobody,
      copies: [],
    };
    const known = id === undefined ? undefined : byId.get(id);
    if (known) return merge(known, read);
    if (id) byId.set(id, read);
    return [read];
  });
}

/** The item that another answers: by its id, by being inside of it, as the first of its group, else the author's. */
export function answeredBy(
  item: ReadItem,
  items: readonly ReadItem[],
  page: PageRule,
  place: Place,
): ReadItem | undefined {
  const parent = valueAt(item.rule.parent, placeOf(item, page, place));
  // Who answers somebody that is gone answers nobody else.
  if (parent) return items.find(({ id }) => id === parent);
  const outer = nearestAround(items, item.element, itemSelector(page), item);
  if (outer) return itemAt(items, outer);
  const first = firstOfGroup(item, items);
  if (first) return first;
  // What stands before the author's words was there first.
  return items.slice(0, items.indexOf(item)).find(({ seen }) => seen?.role === 'author');
}

/** The first other item of the nearest group in which the item is not the first itself: groups may stand in groups. */
function firstOfGroup(item: ReadItem, items: readonly ReadItem[]): ReadItem | undefined {
  const selector = item.rule.group;
  let group = selector ? item.element.closest(selector) : null;
  while (selector && group) {
    const around = group;
    const first = items.find(({ element }) => around.contains(element));
    if (first !== item) return first;
    group = around.parentElement?.closest(selector) ?? null;
  }
  return undefined;
}
