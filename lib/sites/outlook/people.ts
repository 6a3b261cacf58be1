// People as Outlook writes them: "Name<address>" for strangers, the name alone for contacts of the user.
import { cleanName, type Entry, isAddress, type ReadAddress, readAddress } from '../addresses';
import { attribute, lineOf } from '../dom';
import { CARD, CARD_ADDRESS, LABELLED, WELL, WRITTEN } from './selectors';

const MAX_PEOPLE = 64;

/** The address between the last `<` and the end, with the name that stands before; undefined where there is none. */
function addressIn(text: string, shown: string): ReadAddress | undefined {
  const open = text.lastIndexOf('<');
  const address =
    open === -1
      ? text.trim()
      : text
          .slice(open + 1)
          .replace(/>.*$/s, '')
          .trim();
  if (!isAddress(address)) return undefined;
  const before = shown.includes('<') ? shown.slice(0, shown.lastIndexOf('<')) : shown;
  return readAddress(address, before);
}

/** A person by the text or the label of an element; one whose address Outlook keeps back has a name only. */
export function personIn(element: Element): ReadAddress | undefined {
  const shown = lineOf(element, 340);
  const label = attribute(element, 'aria-label', 700) ?? '';
  const found = addressIn(shown, shown) ?? addressIn(label, shown);
  const name = cleanName(shown);
  return found ?? (name ? { value: '', name } : undefined);
}

/** The people of a recipient field, in its order. */
export function peopleOf(well: Element): ReadAddress[] {
  const found = [...well.querySelectorAll(LABELLED)].filter(
    element => !element.closest(WRITTEN) && !element.querySelector(LABELLED),
  );
  return found.slice(0, MAX_PEOPLE).flatMap(element => personIn(element) ?? []);
}

/** Recipient fields below `root`, outside of what people wrote: the first is "to", others are "cc". */
export const wellsOf = (root: Element): Element[] =>
  [...root.querySelectorAll(WELL)].filter(
    well => !well.closest(WRITTEN) && !well.parentElement?.closest(WELL),
  );

/** What stands in a field of a draft, a name without address as it is written. */
export const entryOf = (person: ReadAddress): Entry =>
  person.value ? { written: person.value, address: person } : { written: person.name ?? '' };

/**
 * The address that an open card reveals, by the name it is the card of. Names are not unique: only where one person of
 * the conversation has that name is the address theirs, and where nobody else there has the address.
 */
export function reveal(
  document: Document,
  people: readonly ReadAddress[],
): (person: ReadAddress) => ReadAddress {
  const card = [...document.querySelectorAll(CARD)].find(element => !element.closest(WRITTEN));
  const address = card && addressOn(card);
  const hidden = new Set(people.filter(({ value }) => !value).map(({ name }) => name));
  const names = card ? [...hidden].filter(name => name && isNamed(card, name)) : [];
  const [name] = names;
  const isShown = people.some(({ value }) => value && value.toLowerCase() === address?.toLowerCase());
  if (!address || isShown || names.length !== 1 || people.some(one => one.value && one.name === name))
    return same;
  return person => (!person.value && person.name === name ? { ...person, value: address } : person);
}

const same = (person: ReadAddress) => person;

function addressOn(card: Element): string | undefined {
  for (const element of [...card.querySelectorAll(CARD_ADDRESS)].slice(0, 5)) {
    const found = lineOf(element, 400)
      .split(' ')
      .find(word => isAddress(word));
    if (found) return found;
  }
  return undefined;
}

/** Whether it is the card of this name: its heading, or its first words after initials. Below, cards name others, too. */
function isNamed(card: Element, name: string): boolean {
  const heading = card.querySelector('[role="heading"]');
  const parts = heading ? [heading] : [...card.querySelectorAll('*')].slice(0, 200);
  const words = parts
    .filter(element => heading || element.childElementCount === 0)
    .map(element => cleanName(lineOf(element, 340)) ?? '');
  return words.find(word => word === name || word.length > 2) === name;
}
