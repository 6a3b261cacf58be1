// Who may ask what: every procedure, every caller, and strangers who may ask nothing.
import { describe, expect, it } from 'vitest';
import { procedures } from '../../lib/crm/calls';
import type { Sender } from '../../lib/rpc/caller';
import { dump } from '../db/memory';
import { furnish, inputsFor } from './inputs';
import { type Office, type Ours, openOffice, own, senders, tabId, webmail } from './office';
import { conversation, onScreen, sender, show } from './people';

const script: Ours[] = ['page'];
const apps: Ours[] = ['frame', 'panel', 'dashboard'];
/** Where a page can't lure a click. */
const safe: Ours[] = ['panel', 'dashboard'];

/** Decided here, by hand; what the procedures say of themselves is compared with it. */
const permitted: Record<string, Ours[]> = {
  'page.hello': script,
  'page.ticket': script,
  'page.sighting': script,
  'page.marks': script,
  'page.layout': script,
  'views.hello': apps,
  'people.onScreen': apps,
  'views.order': apps,
  'views.read': safe,
  'views.openDashboard': apps,
  'views.changed': ['dashboard'],
  'captures.read': apps,
  'captures.get': apps,
  'captures.list': apps,
  'captures.keep': apps,
  'captures.drop': apps,
  'captures.show': apps,
  'captures.point': apps,
  'captures.stopPointing': apps,
  'captures.save': apps,
  'contacts.create': apps,
  'contacts.save': apps,
  'contacts.link': apps,
  'contacts.unlink': apps,
  'contacts.verify': apps,
  'contacts.notThisPerson': apps,
  'contacts.get': apps,
  'contacts.find': apps,
  'contacts.list': apps,
  'contacts.search': apps,
  'contacts.delete': safe,
  'contacts.trash': safe,
  'contacts.compare': safe,
  'contacts.merge': safe,
  'contacts.notSame': safe,
  'contacts.mergedFrom': apps,
  'contacts.useValue': apps,
  'contacts.apartQuestions': safe,
  'contacts.takeApart': safe,
  'data.state': apps,
  'data.accept': safe,
  'data.discard': ['dashboard'],
  'backups.state': ['dashboard'],
  'timeline.add': apps,
  'timeline.save': apps,
  'timeline.close': apps,
  'timeline.remove': apps,
  'timeline.list': apps,
  'timeline.remember': apps,
  'followUps.add': apps,
  'followUps.save': apps,
  'followUps.remove': apps,
  'followUps.done': apps,
  'followUps.snooze': apps,
  'followUps.today': apps,
  'replies.list': apps,
  'replies.save': apps,
  'replies.check': apps,
  'replies.insert': apps,
  'replies.delete': safe,
  'replies.reorder': safe,
  'settings.get': apps,
  'settings.save': safe,
  'settings.granted': safe,
  'history.changes': safe,
  'history.events': apps,
  'imports.unfinished': safe,
  'imports.close': safe,
  'fields.list': apps,
  'fields.save': apps,
  'fields.remove': apps,
  'fields.reorder': apps,
  'savedViews.list': safe,
  'savedViews.save': safe,
  'savedViews.delete': safe,
  'savedViews.reorder': safe,
  'journal.undo': apps,
  'journal.undoBatch': safe,
  'journal.wide': safe,
  'contacts.file': safe,
  'contacts.forgetting': safe,
  'contacts.forget': safe,
  'privacy.amounts': safe,
  'privacy.allow': safe,
  'retention.find': safe,
  'retention.remove': safe,
  'retention.finish': safe,
};

const extension = 'chrome-extension://someotherextension';
const inTab = { tab: { id: tabId, windowId: 1 }, frameId: 0 };
const strangers: Record<string, Sender> = {
  'another extension': { id: 'someotherextension', origin: extension, url: `${extension}/dashboard.html` },
  'another extension that names our page': { ...senders.dashboard, id: 'someotherextension' },
  'a web page without our script': { origin: webmail, url: `${webmail}/inbox`, ...inTab },
  'a web page with the path of ours': {
    id: own.id,
    origin: 'https://evil.example',
    url: 'https://evil.example/dashboard.html',
  },
  'another page of ours': { id: own.id, origin: own.origin, url: `${own.origin}/other.html`, ...inTab },
  'a path that begins like ours': {
    id: own.id,
    origin: own.origin,
    url: `${own.origin}/dashboard.html/../x/dashboard.html`,
    ...inTab,
  },
  'our origin with a web address': {
    id: own.id,
    origin: own.origin,
    url: 'https://evil.example/dashboard.html',
    ...inTab,
  },
  'our origin with a blank page': { id: own.id, origin: own.origin, url: 'about:blank', ...inTab },
  'our origin without an address': { id: own.id, origin: own.origin, ...inTab },
  'an address that is none': { id: own.id, origin: own.origin, url: 'dashboard.html', ...inTab },
  'a full page inside another page': { ...senders.dashboard, frameId: 3 },
  'a script in a local file': { id: own.id, origin: 'null', url: 'file:///tmp/dashboard.html', ...inTab },
  'a sandboxed page': { id: own.id, origin: 'null', url: `${own.origin}/dashboard.html`, ...inTab },
  nobody: {},
};

