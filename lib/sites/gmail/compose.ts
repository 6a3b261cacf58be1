// Gmail's editors: every open one, with its recipients, the place for new text and its send button.
import { type Entry, entriesOf, readAddress } from '../addresses';
import { attribute, lineOf } from '../dom';
import { type Field, fieldOf, identitiesOf, MAX_RECIPIENTS } from '../recipients';
import type { Composer } from '../site';
import { ofGmail } from './elements';
import { CHIP, COMPOSER, COMPOSER_PARTS, EDITOR, SEND, SIGNATURE_OR_QUOTE, TYPED } from './selectors';

const MAX_COMPOSERS = 20;
const MAX_STEPS = 40;

/** The open composers of the page. */
export function composersOf(document: Document): Composer[] {
  return editorsOf(document).map(element => {
    const root = rootOf(element);
    const before = element.querySelector(SIGNATURE_OR_QUOTE);
    const send = ofGmail(root, SEND, 1)[0];
    return {
      element,
      recipients: identitiesOf(fieldsOf(root)),
      ...(before && { before }),
      ...(send && { send }),
    };
  });
}

/** The recipients of the first composer that has any; undefined where no composer is open. */
export function firstRecipients(document: Document): Field[] | undefined {
  const all = editorsOf(document).map(element => fieldsOf(rootOf(element)));
  return all.find(fields => fields.some(field => field.addresses.length > 0)) ?? all[0];
}

function editorsOf(document: Document): HTMLElement[] {
  return ofGmail<HTMLElement>(document.documentElement, EDITOR, MAX_COMPOSERS);
}

/** The smallest element around the editor that holds its fields too, and no other editor. */
function rootOf(editor: Element): Element {
  let root = editor;
  for (let step = 0; step < MAX_STEPS; step++) {
    const parent = root.parentElement;
    if (!parent || ofGmail(parent, EDITOR, 2).length > 1) break;
    root = parent;
    if (root.matches(COMPOSER) && ofGmail(root, COMPOSER_PARTS, 1).length > 0) break;
    if (root.matches('[role="main"], body')) return root.matches('body') ? root : editor;
  }
  return root;
}

function fieldsOf(root: Element): Field[] {
  return (['to', 'cc', 'bcc'] as const).map(role => {
    const chips = inField(root, CHIP, role).map(chipEntry);
    const held = chips.length > 0 ? chips : hiddenEntries(root, role);
    const typed = inField(root, TYPED, role).flatMap(input => entriesOf(contentOf(input)));
    return fieldOf(role, [...held, ...typed]);
  });
}

function inField(root: Element, selector: string, role: Field['role']): Element[] {
  return ofGmail(root, selector, MAX_RECIPIENTS * 3).filter(
    element => element.parentElement?.closest('[name]')?.getAttribute('name') === role,
  );
}

/** A chip without an address counts as what it shows. */
function chipEntry(chip: Element): Entry {
  const email = attribute(chip, 'data-hovercard-id');
  const name = attribute(chip, 'data-name', 600);
  const address = readAddress(email, name);
  return { written: email ?? name ?? lineOf(chip, 320), ...(address && { address }) };
}

/** The recipients in hidden inputs, and in the text box of older pages. */
function hiddenEntries(root: Element, role: Field['role']): Entry[] {
  const inputs = ofGmail(
    root,
    `input[type="hidden"][name="${role}"], textarea[name="${role}"]`,
    MAX_RECIPIENTS,
  );
  return inputs.flatMap(input => entriesOf(contentOf(input)));
}

const contentOf = (input: Element): string => ('value' in input ? String(input.value) : '');
