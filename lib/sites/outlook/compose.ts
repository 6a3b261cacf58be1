// Outlook's drafts: each editor with its recipients, the place for new text and its send button.
import { oneLine } from '../addresses';
import { attribute, lineOf, visible } from '../dom';
import { type Field, fieldOf, identitiesOf } from '../recipients';
import type { Composer } from '../site';
import { entryOf, peopleOf, wellsOf } from './people';
import {
  BEFORE,
  BODY,
  DOCUMENT,
  DRAFT,
  EDITABLE,
  EDITOR,
  LIST,
  MESSAGE,
  OTHER_EDITOR,
  PILL,
  SEND,
  WELL,
} from './selectors';
import { isWritten } from './written';

const MAX_COMPOSERS = 20;
const MAX_STEPS = 60;
/** What a field says beside its recipients. */
const NO_RECIPIENT = 'button, label, [role="button"], [aria-hidden="true"]';
/** What is never part of a draft. */
const OUTSIDE = `${BODY}, ${DOCUMENT}, ${MESSAGE}, ${LIST}`;

/** The open drafts of the page. */
export function composersOf(document: Document): Composer[] {
  return openEditors(document).map(element => {
    const draft = draftAround(element, document);
    const before = element.querySelector(BEFORE);
    const send = [...draft.querySelectorAll(SEND)].find(button => !isWritten(button));
    return {
      element,
      recipients: identitiesOf(fieldsOf(draft, element)),
      ...(before && { before }),
      ...(send && { send }),
    };
  });
}

/** The recipients of the first open draft; undefined where none is open. */
export function firstRecipients(document: Document): Field[] | undefined {
  const [editor] = openEditors(document);
  return editor && fieldsOf(draftAround(editor, document), editor);
}

/** Everything that belongs to drafts, also to those that are not shown: nothing in it is of a mail. */
export const draftsOf = (document: Document): Element[] => [
  ...[...document.querySelectorAll(DRAFT)].filter(draft => !isWritten(draft)),
  ...editorsOf(document).map(editor => draftAround(editor, document)),
];

const openEditors = (document: Document): HTMLElement[] => editorsOf(document).filter(visible);

function editorsOf(document: Document): HTMLElement[] {
  const editable = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      ({ parentElement }) => parentElement && !isWritten(parentElement),
    );
  const editors = editable(EDITOR);
  const found =
    editors.length > 0
      ? editors
      : editable(OTHER_EDITOR).filter(box => !box.closest(WELL) && !box.querySelector(PILL));
  return found.slice(0, MAX_COMPOSERS);
}

/** The largest element around an editor that holds neither another one nor a mail, a whole draft at most. */
function draftAround(editor: Element, document: Document): Element {
  const others = editorsOf(document).filter(other => other !== editor);
  let around = editor;
  for (let step = 0; step < MAX_STEPS; step++) {
    const parent = around.parentElement;
    if (!parent || parent.matches('body') || others.some(other => parent.contains(other))) break;
    if ([...parent.querySelectorAll(OUTSIDE)].some(outside => !editor.contains(outside))) break;
    around = parent;
    if (around.matches(DRAFT)) break;
  }
  return around;
}

function fieldsOf(draft: Element, editor: Element): Field[] {
  const wells = wellsOf(draft);
  const fields = wells.length > 0 ? wells : boxesBefore(editor, draft);
  const [to = [], ...others] = fields.map(entriesIn);
  return [fieldOf('to', to), fieldOf('cc', others.flat())];
}

/** Fields without a hook of their own: what else is editable, and stands before the text. */
const boxesBefore = (editor: Element, draft: Element): Element[] =>
  [...draft.querySelectorAll(EDITABLE)].filter(
    box =>
      !editor.contains(box) &&
      !box.parentElement?.closest(EDITABLE) &&
      (box.compareDocumentPosition(editor) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );

/** A field that says something is never one without recipients: what nobody is found in stands as written. */
function entriesIn(field: Element) {
  const entries = peopleOf(field).map(entryOf);
  if (entries.length > 0 || !field.matches(WELL)) return entries;
  const written = oneLine(lineOf(field, 320, NO_RECIPIENT));
  const labels = [field, ...field.querySelectorAll('[aria-label]')].map(each =>
    attribute(each, 'aria-label'),
  );
  return written && !labels.includes(written) ? [{ written }] : [];
}
