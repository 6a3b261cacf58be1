// The demo's pages: what Roundcube's skin "elastic" gives a browser, with the same ids and classes, much reduced.
import { me, messages } from './mail.mjs';

const html = text => text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);

const contact = ({ name, address }) =>
  `<span class="adr"><a href="mailto:${html(address)}" class="rcmContactAddress" title="${html(address)}" dir="auto">${html(name || address)}</a></span>`;

const page = (title, attributes, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
<link rel="stylesheet" href="/demo.css">
<script src="/demo.js" defer></script>
</head>
<body class="task-mail ${attributes}">
${body}
</body>
</html>`;

const bar = content => `<header id="layout-bar">
<span class="mark" aria-hidden="true"></span><strong>Demo webmail</strong>
<span class="header-title username">${me.address}</span>
${content}
</header>`;

const dateOf = (message, now) => new Date(now - message.hours * 3_600_000);
const short = new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
/** Roundcube's `Y-m-d H:i`, which is how Sweden writes it. */
const long = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short' });

const link = (message, action, more = '') =>
  `/?_task=mail&amp;_mbox=INBOX&amp;_uid=${message.uid}${more}&amp;_action=${action}`;

const row = (message, now) => `<tr id="rcmrow${message.uid}" class="message" data-uid="${message.uid}">
<td class="subject">
<span class="fromto skip-on-drag">${contact(message.from)}</span>
<span class="date">${short.format(dateOf(message, now))}</span>
<span class="subject"><a href="${link(message, 'show')}"><span dir="auto">${html(message.subject)}</span></a></span>
</td></tr>`;

/** The list of messages beside an empty frame, in which the chosen one is shown. */
export const listPage = now =>
  page(
    'Demo webmail: Inbox',
    'action-none',
    `${bar('')}
<main id="layout">
<div id="layout-list" role="region" aria-label="Messages"><table id="messagelist" class="listing messagelist"><tbody>
${messages.map(message => row(message, now)).join('\n')}
</tbody></table></div>
<div id="layout-content"><iframe id="messagecontframe" name="messagecontframe" title="Message" src="/watermark"></iframe></div>
</main>`,
  );

const header = (name, people) =>
  people.length === 0
    ? ''
    : `<tr><td class="header-title">${name.label}</td><td class="header ${name.field}">${people.map(contact).join(', ')}</td></tr>`;

const messageParts = (message, now) => `<div id="message-header">
<h2 class="subject"><span class="voice">Subject: </span><span dir="auto">${html(message.subject)}</span></h2>
<div class="header-content">
<div class="header-summary"><span class="text">From ${contact(message.from)} on <span class="text-nowrap">${long.format(dateOf(message, now))}</span></span></div>
<div class="header-headers"><table class="headers-table"><tbody>
${header({ label: 'From', field: 'from' }, [message.from])}
${header({ label: 'Reply-To', field: 'replyto' }, message.replyTo ? [message.replyTo] : [])}
${header({ label: 'To', field: 'to' }, [me])}
${header({ label: 'Cc', field: 'cc' }, message.cc ?? [])}
<tr><td class="header-title">Date</td><td class="header date">${long.format(dateOf(message, now))}</td></tr>
</tbody></table></div></div></div>
<div id="messagebody"><div class="message-part" id="message-part1"><div class="pre" dir="auto">${html(message.text)}</div></div></div>`;

const toolbar = message =>
  `<div id="toolbar-menu"><a class="reply" title="Reply to sender" target="_top" href="/?_task=mail&amp;_mbox=INBOX&amp;_reply_uid=${message.uid}&amp;_action=compose">Reply</a></div>`;

/** A message, alone or in the frame beside the list. */
export function messagePage(message, now, framed) {
  const body = `${toolbar(message)}${messageParts(message, now)}`;
  if (framed) return page(message.subject, 'action-preview iframe', `<main>${body}</main>`);
  const back = '<a href="/?_task=mail&amp;_mbox=INBOX">Back to the inbox</a>';
  return page(
    message.subject,
    'action-show',
    `${bar(back)}<main id="layout-content" class="alone">${body}</main>`,
  );
}

/** What stands in the frame before a message was chosen. */
export const watermarkPage = () =>
  page('No message', 'watermark', '<p>Choose a message. Regulars, at the side, says who wrote it.</p>');

/** The page for an answer, with the quoted message and a signature. */
export function composePage(message, now) {
  const quoted = message.text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n');
  const date = long.format(dateOf(message, now));
  const text = `\n\n-- \n${me.name}\nTostadero Sol\n\nOn ${date}, ${message.from.name} wrote:\n${quoted}\n`;
  const to = `${message.from.name} <${message.from.address}>`;
  return page(
    `Re: ${message.subject}`,
    'action-compose',
    `${bar('<a href="/?_task=mail&amp;_mbox=INBOX">Back to the inbox</a>')}
<main id="layout-content" class="alone"><form id="compose-content">
<label>From <select id="_from" name="_from"><option selected>${html(`${me.name} <${me.address}>`)}</option></select></label>
<div class="line">To <textarea id="_to" name="_to" hidden>${html(to)}</textarea>
<ul class="recipient-input"><li class="recipient" title="${html(to)}"><span class="name" dir="auto">${html(message.from.name)}</span><span class="email">&lt;${html(message.from.address)}&gt;</span></li></ul></div>
<label>Subject <input id="compose-subject" name="_subject" value="${html(`Re: ${message.subject}`)}" dir="auto"></label>
<textarea id="composebody" name="_message" aria-label="Message" dir="auto">${html(text)}</textarea>
<p class="line"><button type="submit" class="send">Send</button><span role="status" id="notice"></span></p>
</form></main>`,
  );
}
