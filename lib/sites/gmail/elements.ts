// Finding elements that Gmail made, never those that somebody wrote into a mail or a draft.
import { WRITTEN } from './selectors';

/** The first `max` elements below `root` that match and do not stand in what somebody wrote. */
export function ofGmail<E extends Element = Element>(root: Element, selector: string, max: number): E[] {
  const found: E[] = [];
  const all = root.querySelectorAll<E>(selector);
  for (let i = 0; i < all.length && found.length < max; i++) {
    const element = all[i];
    if (!element) break;
    const written = element.parentElement?.closest(WRITTEN);
    if (!written) found.push(element);
    // One look for all that stand in the same mail.
    else while (written.contains(all[i + 1] ?? null)) i++;
  }
  return found;
}
