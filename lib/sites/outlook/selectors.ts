// Outlook's hooks: ids and data attributes that outlived several of its interfaces. Its classes are made by each build.

export const BODY = '[id^="UniqueMessageBody"]';
/** Around a body; what shows the text of a mail where bodies have another name. */
export const DOCUMENT = '[role="document"]';
export const EDITABLE = '[contenteditable]:not([contenteditable="false"])';

export const READING_PANE = '#ReadingPaneContainerId, #ConversationReadingPaneContainer';
/** Holds mails and drafts alike; where it stands alone it is the reading pane. */
export const MAIN = '[data-app-section="MailReadCompose"]';
/** Around one message; the second lasted from 2023 on. */
export const MESSAGE = '[aria-label="Email message"], .wide-content-host';
export const SUBJECT = '[id^="CONV_"][id$="_SUBJECT"], [id^="MSG_"][id$="_SUBJECT"][role="heading"]';
export const OTHER_SUBJECT = 'div[role="heading"][title]';
export const FROM = '[id^="MSG_"][id$="_FROM"]';
/** The name of a sender since 2023, where the head has no id: only ever together with a label. */
export const SENDER_NAME = '.OZZZK';
export const WELL = '[data-testid="RecipientWell"]';
/** When a mail was sent, in the words of the page's language. */
export const SENT = '[data-testid="SentReceivedSavedTime"]';
/** A name with a card behind it. */
export const PILL = '[data-lpc-hover-target-id], .lpc-hoverTarget';
/** A person in a head: "From: Name<address>", where the first word is one of the page's language. */
export const LABELLED = 'span[aria-label], [role="button"][aria-label]';
/** Where quoted mail begins; Outlook puts "x_" before the ids in a mail that came in. */
export const QUOTE =
  '[id$="divRplyFwdMsg"], [id$="appendonsend"], [id$="mail-editor-reference-message-container"], [class~="gmail_quote"], [class~="x_gmail_quote"]';

/** The card that opens on a name; only there is the address of a known contact. */
export const CARD = '[data-log-region="LivePersonaCard"]';
export const CARD_ADDRESS = '[data-log-name="Email"]';
export const CARD_NAME = '[data-log-name="PersonName"], [role="heading"], h1, h2';

export const ACCOUNT = '[id^="primaryMailboxRoot"]';
export const ACCOUNT_BUTTON = '#mectrl_main_trigger';

export const LIST = '#MailList';
export const ROW = '#MailList [role="option"][data-convid]';
export const CHOSEN_ROW = '#MailList [data-convid][aria-selected="true"]';
/** Rows of people who are no contacts of the user have the address in a title. */
export const ROW_ADDRESS = 'span[title*="@"]';

export const EDITOR = '[id^="editorParent_"] [contenteditable="true"]';
/** Editors whose parent has another name. */
export const OTHER_EDITOR =
  '[data-app-section="MailReadCompose"] [contenteditable="true"][aria-multiline="true"], [id^="docking_InitVisiblePart"] [contenteditable="true"][aria-multiline="true"]';
/** Around one draft. */
export const DRAFT = '[id^="docking_InitVisiblePart"]';
export const BEFORE = '#divRplyFwdMsg, #appendonsend';
export const SEND = '[data-testid="ComposeSendButton"]';
