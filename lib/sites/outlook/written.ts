// What people wrote: nothing in mails and drafts is ever taken for a part of Outlook.
import { BODY, DOCUMENT, EDITABLE, WELL } from './selectors';

/** Whether an element stands in the text of a mail or of a draft. Recipients stand in boxes that are editable as well. */
export function isWritten(element: Element): boolean {
  if (element.closest(BODY) || isInText(element)) return true;
  const well = element.closest(WELL);
  const outside = well ? well.parentElement : element;
  return Boolean(outside?.closest(EDITABLE));
}

/** A document with a body in it is the frame of that body, and its own part of the page. */
function isInText(element: Element): boolean {
  const text = element.closest(DOCUMENT);
  return text !== null && text.querySelector(BODY) === null;
}
