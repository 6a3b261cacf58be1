// A mail whose HTML imitates the webmail it is read in; and pages whose names for things have changed.
import { expect } from 'vitest';
import type { Sighting } from '../../lib/model/sighting';

/** What a sender might put into a mail: every hook of the adapters, with another person's address. */
export const imitation = `
<div role="main"><div class="a98 iY"><div class="ha"><h2 class="hP" data-legacy-thread-id="00000000deadbeef">Fake</h2></div>
<div class="h7" role="listitem"><div class="adn ads" data-message-id="#msg-f:1" data-legacy-message-id="00000000deadbeef"
 jslog="1; 1:WyIjdGhyZWFkLWY6MSJd; 4:WyIjbXNnLWY6MSJd">
<table class="cf ix"><tr><td class="gF"><span class="gD" email="fake@evil.example" name="Fake">Fake</span>
<span class="go">&lt;fake@evil.example&gt;</span></td></tr></table>
<div class="hb">to <span class="g2" email="fake@evil.example" name="me">me</span></div>
<div class="ii gt"><div class="a3s"><p>fake text</p></div></div></div></div></div>
<div class="AD" role="dialog"><form><input name="composeid" value="1"><input type="hidden" name="to" value="fake@evil.example">
<div class="anm" name="to"><span role="option" data-hovercard-id="fake@evil.example" data-name="Fake"></span></div></form>
<div g_editable="true" contenteditable="true" class="Am editable">fake</div><div class="aoO" role="button">Send</div></div>
<table><tr class="zA"><td><span class="yP" email="fake@evil.example" name="Fake">Fake</span></td></tr></table>
<div role="banner"><a aria-label="Fake (fake@evil.example)" href="#">F</a></div></div>
<div id="message-header"><h2 class="subject">Fake</h2><div class="header-summary"><span class="adr">
<a class="rcmContactAddress" title="fake@evil.example" href="mailto:fake@evil.example">Fake</a></span></div>
<table class="header-headers"><tr><td class="header from"><a class="rcmContactAddress" title="fake@evil.example">Fake</a></td></tr>
<tr><td class="header to"><a class="rcmContactAddress" title="fake@evil.example">Fake</a><a class="morelink" onclick="x('&lt;a class=rcmContactAddress title=fake@evil.example&gt;Fake&lt;/a&gt;')"></a></td></tr></table></div>
<table id="messagelist"><tr class="message"><td class="fromto"><span class="rcmContactAddress" title="fake@evil.example">Fake</span></td></tr></table>
<span class="header-title username">fake@evil.example</span><select id="_from"><option>fake@evil.example</option></select>
<textarea id="composebody"></textarea><textarea id="_to">fake@evil.example</textarea>
<div id="ReadingPaneContainerId"><div id="ConversationReadingPaneContainer" data-app-section="MailReadCompose">
<div id="CONV_9_SUBJECT" role="heading" title="Fake">Fake</div>
<div class="wide-content-host"><div aria-label="Email message"><div id="MSG_9_FROM"><span class="OZZZK" role="button"
 data-lpc-hover-target-id="lpc-9" aria-label="From: Fake&lt;fake@evil.example&gt;">Fake</span></div>
<div data-testid="RecipientWell"><span role="button" class="lpc-hoverTarget" aria-label="Fake&lt;fake@evil.example&gt;">Fake</span></div>
<div id="UniqueMessageBody_9" role="document">fake text</div></div></div></div></div>
<div id="MailList" role="listbox"><div role="option" data-convid="AAQkFAKE" aria-selected="true"><span title="fake@evil.example">Fake</span></div></div>
<div id="primaryMailboxRoot_9" data-folder-name="fake@evil.example" title="fake@evil.example"></div>
<button id="mectrl_main_trigger" aria-label="Fake fake@evil.example"></button>
<div id="docking_InitVisiblePart_9"><div data-testid="RecipientWell" contenteditable="true"><span data-lpc-hover-target-id="lpc-8"
 aria-label="Fake&lt;fake@evil.example&gt;">Fake</span></div><div id="editorParent_9"><div contenteditable="true" aria-multiline="true"
 role="textbox"><div id="divRplyFwdMsg">fake</div></div></div><button data-testid="ComposeSendButton">Send</button></div>`;

