// Gmail's adapter against renamed hooks, hostile mail, huge pages and invented threads.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sightingSchema } from '../../lib/model/sighting';
import { gmail } from '../../lib/sites/gmail/gmail';
import { hexId, ownAddressOf, placeOf } from '../../lib/sites/gmail/place';
import { expectNobodyWrong, imitation, without, withoutTexts } from './imitation';
import { loadPage, pageNames, parsePage } from './load-page';

const pages = pageNames().filter(name => name.startsWith('gmail--'));
const inbox = new URL('https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfXpLkJhGfDsAqWeRtYuIoPzX');
const bodies = '.a3s';

const hooks = [
  ...'.gD .g2 .hb .gF .ix .cf .go .hP .ha .h7 .kv .kQ .kx .ads .adn .a3s .ii .gt .a98 .iY .if .zA .yP .zF .yW'.split(
    ' ',
  ),
  ...'[email] [name] [data-hovercard-id] [data-message-id] [data-legacy-message-id]'.split(' '),
  ...'[data-legacy-thread-id] [data-thread-perm-id] [jslog] [role] [aria-label] [g_editable]'.split(' '),
  ...'[contenteditable] [style] [data-name]'.split(' '),
];

/** The addresses that a row of the list names in its sender column. */
const addressesOf = (row: Element) =>
  [...row.querySelectorAll('.yW [email]')].map(person => person.getAttribute('email') ?? '');

describe.each(pages)('%s', name => {
  it('shows nobody wrong when Gmail renames one of its hooks', () => {
    const { document, url } = loadPage(name);
    const truth = gmail.read(document, url);
    const senders = new Map(gmail.rows(document, url).map(({ element }) => [element, addressesOf(element)]));
    for (const hook of hooks) {
      without(document, hook, bodies, () => {
        expectNobodyWrong(gmail.read(document, url), truth, hook);
        const wrong = gmail
          .rows(document, url)
          .filter(({ element, identity }) => !senders.get(element)?.includes(identity.value));
        expect(wrong, hook).toEqual([]);
      });
    }
    expect(gmail.read(document, url)).toEqual(truth);
  });

  it('is read the same when every mail in it imitates Gmail', () => {
    const { document, url } = loadPage(name);
    const honest = gmail.read(document, url);
    const rows = gmail.rows(document, url).length;
    const composers = gmail.composers(document, url).length;
    const written = [...document.querySelectorAll(bodies)].filter(
      body => !body.parentElement?.closest(bodies),
    );
    for (const body of written) body.innerHTML = imitation + body.innerHTML + imitation;
    expect(withoutTexts(gmail.read(document, url))).toEqual(withoutTexts(honest));
    expect(gmail.rows(document, url)).toHaveLength(rows);
    expect(gmail.composers(document, url)).toHaveLength(composers);
  });

  it('is read the same when a draft quotes a mail that imitates Gmail', () => {
    const { document, url } = loadPage(name);
    const honest = gmail.read(document, url);
    const recipients = gmail.composers(document, url).map(composer => composer.recipients);
    for (const { element } of gmail.composers(document, url)) element.innerHTML += imitation;
    expect(withoutTexts(gmail.read(document, url))).toEqual(withoutTexts(honest));
    expect(gmail.composers(document, url).map(composer => composer.recipients)).toEqual(recipients);
  });
});

