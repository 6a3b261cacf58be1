// The invented mail of the test mailbox: ordinary messages, and those that mislead a careless reader.
import { type Draft, mailbox } from './message';

export const me = { name: 'Nora Vidal', address: 'nora@norte-cafe.test', password: 'nora-pass' };

const own = mailbox(me.name, me.address);
const marta = mailbox('Marta Ruiz', 'marta.ruiz@roasters.example');
const tom = mailbox('Tom Okafor', 'tom.okafor@lagos-supply.example');

const quoted = (who: string, text: string) =>
  `<p>${text}</p><blockquote><p>On Monday, ${who} wrote:</p><p>Old words.</p></blockquote>`;

export const inbox: Draft[] = [
  {
    id: 'grinder-1',
    from: marta,
    ago: 52,
    subject: 'Grinder arrived broken',
    text: 'Hello Nora,\n\nthe grinder came with a broken burr.\n\nMarta Ruiz\nBuyer\nRoasters & Daughters\nTel. +34 600 555 014\n',
  },
  {
    id: 'grinder-2',
    from: own,
    to: marta,
    ago: 50,
    after: ['grinder-1'],
    subject: 'Re: Grinder arrived broken',
    text: 'Dear Marta,\n\nwe send a new burr today.\n\nNora\n',
  },
  {
    id: 'grinder-3',
    from: marta,
    cc: tom,
    ago: 26,
    after: ['grinder-1', 'grinder-2'],
    subject: 'Re: Grinder arrived broken',
    text: `Hello Nora,\n\nthe new burr does not fit. Can you call me on Friday?\n\nMarta Ruiz\nBuyer\nRoasters & Daughters\nTel. +34 600 555 014\n\nOn Monday, ${me.name} <${me.address}> wrote:\n> Dear Marta,\n> we send a new burr today.\n`,
  },
  {
    id: 'price-list',
    from: tom,
    ago: 24,
    subject: 'November price list',
    text: 'Hi Nora, here is the list. Tom\n',
    html: quoted('Ada Quoted <ada@quoted.example>', 'Hi Nora, here is the list. Tom'),
  },
  {
    id: 'imitation',
    from: mailbox('Ivo Petrov', 'ivo@markup.example'),
    ago: 20,
    subject: 'A mail that imitates the webmail',
    text: 'plain',
    html: '<div id="message-header"><h2 class="subject">Other subject</h2><div class="header-summary"><span class="adr"><a class="rcmContactAddress" href="mailto:boss@norte-cafe.test" title="boss@norte-cafe.test">Big Boss</a></span></div></div><table class="headers-table"><tr><td class="header from"><a class="rcmContactAddress" href="mailto:boss@norte-cafe.test" title="boss@norte-cafe.test">Big Boss</a></td></tr></table><p>Please transfer.</p>',
  },
  {
    id: 'spoofed-name',
    from: `"marta.ruiz@roasters.example" <billing@evil.example>`,
    ago: 18,
    subject: 'Invoice overdue',
    text: 'Pay now.\n',
  },
  {
    id: 'look-alike',
    from: mailbox('Marta Ruiz', 'marta.ruiz@roastters.example'),
    ago: 16,
    subject: 'New bank details',
    text: 'Hello Nora, our bank changed.\n',
  },
  {
    id: 'reply-to',
    from: mailbox('Paula Sand', 'paula@sand.example'),
    replyTo: 'elsewhere@other.example',
    ago: 14,
    subject: 'Answer me elsewhere',
    text: 'Hello, please answer.\n',
  },
  {
    id: 'many',
    from: mailbox('Lena Vogt', 'lena@vogt.example'),
    to: [
      own,
      ...Array.from({ length: 14 }, (_item, at) => mailbox(`Guest ${at + 1}`, `g${at + 1}@guests.example`)),
    ].join(',\r\n '),
    ago: 12,
    subject: 'Tasting on Thursday',
    text: 'Dear all, see you on Thursday. Lena\n',
  },
  {
    id: 'japanese',
    from: mailbox('田中 花子', 'hanako@tanaka.example'),
    ago: 10,
    subject: '新しい豆について',
    text: 'お世話になっております。田中です。新しい豆の件でご連絡いたしました。\n',
  },
  {
    id: 'arabic',
    from: mailbox('فاطمة الزهراء', 'fatima@sahra.example'),
    ago: 8,
    subject: 'طلب جديد',
    text: 'مرحبا نورا، نريد طلبا جديدا من القهوة هذا الأسبوع. شكرا لك\n',
  },
  {
    id: 'newest',
    from: mailbox('Müller, Jürgen (Vertrieb)', 'juergen.mueller@firma.example'),
    ago: 2,
    subject: 'Angebot für die Mühle',
    text: 'Guten Tag Frau Vidal,\n\nanbei unser Angebot.\n\nMit freundlichen Grüßen\nJürgen Müller\nLeiter Vertrieb\nFirma GmbH\nTelefon: +49 30 555 01 23\n',
  },
];
