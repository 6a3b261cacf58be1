// The parts of Outlook's page, each by itself: messages and their order, drafts, rows, the conversation.
import { describe, expect, it } from 'vitest';
import { isLater } from '../../lib/sites/outlook/order';
import { outlook } from '../../lib/sites/outlook/outlook';
import { ana, draft, inbox, marta, own, pageOf, recipientsOf, type Someone, valuesOf } from './outlook-page';

const values = (page: Document) => valuesOf(outlook.read(page, inbox));

describe('a message', () => {
  it('is no draft of the same conversation, and a draft is no recipient of it', () => {
    const page = pageOf([{ from: marta, to: [ana] }]);
    const pane = page.querySelector('#ConversationReadingPaneContainer');
    pane?.insertAdjacentHTML('beforeend', `<div class="wide-content-host">${draft([own])}</div>`);
    for (const frame of page.querySelectorAll('[aria-label="Email message"]'))
      frame.removeAttribute('aria-label');
    const { messages } = outlook.read(page, inbox)?.conversation ?? { messages: [] };
    expect(messages).toMatchObject([{ from: 0, to: [1] }]);
    expect(outlook.composers(page, inbox)).toHaveLength(1);
  });

  it('is one though its history stands below as a second body', () => {
    const page = pageOf([{ from: ana, to: [marta] }]);
    const history = '<div id="UniqueMessageBody_50" role="document">older text</div>';
    page.querySelector('.body-frame')?.insertAdjacentHTML('afterend', history);
    const { messages } = outlook.read(page, inbox)?.conversation ?? { messages: [] };
    expect(messages.map(({ text }) => text)).toEqual(['text 0']);
  });

  it('ends where the quoted mail begins', () => {
    const quote = (id: string) => `new<div id="${id}"><b>From:</b> x</div><div>old</div>`;
    for (const id of [
      'divRplyFwdMsg',
      'x_divRplyFwdMsg',
      'x_appendonsend',
      'x_mail-editor-reference-message-container',
    ]) {
      const page = pageOf([{ from: ana, to: [], body: quote(id) }]);
      expect(outlook.read(page, inbox)?.conversation?.messages[0]?.text, id).toBe('new');
    }
  });

  it('is not read as the sender’s where no frame says whose it is', () => {
    const page = pageOf([
      { from: ana, to: [] },
      { from: marta, to: [] },
    ]);
    page.querySelector('[id^="MSG_"]')?.removeAttribute('id');
    const { messages } = outlook.read(page, inbox)?.conversation ?? { messages: [] };
    expect(messages.map(({ text }) => text)).toEqual(['text 1']);
  });
});

describe('the later of two mails', () => {
  it.each([
    ['Fri 11/6/2026 4:05 PM', 'Thu 11/5/2026 5:12 PM'],
    ['Fr 06.11.2026 09:30', 'Mi 04.11.2026 10:05'],
    ['Tr 2026-11-04 08:15', 'An 2026-11-03 15:40'],
    ['2026/11/04 (水) 10:05', '2026/11/04 (水) 9:05'],
    ['الأربعاء ٤/١١/٢٠٢٦ ١٠:٠٥', 'الثلاثاء ٣/١١/٢٠٢٦ ١٢:٠٠'],
    ['Fri 11/6/2026 1:05 PM', 'Fri 11/6/2026 12:15 PM'],
    ['Fri 11/6/2026 1:05 AM', 'Fri 11/6/2026 12:15 AM'],
    ['Fri 1/2/2027 1:05 AM', 'Fri 12/11/2026 12:15 AM'],
  ])('%s is later than %s', (later, earlier) => {
    expect(isLater(later, earlier)).toBe(true);
    expect(isLater(earlier, later)).toBe(false);
    expect(isLater(later, later)).toBe(false);
  });

  it.each([
    ['Fri 3/4/2026 4:05 PM', 'Thu 2/5/2026 5:12 PM'],
    ['Yesterday', 'Thu 2/5/2026 5:12 PM'],
    ['4:05 PM', ''],
    ['', ''],
  ])('%j or %j cannot be said', (one, other) => {
    expect([isLater(one, other), isLater(other, one)]).toEqual([false, false]);
  });

  it('is the one in front, on top or below', () => {
    const thread = [
      { from: ana, to: [] },
      { from: marta, to: [] },
    ];
    const front = (...times: string[]) => {
      const page = pageOf(thread);
      for (const [place, head] of [...page.querySelectorAll('.head')].entries())
        head.insertAdjacentHTML('beforeend', `<b data-testid="SentReceivedSavedTime">${times[place]}</b>`);
      return outlook.read(page, inbox)?.people[0]?.name;
    };
    expect(front('Mi 04.11.2026 10:05', 'Fr 06.11.2026 09:30')).toBe('Marta Ruiz');
    expect(front('Fr 06.11.2026 09:30', 'Mi 04.11.2026 10:05')).toBe('Ana Sol');
    expect(front('', '')).toBe('Marta Ruiz');
  });
});

