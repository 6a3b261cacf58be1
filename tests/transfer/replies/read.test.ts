// Files of other programs as drafts of replies: what becomes a variable, what a blank, what is refused and why.
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../lib/replies/template';
import { macro, only, read, readJson, refusals, snippet, takeout, zendesk } from './samples';

describe('snippets of Text Blaze', () => {
  it('keep name, shortcut and text; the folder is a tag', async () => {
    const { from, replies } = await readJson(snippet('Thank you.'));
    expect(from).toBe('Text Blaze');
    expect(replies).toEqual([
      {
        place: 1,
        draft: { name: 'Answer', shortcut: 'ans', tags: ['Support'], variants: [{ body: 'Thank you.' }] },
        remarks: [],
      },
    ]);
  });

  it.each([
    ['Dear {formtext: name=Customer name},', 'Dear {{ customer_name }},'],
    ['Hey {formtext: default=there; name=who},', 'Hey {{ who | default: "there" }},'],
    ['{formmenu: red; green; default=blue; name=colour}', '{{ colour }}'],
    ['By {time: dddd}', 'By {{ today }}'],
    ['By {time: dddd; shift=+1D}', 'By {{ tomorrow }}'],
    ['By {time: dddd; shift=+2W}', 'By {{ date }}'],
    ['At {time: hh:mm}', 'At {{ time }}'],
    ['It says {clipboard}', 'It says {{ clipboard }}'],
    ['On {site: title} {site: url}', 'On {{ conversation.title }} {{ site }}'],
    ['Yours, {user: firstname}{cursor}', 'Yours, {{ me.first_name }}'],
    ['{formtext: name=n} is {=n} is {=n * 2}', '{{ n }} is {{ n }} is {{ result }}'],
    ['a{note}only for us {formtext: name=x}{endnote}b', 'ab'],
    ['{link: https://norte.example/a}here{endlink}', 'here (https://norte.example/a)'],
    ['{if: plan = "pro"}Pro{else}Free{endif}', '{{ decide }}ProFree'],
    ['{if: {=plan} = "pro"}Pro{endif}', '{{ decide }}Pro'],
    ['{key: tab}{wait: delay=2s}done', 'done'],
    ['{name} and {unknown: x} stay, } and { too', '{name} and {unknown: x} stay, } and { too'],
  ])('%s is read as %s', async (text, body) => {
    expect((await only(readJson(snippet(text)))).body).toBe(body);
  });

  it('tell what was changed', async () => {
    const { remarks } = await only(
      readJson(
        snippet('{clipboard}{note}Ask first{endnote}{formmenu: red; green; name=colour}{time: D; shift=+2W}'),
      ),
    );
    expect(remarks).toEqual([
      'The clipboard is a blank to fill.',
      'A note was left out: Ask first',
      '“colour” is a blank; its choices were: red, green.',
      'The date (D, +2W) is a blank to fill.',
    ]);
  });

  it('that are longer than a reply may be are refused', async () => {
    const long = 'x'.repeat(200_001);
    for (const row of [snippet('x'.repeat(20_001)), snippet(long), snippet('', { html: long })])
      expect(refusals((await readJson(row)).replies)).toEqual([
        expect.stringMatching(/^1: .* is longer than 20,000 characters\.$/),
      ]);
  });

  it.each(['{{ contact.name }}', '{% for i in (1..9) %}', '{{{formtext: name=a}}}', 'a {', '{{', '{%{{'])(
    'never bring a template of ours along: %s',
    async text => {
      const { body } = await only(readJson(snippet(`x${text}`)));
      expect(renderReply(body, { contact: { name: 'Ana' } }).text).toBe(`x${text}`);
    },
  );

  it('are read by their looks where there is no plain text', async () => {
    const html =
      '<div>Hi {formtext: name=who},</div><div><br></div><ul><li>one</li><li>two &amp; a half</li></ul>';
    expect((await only(readJson(snippet('', { html })))).body).toBe('Hi {{ who }},\n\n- one\n- two & a half');
  });
});

