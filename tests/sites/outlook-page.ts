// Pages of Outlook that nobody wrote down: invented threads in each of its layouts, cards and drafts.
import type { Sighting } from '../../lib/model/sighting';
import { outlook } from '../../lib/sites/outlook/outlook';
import { parsePage } from './load-page';

/** Somebody on the page; a contact of the user is shown by name alone. */
export type Someone =
  | { name: string; address: string; hidden?: undefined }
  | { name: string; hidden: true; address?: undefined };
export type Invented = { from: Someone; to: readonly Someone[]; folded?: boolean; body?: string };

/** How a head names its sender, and what is around each message. */
export type Layout = { head: 'id' | 'label'; frame: 'both' | 'class' | 'label' | 'none' };

export const layouts: Layout[] = [
  { head: 'id', frame: 'both' },
  { head: 'id', frame: 'class' },
  { head: 'id', frame: 'label' },
  { head: 'id', frame: 'none' },
  { head: 'label', frame: 'both' },
  { head: 'label', frame: 'class' },
];

export const inbox = new URL('https://outlook.office.com/mail/inbox/id/AAQkCHOSEN%3D');
export const own: Someone = { name: 'Nora Vidal', address: 'nora@norte.example' };
export const ana: Someone = { name: 'Ana Sol', address: 'ana@sol.example' };
export const marta: Someone = { name: 'Marta Ruiz', hidden: true };

/** The addresses of a sighting, in its order. */
export const valuesOf = (sighting: Sighting | undefined): string[] =>
  (sighting?.people ?? []).flatMap(({ identities }) => identities.map(({ value }) => value));

/** Whom each open box answers. */
export const recipientsOf = (document: Document, url: URL) =>
  outlook.composers(document, url).map(({ recipients }) => recipients.map(({ value }) => value));

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const labelOf = ({ name, address }: Someone, word = '') =>
  escaped(`${word}${name}${address ? `<${address}>` : ''}`);

const headOf = (from: Someone, place: number, { head }: Layout) => {
  const label = labelOf(from, 'Von: ');
  return head === 'id'
    ? `<div id="MSG_${place}_FROM"><span class="OZZZK" role="button" aria-label="${label}">${escaped(from.name)}</span></div>`
    : `<span class="o4zjZ" aria-label="${label}"><span class="OZZZK">${escaped(from.name)}</span></span>`;
};

const pill = (person: Someone) =>
  `<span class="lpc-hoverTarget" data-lpc-hover-target-id="lpc-1"><span role="button" aria-label="${labelOf(person)}"><span>${escaped(person.name)}</span></span></span>`;

const messageOf = ({ from, to, folded, body }: Invented, place: number, layout: Layout) => {
  const well = `<div data-testid="RecipientWell"><label>An</label><div role="textbox" aria-readonly="true"
    aria-label="An: ${escaped(to.map(({ name }) => name).join(', '))}">${to.map(pill).join('; ')}</div></div>`;
  const text = `<div class="body-frame" role="document"><div id="UniqueMessageBody_${place}" aria-label="Nachrichtentext">
    ${body ?? `<p>text ${place}</p><blockquote>`}</div></div>`;
  const inner = `<div class="head">${headOf(from, place, layout)}${well}</div>${folded ? '' : text}`;
  const { frame } = layout;
  const label = frame === 'both' || frame === 'label' ? ' aria-label="Email message"' : '';
  const className = frame === 'both' || frame === 'class' ? ' class="wide-content-host"' : '';
  return `<div class="aVla3"><div${className}><div${label}>${inner}</div></div></div>`;
};

/** A page with the list, the reading pane and the account. */
export function pageOf(
  messages: readonly Invented[],
  layout: Layout = { head: 'id', frame: 'both' },
): Document {
  const row = (id: string, isChosen: boolean) =>
    `<div role="option" data-convid="${id}" aria-selected="${isChosen}"><span>Somebody</span></div>`;
  return parsePage(`<body><button id="mectrl_main_trigger" aria-label="Konto von ${own.name} ${own.address}"></button>
    <div id="primaryMailboxRoot_1" data-folder-name="${own.address}" title="${own.address}"></div>
    <div id="MailList" role="listbox">${row('AAQkCHOSEN=', true)}${row('AAQkOTHER=', false)}</div>
    <div role="main" data-app-section="MailReadCompose"><div id="ReadingPaneContainerId">
    <div id="ConversationReadingPaneContainer"><div id="CONV_1_SUBJECT" role="heading">Subject</div>
    ${messages.map((message, place) => messageOf(message, place, layout)).join('')}</div></div></div></body>`);
}

/** The card that opens on a name; `more` stands before the address. */
export const card = (name: string, address: string, more = '') =>
  `<div data-log-region="LivePersonaCard" role="dialog"><span role="img" aria-label="x"></span>
  <div role="heading">${escaped(name)}</div>${more}<div data-log-name="Email"><button><span>${address}</span></button></div></div>`;

/** An open draft with its first field. */
export const draft = (to: readonly Someone[], field = 'data-testid="RecipientWell"') =>
  `<div id="docking_InitVisiblePart_0"><div ${field}>${to.map(pill).join('')}</div>
  <input id="MSG_7_SUBJECT" value="Re: x"><div id="editorParent_1"><div role="textbox" aria-multiline="true"
  contenteditable="true"><div><br></div><div id="divRplyFwdMsg"></div><div>old</div></div></div>
  <button data-testid="ComposeSendButton">Send</button></div>`;