describe('a draft', () => {
  const boxOf = (to: readonly Someone[], attributes?: string) => {
    const page = pageOf([{ from: ana, to: [marta] }]);
    page.body.insertAdjacentHTML('beforeend', draft(to, attributes));
    return recipientsOf(page, inbox);
  };

  it('has the people of its fields, those without an address as they are written', () => {
    expect(boxOf([ana, marta])).toEqual([['ana@sol.example', 'Marta Ruiz']]);
  });

  it.each(['data-testid="RecipientWell" contenteditable="true"', 'contenteditable="true" role="textbox"'])(
    'has those of a field with %s too',
    attributes => expect(boxOf([ana, marta], attributes)).toEqual([['ana@sol.example', 'Marta Ruiz']]),
  );

  it('never looks empty when something is written in its field', () => {
    const page = pageOf([{ from: ana, to: [] }]);
    page.body.insertAdjacentHTML('beforeend', draft([ana]));
    const well = page.querySelector('#docking_InitVisiblePart_0 [data-testid="RecipientWell"]');
    if (well) well.innerHTML = '<i>Ana Sol</i> <button>x</button>';
    expect(recipientsOf(page, inbox)).toEqual([['Ana Sol']]);
  });

  it('of its own shows whom it goes to, by name where there is no more', () => {
    const page = pageOf([]);
    page.body.insertAdjacentHTML('beforeend', draft([ana, marta]));
    const compose = new URL('https://outlook.office.com/mail/deeplink/compose');
    expect(outlook.read(page, compose)).toMatchObject({
      kind: 'compose',
      people: [
        { name: 'Ana Sol', identities: [{ value: 'ana@sol.example' }], role: 'to' },
        { name: 'Marta Ruiz', identities: [], role: 'to', addressHidden: true },
      ],
    });
  });

  it('begins its quote with the rule above it', () => {
    const page = pageOf([]);
    page.body.insertAdjacentHTML('beforeend', draft([ana]));
    page.querySelector('#divRplyFwdMsg')?.insertAdjacentHTML('beforebegin', '<hr>');
    const [box] = outlook.composers(page, inbox);
    expect(box?.before?.nodeName).toBe('HR');
  });

  it('is none where the settings have an editor', () => {
    const page = pageOf([{ from: ana, to: [] }]);
    const editor = '<div contenteditable="true" aria-multiline="true">My name</div>';
    page.body.insertAdjacentHTML(
      'beforeend',
      `<div role="dialog"><div id="editorParent_1">${editor}</div></div>`,
    );
    expect(outlook.composers(page, inbox)).toEqual([]);
    for (const path of ['/mail/options/accounts', '/mail/0/options', '/mailbox'])
      expect(outlook.read(page, new URL(path, inbox))).toBeUndefined();
  });

  it('does not take its own frame for one of a mail, whatever it is called', () => {
    const page = pageOf([{ from: ana, to: [marta] }]);
    const html = draft([{ name: 'Jon', address: 'jon@berg.example' }]).replace('docking_', 'x_');
    page.querySelector('.wide-content-host')?.insertAdjacentHTML('afterend', html);
    expect(recipientsOf(page, inbox)).toEqual([['jon@berg.example']]);
    expect(values(page)).toEqual([ana.address]);
  });
});

describe('a row', () => {
  const rowOf = (inside: string) => {
    const page = pageOf([{ from: ana, to: [] }]);
    const row = page.querySelector('#MailList [role="option"]');
    if (row) row.innerHTML = inside;
    return outlook.rows(page, inbox).map(({ identity }) => identity.value);
  };

  it.each([
    ['<i>JB</i><span title="jon@berg.example">Jon Berg</span><span>Beans</span>', ['jon@berg.example']],
    ['<span title="jon@berg.example">jon@berg.example</span><span>Beans</span>', ['jon@berg.example']],
    ['<span>Marta</span><span title="jon@berg.example">jon@berg.example</span>', []],
    ['<span title="">Marta</span><span title="Ask jon@berg.example">Ask jon@berg.example</span>', []],
    [`<span title="${own.address}">Nora</span>`, []],
    ['<span>Marta</span>', []],
  ])('with %s is marked for %j', (inside, wanted) => expect(rowOf(inside)).toEqual(wanted));
});

describe('the conversation', () => {
  const idOf = (page: Document, path: string) =>
    outlook.read(page, new URL(`https://outlook.office.com/mail/inbox/id/${path}`))?.conversation?.id;

  it('has the id of its row, else the one in the address, never that of a single mail', () => {
    const page = pageOf([{ from: ana, to: [] }]);
    expect(idOf(page, 'AAQkOTHER%3D')).toBe('AAQkCHOSEN=');
    for (const row of page.querySelectorAll('#MailList [role="option"]'))
      row.setAttribute('aria-selected', 'true');
    expect(idOf(page, 'AAQkOTHER%3D')).toBe('AAQkOTHER=');
    page.querySelector('#MailList')?.remove();
    expect(idOf(page, 'AQQkOTHER%3D')).toBe('AQQkOTHER=');
    expect(idOf(page, 'AAMkOTHER%3D')).toBeUndefined();
    expect(idOf(page, '%E0%A4%A')).toBeUndefined();
  });

  it('is found in the main part of a page without a reading pane', () => {
    const page = pageOf([{ from: ana, to: [] }]);
    for (const pane of page.querySelectorAll('[id$="PaneContainerId"], [id$="PaneContainer"]')) pane.id = '';
    expect(values(page)).toEqual([ana.address]);
  });

  it('is nobody’s in the calendar of the same page', () => {
    const page = pageOf([{ from: ana, to: [] }]);
    const calendar = new URL('https://outlook.office.com/calendar/view/week');
    expect(outlook.detects(page, calendar)).toBe(true);
    expect(outlook.read(page, calendar)).toBeUndefined();
    expect(outlook.rows(page, calendar)).toEqual([]);
  });
});