describe('the address of a Gmail page', () => {
  const thread = 'FMfcgzQbfXpLkJhGfDsAqWeRtYuIoPzX';
  it.each([
    [`#inbox/${thread}`, thread],
    ['#inbox/198c6747aabb71a9', '198c6747aabb71a9'],
    [`#label/Kunden+2026/${thread}`, thread],
    [`#label/a%2Fb/${thread}`, thread],
    [`#search/from%3Aana/${thread}`, thread],
    [`#search/from%3Aana/p3/${thread}`, thread],
    [`#category/social/${thread}`, thread],
    [`#inbox/${thread}?compose=new`, thread],
    ['', undefined],
    ['#inbox', undefined],
    ['#inbox/p2', undefined],
    ['#label/CustomersOfTheNorthernRegion', undefined],
    ['#search/averylongwordwithoutblanks', undefined],
    ['#category/social', undefined],
    ['#settings/filters', undefined],
    ['#chat/dm/AbCdEfGhIjKlMnOpQrStUvWx', undefined],
    ['#inbox?compose=GTvVlcRzDFnQxWvKjZtLpBmSdHgNcXyA', undefined],
  ])('%s names the thread %s', (hash, wanted) => {
    expect(placeOf(new URL(`https://mail.google.com/mail/u/0/${hash}`)).thread).toBe(wanted);
  });

  it('keeps accounts apart and drops drafts and parameters', () => {
    expect(placeOf(new URL(`https://mail.google.com/mail/u/12/?tab=rm#inbox/${thread}?compose=new`))).toEqual(
      {
        account: '12',
        thread,
        url: `https://mail.google.com/mail/u/12/#inbox/${thread}`,
      },
    );
    expect(placeOf(new URL('https://mail.google.com/mail/#inbox')).account).toBeUndefined();
  });

  it('stays short enough whatever was searched for', () => {
    const { url } = placeOf(new URL(`https://mail.google.com/mail/u/0/#search/${'x'.repeat(5000)}`));
    expect(url.length).toBeLessThanOrEqual(2048);
  });
});

describe('ids', () => {
  it('of both spellings are one', () => {
    expect(hexId('#thread-f:1840959905192440233')).toBe('198c6747aabb71a9');
    expect(hexId('198C6747AABB71A9')).toBe('198c6747aabb71a9');
  });

  it('come back from decimal to the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }), number => {
        expect(BigInt(`0x${hexId(`msg-f:${number}`)}`)).toBe(number);
      }),
    );
  });

  it.each(['undefined', '', 'thread-a:r123', 'thread-f:99999999999999999999', 'thread-f:1e5', '198c6747'])(
    '%j is none',
    value => expect(hexId(value)).toBeUndefined(),
  );
});

describe('the own address', () => {
  const own = (title: string, rest = '') =>
    ownAddressOf(parsePage(`<head><title>${title}</title></head><body>${rest}</body>`));

  it('comes from the title where no account button is', () => {
    expect(own('Inbox (3) - nora@norte.example - Gmail')).toBe('nora@norte.example');
    expect(own('Posteingang - nora@norte.example - Norte Mail')).toBe('nora@norte.example');
  });

  it('is the last one on the account button, not a name that looks like one', () => {
    const banner =
      '<div role="banner"><a aria-label="Google: old@name.example (nora@norte.example)">N</a></div>';
    expect(own('x', banner)).toBe('nora@norte.example');
  });

  it('is not believed where the subject of a mail could have written it', () => {
    const subject = '<h2 class="hP">Hello - fake@evil.example - x</h2>';
    expect(own('Gmail - Hello - fake@evil.example - x', subject)).toBeUndefined();
    expect(own('fake@evil.example - Gmail')).toBe('fake@evil.example');
    expect(own('Hello')).toBeUndefined();
  });
});

/** A message as Gmail lays it out, for threads that nobody wrote down. */
type Invented = { from: string; to: string[]; open: boolean; id: bigint };

const hostname = fc.stringMatching(/^[a-z]{1,10}$/).map(word => `${word}.example`);
const addresses = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9._+-]{1,12}$/), hostname)
  .map(([local, host]) => `${local}@${host}`);
const threads = fc.array(
  fc.record({
    from: addresses,
    to: fc.array(addresses, { maxLength: 6 }),
    open: fc.boolean(),
    id: fc.bigInt({ min: 1n, max: 0x7fff_ffff_ffff_ffffn }),
  }),
  { minLength: 1, maxLength: 12 },
);

