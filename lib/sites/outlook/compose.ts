// Outlook's drafts: each editor with its recipients, the place for new text and its send button.
import { type Entry, oneLine } from '../addresses';
import { attribute, lineOf, visible } from '../dom';
import { type Field, fieldOf, identitiesOf } from '../recipients';
import type { Composer } from '../site';
import { entryOf, peopleOf, SPOKEN, wellsOf } from './people';
import {
  BEFORE,
  BODY,
  DOCUMENT,
  DRAFT,
  EDITABLE,
  EDITOR,
  LABELLED,
  LIST,
  MAIN,
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
const NO_RECIPIENT = 'button, label, [aria-hidden="true"]';
/** What is never part of a draft. */
const OUTSIDE = `${BODY}, ${DOCUMENT}, ${MESSAGE}, ${LIST}`;

/** The open drafts of the page. */
export function composersOf(document: Document): Composer[] {
  return openEditors(document).map(element => {
    const draft = draftAround(element, document);
    const before = quoteIn(element);
    const send = sendButton(draft);
    return {
      element,
      recipients: identitiesOf(fieldsOf(draft, element)),
      ...(before && { before }),
      ...(send && { send }),
    };
  });
}

/** Where the quoted mail begins: with its head, or with the rule above it. */
function quoteIn(editor: Element): Element | undefined {
  const quote = editor.querySelector(BEFORE);
  const rule = quote?.previousElementSibling;
  return (rule?.matches('hr') ? rule : quote) ?? undefined;
}

const sendButton = (draft: Element): Element | undefined =>
  [...draft.querySelectorAll(SEND)].find(button => !isWritten(button));

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

/** The settings have editors as well: only what belongs to a mail is one of a draft. */
const openEditors = (document: Document): HTMLElement[] =>
  editorsOf(document).filter(
    editor =>
      visible(editor) &&
      (editor.closest(`${DRAFT}, ${MAIN}`) !== null ||
        sendButton(draftAround(editor, document)) !== undefined),
  );

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

/** Whatever a field says is a recipient: what nobody is found in stands as it is written. */
function entriesIn(field: Element): Entry[] {
  const entries = peopleOf(field).map(entryOf);
  if (!field.matches(WELL)) return entries;
  const rest = entries.length > 0 ? `${PILL}, ${LABELLED}, ${NO_RECIPIENT}` : NO_RECIPIENT;
  const written = oneLine(lineOf(field, 320, rest));
  const labels = [field, ...field.querySelectorAll('[aria-label]')].map(each =>
    attribute(each, 'aria-label'),
  );
  return SPOKEN.test(written) && !labels.includes(written) ? [...entries, { written }] : entries;
}
