// Where a recipe is at work: the page, its address, and the item whose own part may be read.
import type { Recipe } from '../../model/recipe';

export type Place = {
  recipe: Recipe;
  document: Document;
  url: URL;
  /** What steps begin at. */
  element: Element;
  /** What all items match: an item's own part ends where another begins. */
  items?: string | undefined;
  /** Whether the time for this look is over. */
  isSpent: () => boolean;
};

/** The most elements of one selector that are looked at. */
const MAX_LOOKS = 60;

/**
 * The elements of the place's own part that match, in page order: none of an inner item, and where `who` is asked for
 * none that stands in what people wrote.
 */
export function* ownElements(place: Place, selector: string, who: boolean): Generator<Element> {
  const { element, items, recipe } = place;
  let looks = 0;
  // The search itself costs most where it finds nothing.
  if (place.isSpent()) return;
  for (const found of element.querySelectorAll(selector)) {
    if (++looks > MAX_LOOKS || place.isSpent()) return;
    if (items && found.closest(items) !== nearestItem(element, items)) continue;
    if (who && recipe.written && isWritten(found, element, recipe.written)) continue;
    yield found;
  }
}

const nearestItem = (element: Element, items: string) => element.closest(items);

/** Whether what people wrote stands between the element and the place where the look began. */
function isWritten(found: Element, from: Element, written: string): boolean {
  const around = found.closest(written);
  return around !== null && around !== from && from.contains(around);
}
