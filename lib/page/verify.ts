// Looking whether a text arrived in a box as the user sees it, and whether the page took notice.
import type { Composer } from '../sites/site';
import { isField } from './field';
import { pause } from './pause';

/** How long a box may take, in milliseconds. */
const patience = 1000;

/**
 * To be called before the text is written, with what it will replace. Gives a function that waits until the box shows
 * the text once more than before and its send button is not still asleep; it says whether that came true.
 */
export function expectArrival(
  { element, send }: Composer,
  text: string,
  replaced: string,
): () => Promise<boolean> {
  const fold = foldingFor(text);
  const count = (content: string) => fold(content).split(fold(text)).length - 1;
  const wanted = count(contentOf(element)) - count(replaced) + 1;
  const mustWake = isAsleep(send);
  return () => lasts(() => count(contentOf(element)) === wanted && !(mustWake && isAsleep(send)));
}

/** Whether it becomes true and is so again a moment later: some editors write once more by themselves. */
async function lasts(look: () => boolean): Promise<boolean> {
  const end = Date.now() + patience;
  for (let times = 0; times < 2; await pause()) {
    times = look() ? times + 1 : 0;
    if (times === 0 && Date.now() > end) return false;
  }
  return true;
}

/** What the user sees in the box. */
const contentOf = (element: HTMLElement) =>
  isField(element)
    ? element.value
    : // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count
      element.innerText;

/**
 * Makes texts comparable: without what editors change rightly, which is spaces, blank lines, marks without width, and,
 * unless `text` has nothing else, emoji, since many sites turn them into pictures.
 */
function foldingFor(text: string): (written: string) => string {
  const emoji = '\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\uFE0F';
  const dropped = new RegExp(`[^\\S\n]|[\\p{Cf}${/[\p{L}\p{N}]/u.test(text) ? emoji : ''}]`, 'gu');
  return written => written.normalize().replace(dropped, '').replace(/\n+/g, '\n').trim();
}

/** Whether the send button says that there is nothing to send. One that was replaced says nothing. */
const isAsleep = (send: Element | undefined) =>
  send?.isConnected === true && send.matches(':disabled, [aria-disabled="true"]');
