// Orders for a capture: our script offers one function in its own world, which the background calls; the page can't.
import type { CaptureAnswer, CaptureOrder } from '../../model/capture-order';
import { Outline } from './outline';
import { Places } from './places';
import { takePointed } from './point';
import { readPeople } from './read-people';

/** Only scripts of this extension see it: a page has no access to their world. */
const world = globalThis as { regularsCapture?: (order: CaptureOrder) => Promise<CaptureAnswer> };

/** Offers the function; once for each document, however often the script is put into it. */
export function takeOrders(): void {
  if (world.regularsCapture) return;
  const places = new Places();
  const outline = new Outline(document);
  let pointing = new AbortController();
  pointing.abort();
  world.regularsCapture = async order => {
    switch (order.order) {
      case 'read':
        pointing.abort();
        outline.clear();
        return readPeople(document, new URL(location.href), order, places);
      case 'show':
        return pointing.signal.aborted && outline.show(places.find(order.place), order.scroll);
      case 'clear':
        if (pointing.signal.aborted) outline.clear();
        return true;
      case 'point': {
        pointing.abort();
        const own = new AbortController();
        pointing = own;
        return takePointed(document, order, { places, outline }, own.signal).finally(() => own.abort());
      }
      case 'stop':
        pointing.abort();
        return true;
    }
  };
}
