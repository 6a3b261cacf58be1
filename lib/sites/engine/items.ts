// The posts, comments and messages of a page: which elements they are, in page order, and which of many are in view.
import type { ItemRule, PageRule } from '../../model/recipe';
import { visible } from '../dom';
import type { Place } from './place';

export type Item = { element: Element; rule: ItemRule };

/** The most that one sighting takes. */
export const MAX_ITEMS = 64;
/** How many above the view are kept of a page that has more. */
const ABOVE = 12;

/** What any item of the page matches. */
export const itemSelector = (page: PageRule) => (page.items ?? []).map(({ select }) => select).join(', ');

/**
 * The items below the place's element, in page order, without advertisements and what comes after the page's end. Those
 * that are not `wanted` are left out before anything of them is read. `seen` counts all elements that match.
 */
export function itemsOf(
  page: PageRule,
  place: Place,
  wanted: (element: Element) => boolean = () => true,
): { items: Item[]; seen: number } {
  const { element: root, isSpent } = place;
  const selector = itemSelector(page);
  if (!selector) return { items: [], seen: 0 };
  const end = endOf(page, selector, root);
  const items: Item[] = [];
  const firsts = new Set<ItemRule>();
  let seen = 0;
  for (const element of root.querySelectorAll(selector)) {
    if (isSpent() || (end && end.compareDocumentPosition(element) & 4)) break;
    const rule = ruleFor(element, page, place, firsts);
    if (!rule) continue;
    seen++;
    if (rule.isOnly === 'first') firsts.add(rule);
    if (!(rule.except && element.matches(rule.except)) && wanted(element)) items.push({ element, rule });
  }
  return { items, seen };
}

/** What stands in an item is no end of the items: articles have headings of their own. */
function endOf({ ends }: PageRule, items: string, root: Element): Element | undefined {
  for (const end of ends ? root.querySelectorAll(ends) : []) if (!end.closest(items)) return end;
  return undefined;
}

/**
 * The first rule that an element is an item by, and that is not `used` up; undefined where it stands in what people
 * wrote, or where no item counts.
 */
function ruleFor(
  element: Element,
  { items }: PageRule,
  { recipe: { written } }: Place,
  used: Set<ItemRule>,
): ItemRule | undefined {
  if (written && element.parentElement?.closest(written)) return undefined;
  const rule = items?.find(one => !used.has(one) && element.matches(one.select));
  return rule?.outside && element.closest(rule.outside) ? undefined : rule;
}

/** Of many items the first, and those in view with some above them; hidden copies are left out. */
export function inView(items: readonly Item[]): Item[] {
  const kept = items.length <= MAX_ITEMS ? items : [...items.slice(0, 1), ...around(items)];
  return kept.filter(({ element }) => visible(element));
}

function around(items: readonly Item[]): Item[] {
  let [low, high] = [1, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = items[middle]?.element.getBoundingClientRect();
    if (box && box.bottom < 0) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(1, Math.min(low - ABOVE, items.length - MAX_ITEMS + 1));
  return items.slice(start, start + MAX_ITEMS - 1);
}