const names = Object.keys(permitted);
const furnished = async (): Promise<[Office, ReturnType<typeof inputsFor>]> => {
  const office = await openOffice();
  return [office, inputsFor(await furnish(office))];
};

describe('roles', () => {
  it('are decided for every procedure, and for no other', () => {
    expect(names.toSorted()).toEqual(Object.keys(procedures).toSorted());
  });

  describe.each(Object.entries(senders))('the %s', (role, sender) => {
    const mayAsk = (name: string) => permitted[name]?.includes(role as Ours);

    it.each(names.filter(mayAsk))('may ask %s', async name => {
      const [office, inputs] = await furnished();
      // Only a sidebar in a page has a ticket to bring.
      const input = name === 'views.hello' && role !== 'frame' ? {} : inputs[name];
      // Data that can be opened are never discarded.
      if (name === 'data.discard') office.dataState.value = 'unreadable';
      expect(await office.ask(name, input, sender)).toMatchObject({ ok: true });
    });

    it('may ask nothing else, and changes nothing by trying', async () => {
      const [office, inputs] = await furnished();
      const before = await dump(office.db);
      for (const name of names.filter(other => !mayAsk(other))) {
        expect([name, await office.ask(name, inputs[name], sender)]).toMatchObject([
          name,
          { ok: false, code: 'forbidden' },
        ]);
      }
      expect(await dump(office.db)).toBe(before);
    });
  });

  it.each(Object.entries(strangers))('%s may ask nothing', async (_who, sender) => {
    const [office, inputs] = await furnished();
    const before = await dump(office.db);
    for (const name of names) {
      expect([name, await office.ask(name, inputs[name], sender)]).toMatchObject([
        name,
        { ok: false, code: 'forbidden' },
      ]);
    }
    expect(await dump(office.db)).toBe(before);
  });

  it.each(['constructor', '__proto__', 'toString', 'contacts', ''])(
    'there is no procedure “%s”',
    async name => {
      const office = await openOffice();
      expect(await office.ask(name, {})).toMatchObject({ ok: false, code: 'forbidden' });
    },
  );
});

