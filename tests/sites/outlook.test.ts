// Outlook's adapter against renamed hooks, hostile mail and invented threads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sighting, sightingSchema } from '../../lib/model/sighting';
import { outlook } from '../../lib/sites/outlook/outlook';
import { expectNobodyWrong, imitation, without, withoutTexts } from './imitation';
import { loadPage, pageNames } from './load-page';
import {
  ana,
  card,
  draft,
  inbox,
  type Layout,
  layouts,
  marta,
  own,
  pageOf,
  type Someone,
  valuesOf,
} from './outlook-page';

const pages = pageNames().filter(name => name.startsWith('outlook--'));
const bodies = '[id^="UniqueMessageBody"]';

const hooks = [
  ...'#ReadingPaneContainerId #ConversationReadingPaneContainer #MailList #mectrl_main_trigger'.split(' '),
  ...'#divRplyFwdMsg #appendonsend #editorParent_1 #docking_InitVisiblePart_0'.split(' '),
  ...'.wide-content-host .aVla3 .OZZZK .o4zjZ .lpc-hoverTarget .head'.split(' '),
  ...'[id] [class] [role] [title] [style] [aria-label] [aria-selected] [aria-multiline] [aria-readonly]'.split(
    ' ',
  ),
  ...'[data-convid] [data-testid] [data-app-section] [data-folder-name] [data-log-region] [data-log-name]'.split(
    ' ',
  ),
  ...'[data-lpc-hover-target-id] [contenteditable]'.split(' '),
];
/** Ids that count on are hooks by their form. */
const numbered = ['UniqueMessageBody', 'MSG_', 'CONV_', 'primaryMailboxRoot', 'editorParent_', 'docking_'];
const allHooks = [...hooks, ...numbered.map(prefix => `[id^="${prefix}"]`)];

/** Runs `look` while a hook is gone; ids that begin alike go together. */
function gone(document: Document, hook: string, look: () => void): void {
  if (!hook.startsWith('[id^=')) {
    without(document, hook, bodies, look);
    return;
  }
  const found = [...document.querySelectorAll(hook)].filter(
    element => !element.parentElement?.closest(bodies),
  );
  const ids = found.map(({ id }) => id);
  for (const element of found) element.id = `renamed-${element.id}`;
  look();
  for (const [place, element] of found.entries()) element.id = ids[place] ?? '';
}

const recipientsOf = (document: Document, url: URL) =>
  outlook.composers(document, url).map(({ recipients }) => recipients.map(({ value }) => value));

describe.each(pages)('%s', name => {
  it('shows nobody wrong when Outlook renames one of its hooks', () => {
    const { document, url } = loadPage(name);
    const truth = outlook.read(document, url);
    const rows = new Map(outlook.rows(document, url).map(({ element, identity }) => [element, identity]));
    const recipients = recipientsOf(document, url).flat();
    for (const hook of allHooks) {
      gone(document, hook, () => {
        const seen = outlook.read(document, url);
        expectNobodyWrong(seen, truth, hook);
        const known = [...valuesOf(truth), ...recipients];
        expect(
          valuesOf(seen).filter(value => !known.includes(value)),
          hook,
        ).toEqual([]);
        const wrong = outlook
          .rows(document, url)
          .filter(({ element, identity }) => rows.get(element)?.value !== identity.value);
        expect(wrong, hook).toEqual([]);
        // A recipient whose label is gone stands by name.
        const answered = recipientsOf(document, url).flat();
        expect(
          answered.filter(value => value.includes('@') && !recipients.includes(value)),
          hook,
        ).toEqual([]);
      });
    }
    expect(outlook.read(document, url)).toEqual(truth);
  });

  it('is read the same when every mail in it imitates Outlook', () => {
    const { document, url } = loadPage(name);
    const honest = outlook.read(document, url);
    const rows = outlook.rows(document, url).map(({ identity }) => identity);
    const recipients = recipientsOf(document, url);
    const cards = (honest?.people ?? []).map(person => card(person.name ?? '', 'fake@evil.example')).join('');
    for (const body of document.querySelectorAll(bodies))
      body.innerHTML = imitation + cards + body.innerHTML + imitation;
    expect(withoutTexts(outlook.read(document, url))).toEqual(withoutTexts(honest));
    expect(outlook.rows(document, url).map(({ identity }) => identity)).toEqual(rows);
    expect(recipientsOf(document, url)).toEqual(recipients);
  });

  it('is read the same when a draft quotes a mail that imitates Outlook', () => {
    const { document, url } = loadPage(name);
    const honest = outlook.read(document, url);
    const composers = outlook.composers(document, url);
    for (const { element } of composers) element.insertAdjacentHTML('beforeend', imitation);
    expect(withoutTexts(outlook.read(document, url))).toEqual(withoutTexts(honest));
    expect(outlook.composers(document, url)).toEqual(composers);
  });
});

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

const hostnames = fc.stringMatching(/^[a-z]{1,10}$/).map(word => `${word}.example`);
const addresses = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9._+-]{1,12}$/), hostnames)
  .map(([local, host]) => `${local}@${host}`);
