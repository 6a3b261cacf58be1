// People as Outlook writes them: "Name<address>" for strangers, the name alone for contacts of the user.
import { cleanName, type Entry, oneLine, type ReadAddress, readAddress } from '../addresses';
import { attribute, lineOf } from '../dom';
import { LABELLED, PILL, WELL } from './selectors';
import { isWritten } from './written';

const MAX_PEOPLE = 64;
const MAX_LABELS = 12;
const MAX_TEXT = 700;
/** What says something: more than signs. */
export const SPOKEN = /[\p{L}\p{N}]/u;
/** What may stand before a name in a label: "From: ", "De : ", "发件人：", or nothing. */
const BEFORE_NAME = /(?:^|[\s:："'“„«])$/;

/**
 * A person by the labels of an element: the address is the one in brackets behind the name, or all there is. A shown text
 * that looks like an address is none by itself: people choose their names. Who has no address is known by name.
 */
export function personIn(element: Element): ReadAddress | undefined {
  const shown = shownIn(element);
  if (!isName(shown)) return undefined;
  const labels = labelsOf(element);
  const said = saidBy(labels, shown);
  if (said) return said;
  const inText = inBrackets(shown);
  if (inText && !labels.some(inBrackets)) return readAddress(inText.value, inText.before);
  // The user is called "You" in the language of the page; the label knows better.
  const other = inText ? undefined : oneOf(labels.map(label => readAddress(inBrackets(label)?.value, shown)));
  const name = cleanName(inText?.before ?? shown);
  return other ?? (name ? { value: '', name } : undefined);
}

/**
 * A person whose label has the address behind what is shown: for elements that may be something else. A file may be
 * called like a person, and its label repeats it.
 */
export function saidIn(element: Element): ReadAddress | undefined {
  const shown = shownIn(element);
  return isName(shown) ? oneOf(labelsOf(element).map(label => saidBehind(label, shown))) : undefined;
}

const shownIn = (element: Element): string => oneLine(lineOf(element, MAX_TEXT)).replace(/\s*;$/, '');

/** A list of people is no person. */
const isName = (shown: string): boolean => SPOKEN.test(shown) && !/;\s/.test(shown);

/** The labels of an element, of what stands around it alone, and of what is all in it. */
function labelsOf(element: Element): string[] {
  const text = lineOf(element, MAX_TEXT);
  const isAll = (other: Element) => lineOf(other, MAX_TEXT) === text;
  const around: Element[] = [];
  let parent = element.parentElement;
  while (parent && around.length < 3 && isAll(parent)) {
    around.push(parent);
    parent = parent.parentElement;
  }
  const inside = [...element.querySelectorAll('[aria-label]')].slice(0, MAX_LABELS).filter(isAll);
  return [element, ...around, ...inside]
    .flatMap(each => attribute(each, 'aria-label', MAX_TEXT) ?? [])
    .map(oneLine);
}

/** Whom the labels say, where they agree: one that goes on behind what is shown says more than one that repeats it. */
function saidBy(labels: readonly string[], shown: string): ReadAddress | undefined {
  return (
    oneOf(labels.map(label => saidBehind(label, shown))) ?? oneOf(labels.map(label => repeated(label, shown)))
  );
}

function oneOf(said: readonly (ReadAddress | undefined)[]): ReadAddress | undefined {
  const [first, ...others] = said.filter(person => person !== undefined);
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

/** The person of a label that goes on behind what is shown: "From: Name<address>". */
function saidBehind(label: string, shown: string): ReadAddress | undefined {
  const inLabel = inBrackets(label);
  return inLabel && endsWith(inLabel.before, shown) ? readAddress(inLabel.value, shown) : undefined;
}

/** The person of a label that repeats what is shown, where that has an address: "From: address". */
function repeated(label: string, shown: string): ReadAddress | undefined {
  if (!endsWith(label, shown)) return undefined;
  const inText = inBrackets(shown);
  return inText ? readAddress(inText.value, inText.before) : readAddress(shown);
}

const endsWith = (text: string, name: string): boolean =>
  text.endsWith(name) && BEFORE_NAME.test(text.slice(0, text.length - name.length));

/** The address between the last `<` and the `>` at the end, with what stands before. */
function inBrackets(text: string): { value: string; before: string } | undefined {
  const open = text.lastIndexOf('<');
  if (open === -1 || !text.endsWith('>')) return undefined;
  const address = readAddress(text.slice(open + 1, -1).trim());
  return address && { value: address.value, before: text.slice(0, open).trim() };
}

/** The people of a recipient field, in its order. */
export function peopleOf(well: Element): ReadAddress[] {
  const pills = [...well.querySelectorAll(PILL)].filter(pill => !isInside(pill, PILL, well));
  const people = peopleIn(pills);
  return people.length > 0 ? people : peopleIn(namesIn(well));
}

const peopleIn = (elements: readonly Element[]): ReadAddress[] =>
  elements.flatMap(element => personIn(element) ?? []).slice(0, MAX_PEOPLE);

/** Labelled elements that show something; of nested ones the innermost, for the others are lists. */
function namesIn(well: Element): Element[] {
  const named = [...well.querySelectorAll(LABELLED)].filter(element => SPOKEN.test(shownIn(element)));
  return named.filter((element, place) => !element.contains(named[place + 1] ?? null));
}

const isInside = (element: Element, selector: string, root: Element): boolean => {
  const around = element.parentElement?.closest(selector);
  return around !== null && around !== undefined && around !== root && root.contains(around);
};

/** Recipient fields below `root`, outside of what people wrote: the first is "to", others are "cc". */
export const wellsOf = (root: Element): Element[] =>
  [...root.querySelectorAll(WELL)].filter(well => !isWritten(well) && !well.parentElement?.closest(WELL));

/** What stands in a field of a draft: an address that was typed, or a name as it is written. */
export const entryOf = (person: ReadAddress): Entry => ({
  written: person.value || (person.name ?? ''),
  address: person.value ? person : (readAddress(person.name) ?? person),
});