describe('a sidebar in a page', () => {
  it('is shown nothing before it brought a ticket', async () => {
    const [office, inputs] = await furnished();
    const framedByThePage = { ...senders.frame, frameId: 9 };
    for (const name of names.filter(other => other !== 'views.hello')) {
      expect(await office.ask(name, inputs[name], framedByThePage)).toMatchObject({ code: 'forbidden' });
    }
  });

  it.each([
    ['an invented ticket', { ticket: 'a-ticket-nobody-made' }],
    ['no ticket', {}],
  ])('does not begin with %s', async (_what, input) => {
    const office = await openOffice();
    expect(await office.ask('views.hello', input, { ...senders.frame, frameId: 9 })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('does not begin with the ticket of another tab', async () => {
    const office = await openOffice();
    const ticket = await office.get('page.ticket', {}, senders.page);
    const elsewhere = { ...senders.frame, tab: { id: 99, windowId: 1 } };
    expect(await office.ask('views.hello', { ticket }, elsewhere)).toMatchObject({ code: 'forbidden' });
  });

  it('does not begin with a ticket that another frame used', async () => {
    const office = await openOffice();
    const ticket = await office.get('page.ticket', {}, senders.page);
    await office.get('views.hello', { ticket }, senders.frame);
    const second = { ...senders.frame, frameId: 9 };
    expect(await office.ask('views.hello', { ticket }, second)).toMatchObject({ code: 'forbidden' });
  });

  it('does not begin with a ticket that lay about for half a minute', async () => {
    const office = await openOffice();
    const ticket = await office.get('page.ticket', {}, senders.page);
    office.clock.now += 31_000;
    expect(await office.ask('views.hello', { ticket }, senders.frame)).toMatchObject({ code: 'forbidden' });
  });

  it('does not begin with a ticket after the page asked for another', async () => {
    const office = await openOffice();
    const ticket = await office.get('page.ticket', {}, senders.page);
    await office.get('page.ticket', {}, senders.page);
    expect(await office.ask('views.hello', { ticket }, senders.frame)).toMatchObject({ code: 'forbidden' });
  });

  it('is no panel because nobody knows its tab', async () => {
    const office = await openOffice();
    const ticket = await office.get('page.ticket', {}, senders.page);
    expect(await office.ask('views.hello', { ticket }, senders.panel)).toMatchObject({ code: 'forbidden' });
  });

  it('changes nothing and writes nothing into the page while the page hides or covers it', async () => {
    const [office, inputs] = await furnished();
    office.page.inSight = false;
    office.orders.length = 0;
    const before = await dump(office.db);
    const refused: string[] = [];
    for (const name of names.filter(other => permitted[other]?.includes('frame'))) {
      const answer = await office.ask(name, inputs[name], senders.frame);
      if (!answer.ok && answer.code === 'hidden') refused.push(name);
    }
    expect(await dump(office.db)).toBe(before);
    expect(office.orders.filter(order => order.order === 'insert')).toEqual([]);
    expect(refused).toEqual(
      expect.arrayContaining(['contacts.link', 'contacts.notThisPerson', 'replies.insert', 'journal.undo']),
    );
  });

  it('ends with its document', async () => {
    const [office] = await furnished();
    const navigated = { ...senders.frame, documentId: 'another' };
    expect(await office.ask('people.onScreen', {}, navigated)).toMatchObject({ code: 'forbidden' });
  });

  it('may not take back what concerns several people or a deletion', async () => {
    const [office, inputs] = await furnished();
    const deleted = await office.done('contacts.delete', inputs['contacts.delete']);
    const before = await dump(office.db);
    expect(await office.ask('journal.undo', { id: deleted }, senders.frame)).toMatchObject({
      code: 'forbidden',
    });
    expect(await dump(office.db)).toBe(before);
  });
});

describe('our script in a page', () => {
  it('is told nothing where the user did not switch Regulars on', async () => {
    const [office, inputs] = await furnished();
    const elsewhere = {
      ...senders.page,
      origin: 'https://other.example',
      url: 'https://other.example/inbox',
    };
    const before = await dump(office.db);
    for (const name of ['page.hello', 'page.ticket', 'page.sighting', 'page.marks']) {
      expect(await office.ask(name, inputs[name], elsewhere)).toMatchObject({ code: 'forbidden' });
    }
    expect(await dump(office.db)).toBe(before);
  });

  it('is answered no word about contacts, except yes or no for a mark', async () => {
    const [office, inputs] = await furnished();
    const answers = [];
    for (const name of names.filter(other => other.startsWith('page.')))
      answers.push(await office.ask(name, inputs[name], senders.page));
    const text = JSON.stringify(answers);
    expect(text).not.toMatch(/marta|ruiz|boats/i);
    expect(answers.find(given => given.ok && Array.isArray(given.value))).toEqual({
      ok: true,
      value: [true],
    });
  });

  it('gets no marks at all where the site shows the panel only', async () => {
    const [office] = await furnished();
    await office.get('settings.save', {
      sites: [{ origin: webmail, site: 'roundcube', presence: 'panel', width: 320, collapsed: false }],
    });
    const identities = inputsFor({} as never)['page.marks'];
    expect(await office.get('page.marks', identities, senders.page)).toEqual([false]);
  });

  it('gets no more marks by asking for them all at once', async () => {
    const [office] = await furnished();
    const many = { identities: Array.from({ length: 60 }, (_, n) => ({ kind: 'x', value: `h${n}` })) };
    const asked = Array.from({ length: 40 }, () => office.ask('page.marks', many, senders.page));
    expect((await Promise.all(asked)).filter(answer => answer.ok)).toHaveLength(10);
  });

  it('changes nothing by repeating an older sighting', async () => {
    const office = await openOffice();
    const [ana, ben] = ['ana@x.example', 'ben@x.example'].map(value => conversation([sender('A B', value)]));
    await office.get('page.sighting', { sighting: ana, sequence: 1 }, senders.page);
    await office.get('page.sighting', { sighting: ben, sequence: 2 }, senders.page);
    await office.get('page.sighting', { sighting: ana, sequence: 1 }, senders.page);
    expect((await onScreen(office)).people[0]?.address).toBe('ben@x.example');
    const nextDocument = { ...senders.page, documentId: 'doc-next' };
    await office.get('page.sighting', { sighting: ana, sequence: 1 }, nextDocument);
    expect((await onScreen(office)).people[0]?.address).toBe('ana@x.example');
  });

  it('can ask for 600 marks and report 300 times a minute, then no more until the next', async () => {
    const [office] = await furnished();
    const many = { identities: Array.from({ length: 60 }, (_, n) => ({ kind: 'x', value: `h${n}` })) };
    for (let n = 0; n < 10; n++) await office.get('page.marks', many, senders.page);
    expect(await office.ask('page.marks', many, senders.page)).toMatchObject({ code: 'limit' });
    for (let n = 1; n < 300; n++) await show(office, undefined);
    await expect(show(office, conversation([sender('Ana', 'ana@x.example')]))).rejects.toThrow('limit');
    expect(await onScreen(office)).toMatchObject({ kind: 'nobody' });
    office.clock.now += 60_000;
    expect(await office.ask('page.marks', many, senders.page)).toMatchObject({ ok: true });
    await show(office, conversation([sender('Ana', 'ana@x.example')]));
    expect(await onScreen(office)).toMatchObject({ kind: 'conversation' });
  });
});
