// People in plain text that was selected or pasted: signatures, business cards, lists of attendees, vCards.
import { peopleInMailboxes } from './block/mailboxes';
import { ownLines } from './block/own-lines';
import { peopleIn } from './block/people';
import { peopleInTable } from './block/table';
import { peopleInVCards } from './block/vcard';
import type { Finding } from './finding';

/**
 * Who stands in a text, in its order. `country` (ISO 3166) reads phone numbers without a country code. Every value stands
 * in the text, but for the form of phone numbers and links, and for addresses that are marked as guessed.
 */
export function readBlock(given: string, { country }: { country?: string } = {}): { people: Finding[] } {
  // Letters and their accents as one, as names are written nearly everywhere.
  const text = given.normalize('NFC');
  if (/^\s*BEGIN:VCARD\s*$/im.test(text)) return { people: peopleInVCards(text, country) };
  const table = text.includes('\t') ? peopleInTable(text, country) : undefined;
  if (table) return { people: table };
  return { people: peopleInMailboxes(text) ?? peopleIn(ownLines(text), country) };
}
