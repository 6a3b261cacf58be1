// Every name by which Gmail's page is read; none depends on its language.

/** Written by the sender of a mail: nothing below is ever read but as text. */
export const BODY = '.a3s, .ii';
/** Written by somebody, the user included: no person is ever read below. */
export const WRITTEN = `${BODY}, [g_editable], [contenteditable="true"]`;

export const MAIN = '[role="main"]';
export const BANNER_ACCOUNT = '[role="banner"] a[aria-label*="@"], #gb a[aria-label*="@"]';
/** The window of its own that Gmail opens for a draft. */
export const COMPOSE_WINDOW = 'body.xE.xp';

export const SUBJECT = 'h2.hP, .ha h2';
/** The largest elements that hold one thread and no other: whole page, old page, reading pane. */
export const THREAD = '.a98.iY, .if, .Bu, .aia';
/** A place in the list of messages, collapsed or not, and the message in it. */
export const MESSAGE = '.h7, .kv, .kQ, .kx, .ads, [data-message-id], [data-legacy-message-id]';
export const COLLAPSED = '.kv, .kQ, .kx';
/** In the order of trust; the later ones serve where the earlier are missing. */
export const SENDERS = ['.gD', '.gF [email], .ix [email]'];
/** The address printed beside the sender's name. */
export const PRINTED_SENDER = '.go';
export const RECIPIENTS = '.hb';
export const RECIPIENT = '.hb [email], .hb [data-hovercard-id], .g2';
/** Its title is the time in words of the page's language. */
export const PRINTED_TIME = '.g3[title]';
export const LOGGED = '[jslog]';
export const QUOTED = '.gmail_quote, .gmail_quote_container, blockquote, .gmail_extra .gmail_quote';

export const ROW = 'tr.zA';
export const ROW_PERSON = '.yP[email], .zF[email]';

export const EDITOR = '[g_editable="true"], .editable[contenteditable="true"]';
/** What tells that the whole of a composer is inside an element. */
export const COMPOSER_PARTS =
  'input[name="composeid"], input[name="draft"], input[name="subjectbox"], [name="to"], [role="option"][data-hovercard-id]';
/** Where a composer ends at the latest. */
export const COMPOSER = '[role="dialog"], .M9, .aoP, .ip, td.I5, .aSt';
export const CHIP = '[role="option"]:is([data-hovercard-id], [data-name])';
/** What is typed and no chip yet. */
export const TYPED = 'input[role="combobox"]';
export const SIGNATURE_OR_QUOTE =
  '.gmail_signature_prefix, .gmail_signature, .gmail_quote, .gmail_quote_container, blockquote';
export const SEND = '.aoO';
