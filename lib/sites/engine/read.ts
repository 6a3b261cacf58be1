// From a page and its rule to a sighting.
import type { PageRule } from '../../model/recipe';
import type { SeenMessage, SeenPerson, Sighting } from '../../model/sighting';
import { FOCUS_TEXT, OTHER_TEXT, toSize } from '../conversation';
import { cut, textOf } from '../dom';
import { Cast } from './cast';
import { type Item, inView, itemsOf } from './items';
import { ownIdentities, personOf } from './person';
import { ownElements, type Place } from './place';
import { answeredBy, isOwnItem, placeOf, type ReadItem, readItems } from './talk';
import { timeAt, valueAt } from './value';

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
  for (const element of text.find ? ownElements(place, text.find, false) : [place.element]) {
    if (!(text.outside && element.closest(text.outside))) return textOf(element, length, text.skip);
  }
  return undefined;
}

/** The address without what only says how the reader came here. */
function linkOf(page: PageRule, place: Place): string {
  const link = valueAt(page.link, place);
  // A link back leads to the site, whatever a recipe makes of it: it could carry away what it read.
  if (link && isOnSite(link, place)) return cut(link, 2048);
  const kept = new URLSearchParams();
  for (const name of page.keep ?? []) {
    const value = place.url.searchParams.get(name);
    if (value !== null) kept.set(name, value);
  }
  const query = kept.size > 0 ? `?${kept}` : '';
  return cut(`${place.url.origin}${place.url.pathname}${query}`, 2048);
}

function isOnSite(link: string, { recipe, url }: Place): boolean {
  const { protocol, hostname = '' } = URL.parse(link) ?? {};
  return protocol === url.protocol && [url.hostname, ...recipe.hosts].includes(hostname);
}
