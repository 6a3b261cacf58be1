// Finding elements that Roundcube made, never those that somebody wrote into a mail.
import { BODY } from './selectors';

/** The first element that matches and does not stand in a mail's text. */
export function ofRoundcube<E extends Element = Element>(
  root: Document | Element,
  selector: string,
): E | undefined {
  const found = root.querySelector<E>(selector);
  // Almost always the first; only a mail that imitates the page needs the longer look.
  if (!found?.closest(BODY)) return found ?? undefined;
  return [...root.querySelectorAll<E>(selector)].find(element => !element.closest(BODY));
}
