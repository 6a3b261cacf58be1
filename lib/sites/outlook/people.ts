// People as Outlook writes them: "Name<address>" for strangers, the name alone for contacts of the user.
import { cleanName, type Entry, oneLine, type ReadAddress, readAddress } from '../addresses';
import { attribute, lineOf } from '../dom';
import { LABELLED, PILL, WELL } from './selectors';
import { isWritten } from './written';

const MAX_PEOPLE = 64;
const MAX_LABELS = 12;
const MAX_TEXT = 700;
const SPOKEN = /[\p{L}\p{N}]/u;
/** What may stand before a name in a label: "From: ", "De : ", "发件人：", or nothing. */
const BEFORE_NAME = /(?:^|[\s:："'“„«])$/;

/**
 * A person by what an element shows. The address is the one in brackets behind the name, in the label or in the text; a
 * name that looks like an address is none, unless a label begins with a word and ends with it: so do those of people without
 * a name. Who has no address is known by name.
 */
export function personIn(element: Element): ReadAddress | undefined {
  const shown = shownIn(element);
  // A list of people is no person.
  if (!SPOKEN.test(shown) || /;\s/.test(shown)) return undefined;
  const labels = labelsOf(element).map(oneLine);
  const inText = inBrackets(shown);
  // A label that goes on behind what is shown says more than one that repeats it.
  const said =
    oneOf(labels.map(label => saidBehind(label, shown))) ?? oneOf(labels.map(label => saidBy(label, shown)));
  if (said) return said;
  if (inText && !labels.some(inBrackets)) return readAddress(inText.value, inText.before);
  const name = cleanName(inText?.before ?? shown);
  return name ? { value: '', name } : undefined;
}

/** Whom the labels say, where they agree. */
function oneOf(said: readonly (ReadAddress | undefined)[]): ReadAddress | undefined {
  const [first, ...others] = said.filter(person => person !== undefined);
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

const shownIn = (element: Element): string => oneLine(lineOf(element, MAX_TEXT)).replace(/\s*;$/, '');

/** Labels of an element, of what stands in it, and of what holds nothing else. */
function labelsOf(element: Element): string[] {
  const text = lineOf(element, MAX_TEXT);
  const around: Element[] = [];
  let parent = element.parentElement;
  while (parent && around.length < 3 && lineOf(parent, MAX_TEXT) === text) {
    around.push(parent);
    parent = parent.parentElement;
  }
  const inside = [...element.querySelectorAll('[aria-label]')].slice(0, MAX_LABELS);
  return [element, ...around, ...inside].flatMap(each => attribute(each, 'aria-label', MAX_TEXT) ?? []);
}

/** The person of a label that goes on behind what is shown: "From: Name<address>". */
function saidBehind(label: string, shown: string): ReadAddress | undefined {
  const inLabel = inBrackets(label);
  return inLabel && endsWith(inLabel.before, shown) ? readAddress(inLabel.value, shown) : undefined;
}

/** The person of a label that repeats what is shown, where that has an address: "From: address". */
function saidBy(label: string, shown: string): ReadAddress | undefined {
  if (!endsWith(label, shown)) return undefined;
  const inText = inBrackets(shown);
  if (inText) return readAddress(inText.value, inText.before);
  return label === shown ? undefined : readAddress(shown);
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
