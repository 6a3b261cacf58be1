// Mail as it travels: headers and body of an invented message (RFC 5322, RFC 2045 to 2047).

export type Draft = {
  from: string;
  to?: string;
  cc?: string;
  replyTo?: string;
  sender?: string;
  subject: string;
  text: string;
  html?: string;
  /** Hours before now. */
  ago: number;
  id: string;
  /** Ids of the messages before it in its conversation, the oldest first. */
  after?: string[];
};

const line = '\r\n';
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, `$&${line}`);

/** A header's value with words that are not ASCII encoded. */
const encoded = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** `Name <address>`, quoted or encoded where it must be. */
export function mailbox(name: string, address: string): string {
  const quoted = /^[\w .'-]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
  return `${/^[\x20-\x7e]*$/.test(name) ? quoted : encoded(name)} <${address}>`;
}

const part = (type: string, text: string) =>
  [`Content-Type: ${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64', '', base64(text), ''].join(
    line,
  );

function bodyOf({ text, html, id }: Draft): string {
  if (html === undefined) return part('text/plain', text);
  const boundary = `part-${id}`;
  return [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    `${part('text/plain', text)}--${boundary}`,
    `${part('text/html', html)}--${boundary}--`,
    '',
  ].join(line);
}

/** The whole message, with the line ends of the wire. `now` in milliseconds. */
export function compose(draft: Draft, recipient: string, now: number): string {
  const date = new Date(now - draft.ago * 3_600_000).toUTCString().replace('GMT', '+0000');
  const named = (id: string) => `<${id}@seed.example>`;
  const { after = [] } = draft;
  const headers: [string, string | undefined][] = [
    ['Date', date],
    ['Message-ID', named(draft.id)],
    ['From', draft.from],
    ['To', draft.to ?? recipient],
    ['Cc', draft.cc],
    ['Sender', draft.sender],
    ['Reply-To', draft.replyTo],
    ['Subject', encoded(draft.subject)],
    ['In-Reply-To', after.length > 0 ? named(after.at(-1) ?? '') : undefined],
    ['References', after.length > 0 ? after.map(named).join(' ') : undefined],
    ['MIME-Version', '1.0'],
  ];
  const head = headers.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return head.join(line) + line + bodyOf(draft);
}
