// Gmail's editors: every open one, with its recipients, the place for new text and its send button.
import {
  type Field,
  identitiesOf,
  isAddress,
  MAX_RECIPIENTS,
  type ReadAddress,
  readAddress,
  readAddressList,
} from './addresses';
import { attribute } from './dom';
import { ofGmail } from './gmail-elements';
import { CHIP, COMPOSER, COMPOSER_PARTS, EDITOR, SEND, SIGNATURE_OR_QUOTE } from './gmail-selectors';
import type { Composer } from './site';

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
    const chips = ofGmail(root, CHIP, MAX_RECIPIENTS * 3).flatMap(chip =>
      chip.closest('[name]')?.getAttribute('name') === role ? chipAddress(chip) : [],
    );
    const addresses = chips.length > 0 ? chips : typedAddresses(root, role);
    return { role, addresses: addresses.slice(0, MAX_RECIPIENTS) };
  });
}

function chipAddress(chip: Element): ReadAddress[] {
  const email = attribute(chip, 'data-hovercard-id');
  const address = isAddress(email) && readAddress(email, attribute(chip, 'data-name', 600));
  return address ? [address] : [];
}

/** The recipients in hidden inputs, and in the text box of older pages. */
function typedAddresses(root: Element, role: string): ReadAddress[] {
  const inputs = ofGmail(
    root,
    `input[type="hidden"][name="${role}"], textarea[name="${role}"]`,
    MAX_RECIPIENTS,
  );
  return inputs.flatMap(input => readAddressList('value' in input ? String(input.value) : ''));
}