const words = fc.stringMatching(/^[A-Za-zÀ-ž]{2,9} [A-Za-zÀ-ž]{2,9}$/);
/** Names that people may give themselves, somebody else's address among them. */
const names = fc.oneof(
  words,
  addresses,
  fc.tuple(words, addresses).map(([name, address]) => `${name} <${address}>`),
);
const strangers: fc.Arbitrary<Someone> = fc.record({ name: names, address: addresses });
const contacts: fc.Arbitrary<Someone> = words.map(name => ({ name, hidden: true as const }));
const someone = fc.oneof(strangers, contacts);
const threads = fc.array(
  fc.record({ from: someone, to: fc.array(someone, { maxLength: 4 }), folded: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);
const anyLayout = fc.constantFrom(...layouts);
/** What a careful person calls somebody. */
const called = (person: Someone) => (person.hidden ? person.name : person.address).toLowerCase();
const seenAs = ({ identities: [identity], name = '' }: Sighting['people'][number]) =>
  (identity?.value ?? name).toLowerCase();

/** Sender and recipients of each message, by what was written in it. */
function readBack(page: Document): Map<string | undefined, { from: string; to: string[] }> {
  const sighting = outlook.read(page, inbox);
  const at = (place: number) => seenAs(sighting?.people[place] ?? { identities: [], role: 'to' });
  const messages = sighting?.conversation?.messages ?? [];
  return new Map(messages.map(({ text, from, to }) => [text, { from: at(from), to: to.map(at) }]));
}

describe('any thread', () => {
  it('gives each message its sender and recipients, whatever the mails contain', () => {
    fc.assert(
      fc.property(threads, anyLayout, fc.boolean(), (messages, layout, isHostile) => {
        const open = messages.map(message => ({ ...message, folded: false }));
        const page = pageOf(open, layout);
        if (isHostile)
          for (const body of page.querySelectorAll(bodies)) body.insertAdjacentHTML('beforeend', imitation);
        const sighting = outlook.read(page, inbox);
        const people = sighting?.people ?? [];
        const seen = sighting?.conversation?.messages ?? [];
        expect(seen.map(({ from }) => people[from] && seenAs(people[from]))).toEqual(
          open.map(({ from }) => called(from)),
        );
        expect(seen.map(({ to }) => to.map(place => people[place] && seenAs(people[place])))).toEqual(
          open.map(({ to }) => [...new Set(to.map(called))]),
        );
        expect(sightingSchema.safeParse(sighting).error).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('gives no message another sender, and invents no address, whichever hook is gone', () => {
    fc.assert(
      fc.property(threads, anyLayout, fc.constantFrom(...allHooks), (messages, layout, hook) => {
        // Without labels a name with brackets is as the head of an older layout was.
        fc.pre(hook !== '[aria-label]' || !messages.some(({ from, to }) => [from, ...to].some(isBracketed)));
        const page = pageOf(messages, layout);
        const known = [own, ...messages.flatMap(({ from, to }) => [from, ...to])].map(called);
        gone(page, hook, () => {
          for (const value of values(page)) expect(known, hook).toContain(value.toLowerCase());
          for (const [text, { from }] of readBack(page)) {
            const message = messages[Number(/^text (\d+)/.exec(text ?? '')?.[1])];
            if (!message) continue;
            const right = [called(message.from), message.from.name.toLowerCase(), nameOf(message.from)];
            expect(right, `${hook}: ${text}`).toContain(from);
          }
        });
      }),
      { numRuns: 80 },
    );
  });
});

const isBracketed = ({ name }: Someone) => name.endsWith('>');
/** The name without brackets, as it stands where the address is not known. */
const nameOf = ({ name }: Someone) => name.replace(/ <.*/, '').toLowerCase();

describe('hostile pages', () => {
  it('a thread of 1,000 messages keeps its newest 64', () => {
    const messages = Array.from({ length: 1000 }, (_, number) => ({
      from: { name: `P ${number}`, address: `p${number}@x.example` },
      to: [],
    }));
    const sighting = outlook.read(pageOf(messages), inbox);
    expect(sighting?.conversation?.messages).toHaveLength(64);
    expect(sighting?.people[0]?.identities[0]?.value).toBe('p999@x.example');
  });

  it.each(['aria-label', 'data-convid', 'title', 'data-folder-name', 'id'])(
    'an attribute %s of 100,000 characters is not read',
    attribute => {
      const page = pageOf([{ from: ana, to: [marta] }]);
      for (const element of page.querySelectorAll(`[${attribute}]`))
        element.setAttribute(attribute, `${element.getAttribute(attribute)}${'x'.repeat(100_000)}@x.example`);
      const sighting = outlook.read(page, inbox);
      expect(JSON.stringify(sighting).length).toBeLessThan(3000);
      expect(sightingSchema.safeParse(sighting).error).toBeUndefined();
    },
  );

  it('names of prototypes are names like others', () => {
    const page = pageOf([
      { from: { name: '__proto__', hidden: true }, to: [{ name: 'constructor', hidden: true }] },
    ]);
    expect(outlook.read(page, inbox)?.people.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('layouts', () => {
  it.each(layouts.map(layout => [JSON.stringify(layout), layout] as [string, Layout]))(
    '%s is read',
    (_, layout) => {
      const page = pageOf(
        [
          { from: ana, to: [marta] },
          { from: marta, to: [ana] },
        ],
        layout,
      );
      expect(readBack(page)).toEqual(
        new Map([
          ['text 0', { from: called(ana), to: [called(marta)] }],
          ['text 1', { from: called(marta), to: [called(ana)] }],
        ]),
      );
    },
  );
});
