// Outlook's drafts: each editor with its recipients, the place for new text and its send button.

import { visible } from '../dom';
import { type Field, fieldOf, identitiesOf } from '../recipients';
import type { Composer } from '../site';
import { entryOf, peopleOf, wellsOf } from './people';
import { BEFORE, DRAFT, EDITOR, SEND } from './selectors';

const MAX_COMPOSERS = 20;
const MAX_STEPS = 30;

/** The open drafts of the page. */
export function composersOf(document: Document): Composer[] {
  return editorsOf(document).map(element => {
    const draft = draftAround(element);
    const before = element.querySelector(BEFORE);
    const send = draft.querySelector(SEND);
    return {
      element,
      recipients: identitiesOf(fieldsOf(draft)),
      ...(before && { before }),
      ...(send && { send }),
    };
  });
}

/** The recipients of the first open draft; undefined where none is open. */
export function firstRecipients(document: Document): Field[] | undefined {
  const [editor] = editorsOf(document);
  return editor && fieldsOf(draftAround(editor));
}

const editorsOf = (document: Document): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(EDITOR)]
    .filter(element => visible(element) && !element.parentElement?.closest('[contenteditable="true"]'))
    .slice(0, MAX_COMPOSERS);

/** The largest element around an editor that holds no other, a whole draft at most. */
function draftAround(editor: Element): Element {
  let around = editor;
  for (let step = 0; step < MAX_STEPS; step++) {
    const parent = around.parentElement;
    if (!parent || parent.matches('body') || parent.querySelectorAll(EDITOR).length > 1) break;
    around = parent;
    if (around.matches(DRAFT)) break;
  }
  return around;
}

function fieldsOf(draft: Element): Field[] {
  const [to = [], ...others] = wellsOf(draft).map(well => peopleOf(well).map(entryOf));
  return [fieldOf('to', to), fieldOf('cc', others.flat())];
}
