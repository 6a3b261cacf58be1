// Every name by which Roundcube's pages are read (1.6, skin elastic); none depends on their language.

export const LIST = '#messagelist';
export const HEADER = '#message-header';
export const LOGIN = '#rcmloginuser';
/** Roundcube's own body class; shown pages of mail have it on any address. */
export const MAIL_TASK = 'body.task-mail';

export const PREVIEW = 'iframe#messagecontframe, iframe[name="messagecontframe"]';
/** Written by the sender of a mail: nothing below is ever read but as text. */
export const BODY = '#messagebody';
export const BODY_PART = '.message-part, .message-htmlpart';
/** The header of a whole mail inside the text of another. */
export const FORWARDED = '.message-partheaders';
export const QUOTED = 'blockquote, .rcm-signature, legend, .headers-table';

export const SUBJECT = 'h2.subject';
/** Screen-reader label and buttons inside the subject line. */
export const SUBJECT_EXTRA = '.voice, a';
export const SUMMARY = '.header-summary';
/** The whole date; the one in the header table may be a word. */
export const SUMMARY_DATE = '.text-nowrap';
export const HEADER_CELL = 'td.header';
export const ADDRESS = '.rcmContactAddress';
export const MORE = 'a.morelink';

export const ROW = `${LIST} tr.message`;
export const ROW_PEOPLE = '.fromto';
export const USERNAME = '.header-title.username';

export const IDENTITY = 'select#_from';
export const TEXT_EDITOR = 'textarea#composebody';
export const EDITOR_FRAME = 'iframe#composebody_ifr';
export const EDITOR_BODY = 'body[contenteditable="true"], body#tinymce';
export const RECIPIENT_LIST = 'ul.recipient-input';
export const RECIPIENT = 'li.recipient';
export const SIGNATURE_OR_QUOTE = '#_rc_sig, #reply-intro, blockquote';
export const SEND = 'button.send, a.send';