describe('macros of Zendesk', () => {
  it('are read with their placeholders as variables; what they do to a ticket is told', async () => {
    const { from, replies } = await readJson(zendesk);
    expect(from).toBe('Zendesk');
    expect(replies[0]).toEqual({
      place: 1,
      draft: {
        name: 'Refund is on its way',
        tags: ['Billing', 'refund', 'money_back'],
        variants: [
          {
            body: 'Hello {{contact.first_name}},\n\nyour refund for {{conversation.title}} is on its way.\nIt carries the number {{ticket_id}}.\n\n{{me.signature}}',
          },
        ],
      },
      remarks: [
        '“ticket.id” is not known here: it is the blank “ticket id”.',
        'What it did to the ticket is left out: status.',
      ],
    });
  });

  it('without a text, or with what our templates do not know, are refused with the reason', async () => {
    expect(refusals((await readJson(zendesk)).replies)).toEqual([
      '2: It has no text, only actions on the ticket.',
      '3: Line 1: Replies know no loops.',
    ]);
  });

  it.each([
    ['{{ticket.requester.name}}', '{{contact.name}}'],
    ['{{ ticket.organization.name | upcase }}', '{{ contact.company | upcase }}'],
    ['{{agent.first_name}} {{ticket.assignee.email}}', '{{me.first_name}} {{me.email}}'],
    ['{{ticket.requester.custom_fields.plan}}', '{{contact.fields.plan}}'],
    ['{{ticket.requester.phone | default: "none"}}', '{{requester_phone | default: "none"}}'],
    ['{{dc.greeting}}', '{{dc_greeting}}'],
    [
      "{% if ticket.via == 'Mail' %}a{% else %}b{% endif %}",
      "{% if conversation.site == 'Mail' %}a{% else %}b{% endif %}",
    ],
    ['{% assign who = ticket.requester.name %}{{ who }}', '{% assign who = contact.name %}{{ who }}'],
    ['{{ "ticket.id" }}', '{{ "ticket.id" }}'],
  ])('%s is read as %s', async (text, body) => {
    expect((await only(readJson(macro(text)))).body).toBe(body);
  });

  it('tell of conditions that can’t hold, of dynamic content, of notes and of what was off', async () => {
    const { remarks } = await only(
      readJson(
        macro('', {
          active: false,
          actions: [
            {
              field: 'comment_value',
              value: ['channel:all', '{% if ticket.priority == "high" %}!{% endif %}{{dc.bye}}'],
            },
            { field: 'comment_mode_is_public', value: 'false' },
          ],
        }),
      ),
    );
    expect(remarks).toEqual([
      'A condition asks for “ticket.priority”, which is not known here: it will not hold.',
      '“dc.bye” was dynamic content: it is the blank “dc bye”, put its text there.',
      'It was an internal note there, not an answer.',
      'It was switched off there.',
    ]);
  });
});

describe('templates of Gmail', () => {
  it('are the drafts of a Takeout that are to nobody', async () => {
    const { from, replies, notes } = await read(takeout, 'Drafts.mbox');
    expect(from).toBe('Gmail');
    expect(
      replies.map(reply => 'draft' in reply && [reply.draft.name, reply.draft.variants[0]?.body]),
    ).toEqual([
      ['Danke für die Geduld', 'Hallo,\n\ndanke für die Geduld. {{ "{" }}{Name}}'],
      ['Opening hours', 'We are open from nine to five — come by!'],
    ]);
    expect(notes).toEqual(['1 letters to somebody were passed over: they are no templates.']);
  });

  it('are read from one letter that was saved', async () => {
    const letter = 'Subject: Hello\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>Gr\xfc\xdfe</p>';
    const bytes = Uint8Array.from(letter, character => character.charCodeAt(0));
    expect((await only(read(bytes, 'hello.eml'))).draft).toMatchObject({
      name: 'Hello',
      variants: [{ body: 'Grüße' }],
    });
  });

  it('keep lines that begin like a letter, which an mbox marks', async () => {
    const { body } = await only(read('From x\nSubject: Hi\n\nHi\n>From here on\n>>From quoted\n'));
    expect(body).toBe('Hi\nFrom here on\n>From quoted');
  });

  it('are not found where all letters are to somebody', async () => {
    await expect(read('From x\nTo: ana@norte.example\nSubject: Hi\n\nHi')).rejects.toThrow(
      'No prepared text stands in this file. 1 letters to somebody were passed over',
    );
  });
});

