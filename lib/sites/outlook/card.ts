// The card of a person, which opens on a name: only there is the address of a contact of the user.
import { cleanName, isAddress, type ReadAddress } from '../addresses';
import { lineOf, visible } from '../dom';
import { CARD, CARD_ADDRESS, CARD_NAME } from './selectors';
import { isWritten } from './written';

const MAX_CARDS = 4;
const MAX_ELEMENTS = 200;

type Reveal = (person: ReadAddress) => ReadAddress;

/**
 * Gives the person whose card is open the address that it shows. A name is all that joins the two: it must be the name of
 * one person in the whole conversation. `messages` are the people of each.
 */
export function reveal(document: Document, messages: readonly (readonly ReadAddress[])[]): Reveal {
  const cards = [...document.querySelectorAll(CARD)]
    .filter(card => !isWritten(card) && visible(card))
    .slice(0, MAX_CARDS);
  const known = new Map<string, string>();
  for (const card of cards) {
    const address = addressOn(card);
    const [name, ...others] = namesOn(card).filter(shown => isOfOne(shown, address, messages));
    if (!address || !name || others.length > 0) continue;
    known.set(name, (known.get(name) ?? address) === address ? address : '');
  }
  return person => {
    const value = person.value || known.get(person.name ?? '');
    return value ? { ...person, value } : person;
  };
}

/** Whether a name stands once in each message at most, never beside another address, and the address beside no other. */
function isOfOne(
  name: string,
  address: string | undefined,
  messages: readonly (readonly ReadAddress[])[],
): boolean {
  const named = messages.map(people => people.filter(person => person.name === name));
  const hasIt = ({ value }: ReadAddress) => value.toLowerCase() === address?.toLowerCase();
  return (
    named.some(people => people.length > 0) &&
    named.every(people => people.length < 2) &&
    named.flat().every(person => !person.value || hasIt(person)) &&
    messages.flat().every(person => person.name === name || !hasIt(person))
  );
}

/** The address on a card, where it shows one only. */
function addressOn(card: Element): string | undefined {
  const words = [...card.querySelectorAll(CARD_ADDRESS)].flatMap(element => lineOf(element, 400).split(' '));
  const [address, ...others] = new Set(words.filter(word => isAddress(word)));
  return others.length === 0 ? address : undefined;
}

/** What a card may be the card of: its heading, else the first two things that it says (the first may be initials). */
function namesOn(card: Element): string[] {
  const heading = card.querySelector(CARD_NAME);
  const parts = heading
    ? [heading]
    : [...card.querySelectorAll('*')]
        .slice(0, MAX_ELEMENTS)
        .filter(element => element.childElementCount === 0 && lineOf(element) !== '')
        .slice(0, 2);
  return parts.flatMap(part => cleanName(lineOf(part, 340)) ?? []);
}
