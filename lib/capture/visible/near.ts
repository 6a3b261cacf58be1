// The nearest element above, without climbing through a page that is nested to do harm.

const highest = 24;

/** The element itself or one of the nearest above it that fits; undefined where none does. */
export function nearest(element: Element, fits: (element: Element) => boolean): Element | undefined {
  let above: Element | null = element;
  for (let step = 0; above && step < highest; step++) {
    if (fits(above)) return above;
    above = above.parentElement;
  }
  return undefined;
}

/** Whether the element or one of the nearest above it has one of the names. */
export const isWithin = (element: Element, names: RegExp): boolean =>
  nearest(element, ({ tagName }) => names.test(tagName)) !== undefined;
