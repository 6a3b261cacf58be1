// Reading vCard files: 2.1, 3.0 and 4.0, however many cards, in bounded memory and linear time.
import type { ReadPerson } from '../../model/person-draft';
import { cardsOf } from './cards';
import { contentLines } from './content-lines';
import { utf8Portions } from './encoding';
import { personOf } from './person';
import { physicalLines } from './physical-lines';

/** Whether the beginning of a file is that of a vCard file. `head` is its text, also where UTF-16 was read as UTF-8. */
export const looksLikeVcard = (head: string): boolean =>
  /^[\uFEFF\uFFFD\s]*BEGIN:[\t ]*VCARD[\t ]*(?:[\r\n]|$)/i.test(head.replaceAll('\0', ''));

/**
 * The people of a vCard file in its order, each as soon as the file is read to its end. What can't be a person is
 * given with the reason. Throws a sentence when the file has no card, and the signal's reason when it is aborted.
 */
export async function* readVcards(
  blob: Blob,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<ReadPerson> {
  const found = cardsOf(contentLines(physicalLines(utf8Portions(blob, signal))));
  for await (const cards of found) {
    for (const card of cards) {
      signal?.throwIfAborted();
      yield personOf(card);
    }
  }
}
