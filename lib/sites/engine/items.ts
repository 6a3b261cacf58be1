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
  { element: root, isSpent, recipe: { written } }: Place,
  wanted: (element: Element) => boolean = () => true,
): { items: Item[]; seen: number } {
  const selector = itemSelector(page);
  if (!selector) return { items: [], seen: 0 };
  const end = page.ends ? root.querySelector(page.ends) : null;
  const items: Item[] = [];
  let seen = 0;
  for (const element of root.querySelectorAll(selector)) {
    if (isSpent() || (end && end.compareDocumentPosition(element) & 4)) break;
    if (written && element.parentElement?.closest(written)) continue;
    const rule = page.items?.find(({ select }) => element.matches(select));
    if (!rule || (rule.outside && element.closest(rule.outside))) continue;
    seen++;
    if (rule.except && element.matches(rule.except)) continue;
    if (wanted(element)) items.push({ element, rule });
  }
  return { items, seen };
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
