// Outlook's hooks: ids and data attributes that outlived several of its interfaces. Its classes are made by each build.

/** What people wrote: nothing in it is read as an address of somebody. */
export const BODY = '[id^="UniqueMessageBody"]';
export const WRITTEN = `${BODY}, [contenteditable="true"]`;
export const READING_PANE = '#ReadingPaneContainerId, #ConversationReadingPaneContainer';
/** Around one message; the second lasted from 2023 on. */
export const MESSAGE = '[aria-label="Email message"], .wide-content-host';
export const SUBJECT = '[id^="CONV_"][id$="_SUBJECT"]';
export const OTHER_SUBJECT = 'div[role="heading"][title]';
export const FROM = '[id^="MSG_"][id$="_FROM"]';
export const WELL = '[data-testid="RecipientWell"]';
/** A person in a head: "From: Name<address>", where the first word is one of the page's language. */
export const LABELLED = 'span[aria-label], [role="button"][aria-label]';
export const QUOTED = '#divRplyFwdMsg, #appendonsend, blockquote';

/** The card that opens on a name; only there is the address of a known contact. */
export const CARD = '[data-log-region="LivePersonaCard"]';
export const CARD_ADDRESS = '[data-log-name="Email"]';

export const ACCOUNT = '[id^="primaryMailboxRoot"]';
export const ACCOUNT_BUTTON = '#mectrl_main_trigger';

export const LIST = '#MailList';
export const ROW = '#MailList [role="option"][data-convid]';
export const CHOSEN_ROW = '#MailList [data-convid][aria-selected="true"]';
/** Rows of people who are no contacts of the user have the address in a title. */
export const ROW_ADDRESS = 'span[title*="@"]';

export const EDITOR =
  '[id^="editorParent_"] [contenteditable="true"], [data-app-section="MailReadCompose"] [contenteditable="true"][aria-multiline="true"], [id^="docking_InitVisiblePart"] [contenteditable="true"][aria-multiline="true"]';
/** Around one draft. */
export const DRAFT = '[id^="docking_InitVisiblePart"], [data-app-section="MailReadCompose"]';
export const BEFORE = '#divRplyFwdMsg, #appendonsend';
export const SEND = '[data-testid="ComposeSendButton"]';