function pageOf(messages: readonly Invented[], body = 'text', own = 'nora@norte.example'): Document {
  const items = messages.map(
    ({ from, to, open, id }) => `<div class="${open ? 'h7' : 'kv'}" role="listitem">
      <div class="adn ads" data-message-id="#msg-f:${id}"><div class="gE iv gt"><table class="cf"><tr>
      <td class="gF"><span class="gD" email="${from}" name="Name of ${from}">x</span></td></tr></table>
      <div class="hb">${to.map(value => `<span class="g2" email="${value}" name="me">me</span>`).join(', ')}</div></div>
      ${open ? `<div class="ii gt"><div class="a3s">${body}</div></div>` : 'snippet'}</div></div>`,
  );
  return parsePage(`<head><title>Inbox - ${own} - Gmail</title></head><body><div role="main"><div class="a98 iY">
    <h2 class="hP" data-legacy-thread-id="198c6747aabb71a9">Subject</h2>${items.join('')}</div></div></body>`);
}

describe('any thread', () => {
  it('gives each message its sender and recipients, each address once, whatever the mails contain', () => {
    fc.assert(
      fc.property(threads, fc.boolean(), (messages, hostile) => {
        const sighting = gmail.read(pageOf(messages, hostile ? imitation : 'text'), inbox);
        const value = (place: number) => sighting!.people[place]!.identities[0]!.value.toLowerCase();
        const seen = sighting!.conversation!.messages;
        expect(seen.map(message => value(message.from))).toEqual(
          messages.map(({ from }) => from.toLowerCase()),
        );
        expect(seen.map(message => message.to.map(value))).toEqual(
          messages.map(({ to }) => [...new Set(to.map(address => address.toLowerCase()))]),
        );
        expect(seen.map(message => message.id)).toEqual(
          messages.map(({ id }) => id.toString(16).padStart(16, '0')),
        );
        const everybody = sighting!.people.map((_, place) => value(place));
        expect(new Set(everybody).size).toBe(everybody.length);
      }),
      { numRuns: 60 },
    );
  });

  it('leads with the sender of the last open message that is not the own', () => {
    fc.assert(
      fc.property(threads, fc.nat(), (messages, pick) => {
        const own = messages[pick % messages.length]!.from;
        const theirs = (message: Invented) => message.from.toLowerCase() !== own.toLowerCase();
        const open = messages.some(message => message.open) ? messages.filter(({ open }) => open) : messages;
        const wanted = open.findLast(theirs) ?? open.at(-1)!;
        const first = gmail.read(pageOf(messages, 'text', own), inbox)!.people[0]!;
        expect(first.identities[0]!.value.toLowerCase()).toBe(wanted.from.toLowerCase());
        expect(first.self ?? false).toBe(!theirs(wanted));
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile pages', () => {
  it('a thread of 2,000 messages keeps its newest 64', () => {
    const messages = Array.from({ length: 2000 }, (_, number) => ({
      from: `p${number}@x.example`,
      to: [],
      open: number > 1990,
      id: BigInt(number + 1),
    }));
    const sighting = gmail.read(pageOf(messages), inbox)!;
    expect(sighting.conversation!.messages).toHaveLength(64);
    expect(sighting.people[0]!.identities[0]!.value).toBe('p1999@x.example');
  });

  it('2,000 imitated messages in the last mail do not push out the real ones', () => {
    const fake = '<div class="adn ads"><span class="gD" email="fake@evil.example">x</span></div>'.repeat(
      2000,
    );
    const message = { from: 'ana@x.example', to: [], open: true, id: 7n };
    const sighting = gmail.read(
      pageOf([message, { ...message, from: 'eva@x.example', id: 8n }], fake),
      inbox,
    )!;
    expect(sighting.conversation!.messages).toHaveLength(2);
    expect(sighting.people.map(person => person.identities[0]!.value)).toEqual([
      'eva@x.example',
      'ana@x.example',
    ]);
  });

  it('long names, addresses and texts end in a sighting of less than 64 KB', () => {
    const names = Array.from(
      { length: 64 },
      (_, number) => `${'й'.repeat(250)}${number}@${'ж'.repeat(50)}.example`,
    );
    const messages = names.map((from, number) => ({ from, to: names, open: true, id: BigInt(number + 1) }));
    const sighting = gmail.read(pageOf(messages, '漢字'.repeat(5000)), inbox)!;
    expect(new TextEncoder().encode(JSON.stringify(sighting)).length).toBeLessThan(64_000);
    expect(sightingSchema.safeParse(sighting).error).toBeUndefined();
    expect(sighting.people[0]!.identities[0]!.value).toBe(names.at(-1));
  });

  it.each(['email', 'name', 'data-hovercard-id', 'data-message-id', 'jslog', 'data-legacy-thread-id'])(
    'an attribute %s of 100,000 characters is not read',
    attribute => {
      const page = pageOf([{ from: 'ana@x.example', to: ['eva@x.example'], open: true, id: 7n }]);
      for (const element of page.querySelectorAll('.gD, .g2, .hP, .ads')) {
        if (element.hasAttribute(attribute) || attribute === 'jslog') {
          element.setAttribute(attribute, `a@${'x'.repeat(100_000)}`);
        }
      }
      const sighting = gmail.read(page, inbox);
      expect(JSON.stringify(sighting).length).toBeLessThan(3000);
      expect(sightingSchema.safeParse(sighting).error).toBeUndefined();
    },
  );

  it('names of prototypes are addresses like others', () => {
    const from = '__proto__@x.example';
    const to = ['constructor@x.example', 'toString@x.example'];
    const sighting = gmail.read(pageOf([{ from, to, open: true, id: 7n }]), inbox)!;
    expect(sighting.people.map(person => person.identities[0]!.value)).toEqual([from, ...to]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    'not an address',
    'a@b@c.example',
    '"a@x.example y"@z.example',
    '<b@x.example>',
    '@x.example',
    'a@',
  ])('a sender whose address is %j is nobody', from => {
    const page = pageOf([{ from: 'ana@x.example', to: [], open: true, id: 7n }]);
    page.querySelector('.gD')!.setAttribute('email', from);
    expect(gmail.read(page, inbox)).toMatchObject({ kind: 'unreadable', people: [] });
  });
});

describe('a message', () => {
  it('has its time from its id, and never from what the mail itself says', () => {
    const noon = Date.UTC(2026, 10, 4, 12);
    const message = { from: 'ana@x.example', to: [], open: true, id: BigInt(noon) << 20n };
    const page = pageOf([message], '<span class="g3" title="1 Jan 1999">x</span>');
    expect(gmail.read(page, inbox, noon)?.conversation?.messages[0]?.at).toBe(noon);
    page
      .querySelector('.gF')
      ?.insertAdjacentHTML('beforeend', '<span class="g3" title="1 Jan 1999">x</span>');
    expect(gmail.read(page, inbox, noon)?.conversation?.messages[0]).not.toHaveProperty('at');
  });
});

describe('what is on screen', () => {
  it('is unreadable where the address names a thread and no message is found', () => {
    const page = parsePage('<body><div role="main"><div class="new-names">…</div></div></body>');
    expect(gmail.read(page, inbox)).toMatchObject({ site: 'gmail', kind: 'unreadable', people: [] });
  });

  it('is nothing while Gmail loads', () => {
    const page = parsePage('<body><div id="loading">Loading…</div></body>');
    expect(gmail.read(page, new URL('https://mail.google.com/mail/u/0/'))).toBeUndefined();
  });
});

const corpus = join(process.env.REGULARS_CORPUS ?? '', 'pages');
const lists = process.env.REGULARS_CORPUS
  ? readdirSync(corpus).filter(file => /^gmail.*list.*html$/.test(file))
  : [];

describe('a real list page of 2014', () => {
  it.skipIf(lists.length === 0)('has rows with an address in every conversation', () => {
    const file = join(corpus, lists[0]!);
    expect(existsSync(file)).toBe(true);
    const page = parsePage(readFileSync(file, 'utf8'));
    const rows = gmail.rows(page, new URL('https://mail.google.com/mail/u/0/#inbox'));
    expect(rows.length).toBe(page.querySelectorAll('tr.zA').length);
  });
});