describe('tables', () => {
  it('are read by the names of their columns, in any order', async () => {
    const { replies } = await read(
      'Tags;Language;Text;Name;Shortcut\n"billing, money";German;"Hallo,\n""danke"".";Danke;;\nb;zzzz zz;Bye;Bye;by!e\n',
      'x.csv',
    );
    expect(replies).toEqual([
      {
        place: 2,
        draft: {
          name: 'Danke',
          tags: ['billing', 'money'],
          variants: [{ language: 'de', body: 'Hallo,\n"danke".' }],
        },
        remarks: [],
      },
      {
        place: 4,
        draft: { name: 'Bye', shortcut: 'by-e', tags: ['b'], variants: [{ body: 'Bye' }] },
        remarks: ['“zzzz zz” is no language.', 'The shortcut “by!e” is ;by-e here.'],
      },
    ]);
  });

  it.each([
    ['two columns: shortcut and text', '/hi,Hello there\n', { shortcut: 'hi', body: 'Hello there' }],
    ['two columns: name and text', 'A greeting,Hello there\n', { name: 'A greeting', body: 'Hello there' }],
    ['tabs', 'Say hello\thi\tHello, you\n', { name: 'Say hello', shortcut: 'hi', body: 'Hello, you' }],
    [
      'a column of another program',
      'Macro title,Comment\nHi,Hi {{ticket.requester.name}}\n',
      { body: 'Hi {{contact.name}}' },
    ],
    ['commands', 'Shortcut,Snippet\n/hi,Hi {formtext: name=who}\n', { shortcut: 'hi', body: 'Hi {{ who }}' }],
  ])('%s', async (_what, text, { body, ...draft }: { body: string; name?: string; shortcut?: string }) => {
    const found = await only(read(text, 'x.csv'));
    expect(found.body).toBe(body);
    expect(found.draft).toMatchObject(draft);
  });

  it('lose no quote that stands alone, and say where one never ends', async () => {
    expect((await only(read('Name,Text\nA,"x" y "z"\n', 'x.csv'))).body).toBe('x y "z"');
    await expect(read('Name,Text\nA,ok\nB,"never', 'x.csv')).rejects.toThrow(
      'The quote that begins in line 3 never ends.',
    );
  });

  it('without a text are refused as a whole', async () => {
    await expect(read('a,b,c,d\n1,2,3,4\n', 'x.csv')).rejects.toThrow(
      'No column of this table is called “Text”.',
    );
  });

  it('in the letters of old spreadsheets are read', async () => {
    const bytes = Uint8Array.from('Name,Text\nGru\xdf,Gr\xfc\xdfe \x96 Ana\n', character =>
      character.charCodeAt(0),
    );
    expect((await only(read(bytes, 'x.csv'))).body).toBe('Grüße – Ana');
  });
});

describe('other files', () => {
  it('a text is one reply, called like its file', async () => {
    const { draft } = await only(read('Hello,\nthank you.\n', 'Thanks.txt'));
    expect(draft).toEqual({ name: 'Thanks', tags: [], variants: [{ body: 'Hello,\nthank you.' }] });
  });

  it('a list of objects is read by the names of their values', async () => {
    const { draft } = await only(
      readJson([{ title: 'Hi', trigger: '-hi', content: 'Hello', labels: ['a', 'b'] }]),
    );
    expect(draft).toEqual({ name: 'Hi', shortcut: 'hi', tags: ['a', 'b'], variants: [{ body: 'Hello' }] });
  });

  it.each([
    ['{"a": 1}', 'In this JSON nothing is known'],
    ['[]', 'In this JSON nothing is known'],
    ['{"folders": ', 'can’t be read as such'],
    ['', 'No prepared text stands in this file.'],
    ['{"folders": []}', 'No prepared text stands in this file.'],
    ['{"format": "regulars-replies", "version": 2, "replies": []}', 'This file is of a newer Regulars.'],
    ['PK\u0003\u0004\0\0', 'This file is no text.'],
  ])('%s is refused in words', async (text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });
});
