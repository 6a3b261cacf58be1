// From a page and its rule to a sighting.
import type { PageRule } from '../../model/recipe';
import type { SeenMessage, SeenPerson, Sighting } from '../../model/sighting';
import { FOCUS_TEXT, OTHER_TEXT, toSize } from '../conversation';
import { cut, textOf } from '../dom';
import { Cast } from './cast';
import { type Item, inView, itemSelector, itemsOf } from './items';
import { ownIdentities, personOf, type Read } from './person';
import { ownElements, type Place } from './place';
import { timeAt, valueAt } from './value';

/** An item with everything that was read of it. */
export type ReadItem = Item & {
  id?: string;
  person?: Read;
  seen?: SeenPerson;
  isNobody?: boolean;
  /** Elements around or inside that stand for the same item. */
  copies: Element[];
};

/** What the page shows; undefined where nobody is to be shown. */
export function readPage(page: PageRule, place: Place): Sighting | undefined {
  if (page.kind === 'nothing') return undefined;
  const { recipe } = place;
  const frame = { site: recipe.id, url: linkOf(page, place) };
  const { items, seen } = itemsOf(page, place);
  const people = inView(items.filter(({ rule }) => rule.only !== 'mark'));
  const conversation = valueAt(page.id, place);
  const read = readItems(people, page, place);
  const isMissing = seen === 0 || (people.length > 0 && read.every(item => !item.person && !item.isNobody));
  if (page.kind !== 'list' && isMissing) {
    return place.document.readyState === 'loading' ? undefined : { ...frame, kind: 'unreadable', people: [] };
  }
  const focus = valueAt(page.focus, place);
  const cast = new Cast(ownIdentities(place));
  for (const item of read) enter(item, cast, conversation, focus);
  for (const item of read) enterOthers(item, cast, page, place);
  const sighting: Sighting = { ...frame, kind: page.kind, people: cast.people() };
  if (page.kind === 'conversation' && (conversation || page.title)) {
    const title = valueAt(page.title, place, false);
    sighting.conversation = {
      ...(conversation && { id: conversation }),
      ...(title && { title: cut(title, 300) }),
      messages: messagesOf(read, sighting.people, page, place, focus),
    };
  }
  return toSize(sighting);
}

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

/** The nearest item around an element that is not `inner`. */
export function itemAround(
  items: readonly ReadItem[],
  element: Element,
  selector: string,
  inner?: ReadItem,
): ReadItem | undefined {
  let around = element.parentElement?.closest(selector);
  while (around && (itemAt(items, around) ?? inner) === inner)
    around = around.parentElement?.closest(selector);
  return around ? itemAt(items, around) : undefined;
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

function enter(
  item: ReadItem,
  cast: Cast,
  conversation: string | undefined,
  focus: string | undefined,
): void {
  if (!item.person) return;
  const { rule, id } = item;
  const isMain = rule.isMainById && id !== undefined && id === conversation;
  const isSelf = isOwnItem(item);
  const isFirst = focus !== undefined && id === focus;
  item.seen = cast.add(item.person, isMain ? 'author' : rule.role, { isSelf, isFirst });
}

function enterOthers(item: ReadItem, cast: Cast, page: PageRule, place: Place): void {
  for (const { find, role, person } of item.rule.others ?? []) {
    for (const element of ownElements(placeOf(item, page, place), find, false)) {
      const read = personOf(person, { ...place, element });
      if (read) cast.add(read, role);
    }
  }
}

function messagesOf(
  items: readonly ReadItem[],
  people: readonly SeenPerson[],
  page: PageRule,
  place: Place,
  focus: string | undefined,
): SeenMessage[] {
  return items.flatMap(item => {
    const from = item.seen ? people.indexOf(item.seen) : -1;
    if (from === -1 || item.rule.only) return [];
    const to = recipientsOf(item, items, people, page, place);
    const own = placeOf(item, page, place);
    const at = timeAt(item.rule.at, own);
    const length = item.id === focus || item === items[0] ? FOCUS_TEXT : OTHER_TEXT;
    const text = textOfItem(item, own, length);
    return [
      {
        ...(item.id && { id: item.id }),
        from,
        to: to.filter(recipient => recipient !== from),
        ...(at !== undefined && { at }),
        ...(text && { text }),
      },
    ];
  });
}

/** Messages go to everybody else; what is written below a post answers one person. */
function recipientsOf(
  item: ReadItem,
  items: readonly ReadItem[],
  people: readonly SeenPerson[],
  page: PageRule,
  place: Place,
): number[] {
  if (item.rule.role === 'sender') return people.map((_person, index) => index);
  const seen = answeredBy(item, items, page, place)?.seen;
  return seen ? [people.indexOf(seen)] : [];
}

function textOfItem({ rule: { text } }: Item, place: Place, length: number): string | undefined {
  if (!text) return undefined;
  const [element] = text.find ? ownElements(place, text.find, false) : [place.element];
  return element && textOf(element, length, text.skip);
}

/** The item that another answers: by its id, by being inside of it, as the first of its group, else the author's. */
function answeredBy(
  item: ReadItem,
  items: readonly ReadItem[],
  page: PageRule,
  place: Place,
): ReadItem | undefined {
  const parent = valueAt(item.rule.parent, placeOf(item, page, place));
  // Who answers somebody that is gone answers nobody else.
  if (parent) return items.find(({ id }) => id === parent);
  const outer = itemAround(items, item.element, itemSelector(page), item);
  if (outer) return outer;
  const group = item.rule.group && item.element.closest(item.rule.group);
  const first = group && items.find(({ element }) => group.contains(element));
  if (first && first !== item) return first;
  // What stands before the author's words was there first.
  return items.slice(0, items.indexOf(item)).find(({ seen }) => seen?.role === 'author');
}

/** The address without what only says how the reader came here. */
function linkOf(page: PageRule, place: Place): string {
  const link = valueAt(page.link, place);
  if (link) return cut(link, 2048);
  const kept = new URLSearchParams();
  for (const name of page.keep ?? []) {
    const value = place.url.searchParams.get(name);
    if (value !== null) kept.set(name, value);
  }
  const query = kept.size > 0 ? `?${kept}` : '';
  return cut(`${place.url.origin}${place.url.pathname}${query}`, 2048);
}
