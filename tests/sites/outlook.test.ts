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
  inbox,
  type Layout,
  layouts,
  marta,
  own,
  pageOf,
  recipientsOf,
  type Someone,
  valuesOf,
} from './outlook-page';

const pages = pageNames().filter(name => name.startsWith('outlook--'));
const bodies = '[id^="UniqueMessageBody"]';

const hooks = [
  ...'#ReadingPaneContainerId #ConversationReadingPaneContainer #MailList #mectrl_main_trigger'.split(' '),
  ...'#divRplyFwdMsg #appendonsend #editorParent_1 #docking_InitVisiblePart_0'.split(' '),
  ...'.wide-content-host .aVla3 .OZZZK .o4zjZ .lpc-hoverTarget .head'.split(' '),
  ...'[id] [class] [role] [title] [aria-label] [aria-selected] [aria-multiline] [aria-readonly]'.split(' '),
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
        const known = [...valuesOf(truth), ...recipients].map(value => value.toLowerCase());
        expect(
          valuesOf(seen).filter(value => !known.includes(value.toLowerCase())),
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
    outlook.composers(document, url).forEach((composer, place) => {
      const { before, ...same } = composers[place]!;
      expect(composer).toMatchObject(same);
      if (before) expect(composer.before).toBe(before);
    });
    expect(outlook.composers(document, url)).toHaveLength(composers.length);
  });
});

const values = (page: Document) => valuesOf(outlook.read(page, inbox));

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
