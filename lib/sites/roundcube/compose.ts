// Roundcube's page for writing a mail: recipients and the one editor, plain or TinyMCE.
import { type Entry, entriesOf } from '../addresses';
import { frameDocument, lineOf, visible } from '../dom';
import { type Field, fieldOf, identitiesOf, MAX_RECIPIENTS } from '../recipients';
import type { Composer } from '../site';
import { ofRoundcube } from './elements';
import {
  EDITOR_BODY,
  EDITOR_FRAME,
  RECIPIENT,
  RECIPIENT_LIST,
  SEND,
  SIGNATURE_OR_QUOTE,
  TEXT_EDITOR,
} from './selectors';

/** Whether the document is the page for writing a mail. */
export function isComposePage(document: Document): boolean {
  return ofRoundcube(document, TEXT_EDITOR) !== undefined;
}

/** The document inside the rich editor. */
export function editorDocument(document: Document): Document | undefined {
  return frameDocument(ofRoundcube<HTMLIFrameElement>(document, EDITOR_FRAME));
}

/** The recipients by field, as the hidden text boxes hold them, else as shown. */
export function fieldsOf(document: Document): Field[] {
  return (['to', 'cc', 'bcc'] as const).map(role => {
    const box = ofRoundcube<HTMLTextAreaElement>(document, `textarea#_${role}`);
    const held = box ? entriesOf(box.value) : [];
    const list = box?.parentElement?.querySelector(RECIPIENT_LIST);
    return fieldOf(role, held.length > 0 || !list ? held : shownIn(list));
  });
}

/** The open editor, if there is one. */
export function composersOf(document: Document): Composer[] {
  const rich = editorDocument(document)?.querySelector<HTMLElement>(EDITOR_BODY);
  const element = rich ?? ofRoundcube<HTMLElement>(document, TEXT_EDITOR);
  if (!element) return [];
  const before = rich?.querySelector(SIGNATURE_OR_QUOTE);
  const buttons = [...document.querySelectorAll(SEND)].slice(0, 10);
  const send = buttons.find(visible) ?? buttons[0];
  return [
    {
      element,
      recipients: identitiesOf(fieldsOf(document)),
      ...(before && { before }),
      ...(send && { send }),
    },
  ];
}

function shownIn(list: Element): Entry[] {
  const shown = [...list.querySelectorAll(RECIPIENT)].slice(0, MAX_RECIPIENTS);
  return shown.flatMap(item => entriesOf(lineOf(item, 700)));
}
