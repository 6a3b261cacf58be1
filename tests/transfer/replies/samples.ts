// Files as the programs write them, with invented texts, and what is read in them.
import type { ReadReply, ReplyDraft } from '../../../lib/model/reply-draft';
import { type ReadFile, readReplyFile } from '../../../lib/transfer/replies/read-file';

export const read = (text: string | Uint8Array<ArrayBuffer>, name = 'file'): Promise<ReadFile> =>
  readReplyFile(new Blob([text]), name);
export const readJson = (value: unknown): Promise<ReadFile> => read(JSON.stringify(value), 'file.json');

/** The only text of a file as a draft with its remarks; throws when it was refused. */
export async function only(
  file: Promise<ReadFile>,
): Promise<{ draft: ReplyDraft; remarks: string[]; body: string }> {
  const { replies } = await file;
  const [first] = replies;
  if (replies.length !== 1 || !first || 'refused' in first) throw new Error(JSON.stringify(replies));
  return { ...first, body: first.draft.variants[0]?.body ?? '' };
}

export const refusals = (replies: ReadReply[]): string[] =>
  replies.flatMap(reply => ('refused' in reply ? `${reply.place}: ${reply.refused}` : []));

/** One snippet of Text Blaze. */
export const snippet = (text: string, more: object = {}) => ({
  version: 7,
  folders: [
    { name: 'Support', snippets: [{ name: 'Answer', shortcut: '/ans', type: 'text', text, ...more }] },
  ],
});

/** One macro of Zendesk that answers with `value`. */
export const macro = (value: unknown, more: object = {}, field = 'comment_value') => ({
  macros: [{ id: 1, title: 'Answer', active: true, actions: [{ field, value }], ...more }],
  next_page: null,
  count: 1,
});

export const zendesk = {
  macros: [
    {
      id: 360011,
      title: 'Billing::Refund is on its way',
      active: true,
      actions: [
        { field: 'status', value: 'solved' },
        { field: 'current_tags', value: 'refund money_back' },
        {
          field: 'comment_value_html',
          value:
            '<p>Hello {{ticket.requester.first_name}},</p><p>your refund for <b>{{ticket.title}}</b> is on its way.<br>It carries the number {{ticket.id}}.</p><p>{{current_user.signature}}</p>',
        },
      ],
      restriction: null,
    },
    { id: 360012, title: 'Close quietly', active: true, actions: [{ field: 'status', value: 'closed' }] },
    {
      id: 360013,
      title: 'All items',
      active: false,
      actions: [{ field: 'comment_value', value: '{% for item in ticket.items %}{{item}}{% endfor %}' }],
    },
  ],
  next_page: null,
  count: 3,
};

/** Mail as Google Takeout writes it: two templates and a letter to somebody. */
export const takeout = [
  'From 1712345678901234567@xxx Mon Mar 02 09:00:00 +0000 2026',
  'X-GM-THRID: 1712345678901234567',
  'X-Gmail-Labels: Drafts,Template',
  'MIME-Version: 1.0',
  'Subject: =?UTF-8?Q?Danke_f=C3=BCr_die_?=',
  ' =?UTF-8?Q?Geduld?=',
  'From: Rui <rui@norte.example>',
  'Content-Type: multipart/alternative; boundary="0000abc"',
  '',
  '--0000abc',
  'Content-Type: text/plain; charset="UTF-8"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Danke f=C3=BCr die Geduld mit =',
  'uns.',
  '',
  '--0000abc',
  'Content-Type: text/html; charset="UTF-8"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<div dir=3D"ltr">Hallo,<div><br></div><div>danke f=C3=BCr die Geduld. {{Name}}</div></div>',
  '',
  '--0000abc--',
  '',
  'From 1712345678901234568@xxx Mon Mar 02 09:05:00 +0000 2026',
  'X-Gmail-Labels: Drafts',
  'Subject: Opening hours',
  'Content-Type: text/plain; charset="UTF-8"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('We are open from nine to five — come by!').toString('base64'),
  '',
  'From 1712345678901234569@xxx Mon Mar 02 09:06:00 +0000 2026',
  'X-Gmail-Labels: Sent,Opened',
  'To: Marta Ruiz <marta.ruiz@norte.example>',
  'Subject: Your grinder',
  '',
  'Dear Marta, it is ready.',
  '>From here on it is yours.',
  '',
].join('\n');
