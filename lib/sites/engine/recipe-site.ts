// A recipe at work: the same answers as of an adapter that is code.
import type { PageRule, Recipe, Value } from '../../model/recipe';
import type { Sighting } from '../../model/sighting';
import { visible } from '../dom';
import type { Row, Site } from '../site';
import { composersOf } from './composers';
import { itemsOf } from './items';
import { takenFrom } from './path';
import { Patience } from './patience';
import { isSame, ownIdentities, personOf } from './person';
import type { Place } from './place';
import { readPage } from './read';
import { isOtherPost, isOwnItem, placeOf } from './talk';
import { valueAt } from './value';

const MAX_ROWS = 500;

/** The adapter that a recipe describes. The recipe must have been checked by its schema. */
export function recipeSite(recipe: Recipe, patience = new Patience()): Site {
  const open = (document: Document, url: URL) => {
    const page = pageFor(recipe, document, url);
    return (
      page && {
        page,
        place: placeFor(page, {
          recipe,
          document,
          url,
          element: document.documentElement,
          isSpent: patience.isSpent,
        }),
      }
    );
  };
  return {
    id: recipe.id,
    name: recipe.name,
    hosts: recipe.hosts,
    presence: recipe.presence,
    reading: recipe.reading ?? 'automatic',
    channel: recipe.channel,
    typed: recipe.typed,
    detects: (document, url) => patience.look(() => isOfSite(recipe, document, url), false),
    read: (document, url) => {
      const look = () => {
        const opened = open(document, url);
        return opened && readPage(opened.page, opened.place);
      };
      return patience.look(look, unusable(recipe, url));
    },
    rows: (document, url, wanted) => {
      const look = () => {
        const opened = open(document, url);
        return opened ? rowsOf(opened.page, opened.place, wanted) : [];
      };
      return patience.look(look, []);
    },
    composers: (document, url) => {
      const look = () => {
        const opened = open(document, url);
        return opened ? composersOf(opened.page, opened.place) : [];
      };
      return patience.look(look, []);
    },
    attributes: attributesOf(recipe),
    innerDocuments: () => [],
  };
}

/** What stands for a page on which the recipe fails. */
const unusable = ({ id }: Recipe, url: URL): Sighting => ({
  site: id,
  kind: 'unreadable',
  url: `${url.origin}${url.pathname}`.slice(0, 2048),
  people: [],
});

function isOfSite({ hosts, detect }: Recipe, document: Document, url: URL): boolean {
  if (hosts.length > 0 && !hosts.includes(url.hostname)) return false;
  return detect ? document.querySelector(detect) !== null : hosts.length > 0;
}

/** The first rule that fits the page. */
function pageFor(recipe: Recipe, document: Document, url: URL): PageRule | undefined {
  return recipe.pages.find(
    ({ hosts, paths, when, unless }) =>
      (!hosts || hosts.includes(url.hostname)) &&
      (!paths || paths.some(path => takenFrom(url.pathname, path) !== undefined)) &&
      (!when || document.querySelector(when) !== null) &&
      (!unless || document.querySelector(unless) === null),
  );
}

function placeFor({ root }: PageRule, place: Place): Place {
  if (!root) return place;
  const shown = [...place.document.querySelectorAll(root)].slice(0, 20).find(visible);
  return shown ? { ...place, element: shown } : place;
}

/** Beside each item a mark may stand, except the user's own. */
function rowsOf(page: PageRule, place: Place, wanted?: (row: Element) => boolean): Row[] {
  if (page.kind === 'nothing') return [];
  const user = ownIdentities(place);
  const named = new Set<string | undefined>();
  const conversation = valueAt(page.id, place);
  return itemsOf(page, place, wanted)
    .items.slice(0, MAX_ROWS)
    .flatMap(item => {
      const { element, rule } = item;
      if (rule.role === 'profile' || isOwnItem(item) || !visible(element)) return [];
      const own = placeOf(item, page, place);
      const isNobody = valueAt(rule.nobody, own) !== undefined;
      const id = valueAt(rule.id, own);
      if (isNobody || (rule.id && id === undefined) || isOtherPost(item, id, conversation)) return [];
      const identities = personOf(rule.person, own)?.identities ?? [];
      const [identity] = identities;
      // An author is named once, though layouts keep a second copy.
      if (rule.only === 'person' && named.has(identity?.value)) return [];
      if (rule.only === 'person') named.add(identity?.value);
      if (!identity || user.some(self => identities.some(one => isSame(self, one)))) return [];
      const beside = rule.mark ? element.querySelector(rule.mark) : null;
      return [{ element, identity, ...(beside && { beside }) }];
    });
}

/**
 * The attributes that change when an item stands for another one: of ids, where items have them there, else of people.
 * As few as possible, since each costs a page that changes it.
 */
function attributesOf({ pages }: Recipe): string[] {
  const rules = pages.flatMap(({ items = [] }) => items);
  const named = rules.flatMap(({ id, person }) => {
    const ids = attributesIn(id);
    return ids.length > 0 ? ids : person.identities.flatMap(({ value }) => attributesIn(value));
  });
  return [...new Set(named)];
}

const attributesIn = (value: Value | undefined): string[] =>
  (value === undefined ? [] : [value].flat()).flatMap(({ attribute }) => attribute ?? []);