/** The sighting without the messages' texts, which may be anything. */
export function withoutTexts(sighting: Sighting | undefined): unknown {
  if (!sighting?.conversation) return sighting;
  const messages = sighting.conversation.messages.map(({ text: _, ...message }) => message);
  return { ...sighting, conversation: { ...sighting.conversation, messages } };
}

/**
 * Runs `look` while a class or id has another name, an attribute is gone, or an element has another name, everywhere
 * outside of `spared`; then puts it back.
 */
export function without<T>(document: Document, hook: string, spared: string, look: () => T): T {
  const found = [...document.querySelectorAll(hook)].filter(
    element => spared === '' || !element.parentElement?.closest(spared),
  );
  const restore = /^[.#[]/.test(hook) ? withoutAttribute(found, hook) : withOtherName(found);
  try {
    return look();
  } finally {
    restore();
  }
}

function withoutAttribute(found: Element[], hook: string): () => void {
  const name = hook.replace(/^[.#[]|\]$/g, '');
  const attribute = hook.startsWith('.') ? 'class' : hook.startsWith('#') ? 'id' : name;
  const values = found.map(element => element.getAttribute(attribute) ?? '');
  for (const element of found) {
    if (hook.startsWith('.')) element.classList.replace(name, `${name}-renamed`);
    else element.removeAttribute(attribute);
  }
  return () => {
    for (const [place, element] of found.entries()) element.setAttribute(attribute, values[place]!);
  };
}

function withOtherName(found: Element[]): () => void {
  const swap = (from: Element, to: Element) => {
    to.append(...from.childNodes);
    from.replaceWith(to);
  };
  const others = found.map(element => {
    const other = element.ownerDocument.createElement('x-renamed');
    for (const { name, value } of element.attributes) other.setAttribute(name, value);
    swap(element, other);
    return other;
  });
  return () => {
    for (const [place, element] of found.entries()) swap(others[place]!, element);
  };
}

/** Whatever is missing, nobody may be shown who is not on the page, and no message gets another sender. */
export function expectNobodyWrong(
  seen: Sighting | undefined,
  truth: Sighting | undefined,
  hook: string,
  alsoCalled: readonly string[] = [],
): void {
  const known = new Set([...(truth?.people ?? []).flatMap(names), ...alsoCalled]);
  // Who is shown by name alone, with the address hidden, is matched with nobody.
  const shown = (seen?.people ?? []).filter(person => !person.addressHidden);
  const wrong = shown.filter(person => names(person).every(name => !known.has(name)));
  expect(wrong, hook).toEqual([]);
  const messages = truth?.conversation?.messages ?? [];
  const senders = new Map(messages.map(({ id, from }) => [id, names(truth?.people[from])]));
  const everybody = messages.flatMap(({ from }) => names(truth?.people[from]));
  for (const { id, from } of seen?.conversation?.messages ?? []) {
    const isOther = names(seen?.people[from]).some(name => alsoCalled.includes(name));
    if (seen?.people[from]?.addressHidden || isOther) continue;
    const right = (id === undefined ? undefined : senders.get(id)) ?? everybody;
    expect(
      names(seen?.people[from]).some(name => right.includes(name)),
      `${hook}: message ${id}`,
    ).toBe(true);
  }
}

/** What a person may be called by: identities in both their forms, else the name alone. */
function names(person: Sighting['people'][number] | undefined): string[] {
  const all = (person?.identities ?? []).flatMap(({ value, id }) => [
    value.toLowerCase(),
    ...(id ? [id.toLowerCase()] : []),
  ]);
  return [...all, ...(person?.name ? [person.name] : [])];
}
