// Capturing: a page is read when the user asks, and its people become contacts, updates or nothing.
import { describe, expect, it } from 'vitest';
import { captureOfTab, leavePage } from '../../lib/crm/captured';
import type { CapturedPage, CapturedPerson } from '../../lib/model/capture';
import type { CaptureView } from '../../lib/model/capture-view';
import type { Card, OnScreen } from '../../lib/model/on-screen';
import { monday, type Office, openOffice, senders, tabId } from './office';
import { addPerson, marta } from './people';

const url = 'https://norte-boats.example/team';

const person = (values: Record<string, string>): CapturedPerson => ({
  values: Object.entries(values).map(([field, value], place) => ({
    field: field as 'name',
    value,
    from: 'card',
    place,
  })),
});

const page = (people: CapturedPerson[]): CapturedPage => ({
  url,
  title: 'Our team',
  people,
  leftOut: [],
});

/** An office beside a page that shows these people; gives the capture of it. */
async function captured(office: Office, people: CapturedPerson[]): Promise<CaptureView> {
  office.page.answers = order => (order.order === 'read' ? page(people) : true);
  const { id } = await office.get<{ id: string }>('captures.read', { windowId: 1 }, senders.panel);
  return office.get('captures.get', { id }, senders.panel);
}

const save = (office: Office, id: string, people: object[], shared: object = {}) =>
  office.get<{ commandId: string; result: { ids: string[]; added: number; updated: number } }>(
    'captures.save',
    { id, people, shared: { tags: [], ...shared } },
    senders.panel,
  );

const cardOf = (office: Office, id: string) => office.get<Card>('contacts.get', { id });

describe('reading a page', () => {
  it('tells who is a contact, by what they are recognised by, and what of it is new', async () => {
    const office = await openOffice();
    const id = await addPerson(office, 'Marta Ruiz', [marta.value], { title: 'Buyer' });
    const view = await captured(office, [
      person({ name: 'Marta Ruiz', email: marta.value, phone: '+34944123456', title: 'Head of Sales' }),
    ]);
    const [match] = view.matches ?? [];
    expect(match?.known?.contact).toMatchObject({ id, title: { value: 'Buyer' } });
    expect(match?.known?.reason.kind).toBe('same-email');
    expect(match?.known?.fresh).toEqual([{ kind: 'phone', value: '+34944123456' }]);
  });

  it('suggests contacts of the same name, and takes nobody for one of them', async () => {
    const office = await openOffice();
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const { matches } = await captured(office, [person({ name: 'Ruiz, Marta', email: 'm@other.example' })]);
    expect(matches?.[0]?.known).toBeUndefined();
    expect(matches?.[0]?.suggestions.map(one => one.id)).toEqual([id]);
  });

  it('knows profiles of other sites as accounts, and other addresses as pages', async () => {
    const office = await openOffice();
    const { matches } = await captured(office, [
      {
        values: [
          { field: 'link', value: 'https://www.linkedin.com/in/ana-prat/', from: 'card' },
          { field: 'link', value: 'https://ana-prat.example/', from: 'card' },
        ],
      },
    ]);
    expect(matches?.[0]?.identities.map(({ kind }) => kind)).toEqual(['linkedin', 'web']);
  });

  it('guesses the company from the domain of an address, and none from a mail provider’s', async () => {
    const office = await openOffice();
    const { matches } = await captured(office, [
      person({ name: 'Ana Prat', email: 'ana@norte-boats.example' }),
      person({ name: 'Lena Vogt', email: 'lena.vogt@gmail.com' }),
    ]);
    expect(matches?.map(({ company }) => company)).toEqual(['Norte Boats', undefined]);
  });

  it('takes nothing from a page that answers something else', async () => {
    const office = await openOffice();
    office.page.answers = () => ({ ...page([]), people: [{ values: [{ field: 'name', value: 7 }] }] });
    const { id } = await office.get<{ id: string }>('captures.read', { windowId: 1 }, senders.panel);
    const view = await office.get<CaptureView>('captures.get', { id }, senders.panel);
    expect(view.page).toBeUndefined();
    expect(view.failure).toContain('Nothing of it was taken');
  });

  it('says how to ask where the browser does not let us in', async () => {
    const office = await openOffice();
    office.page.answers = () => {
      throw new Error('Cannot access contents of the page');
    };
    const { id } = await office.get<{ id: string }>('captures.read', { windowId: 1 }, senders.panel);
    expect((await office.get<CaptureView>('captures.get', { id }, senders.panel)).failure).toContain(
      'shortcut',
    );
  });

  it('is shown beside its page until that is left, and waits to be finished then', async () => {
    const office = await openOffice();
    const { id } = await captured(office, [person({ name: 'Ana Prat' })]);
    const beside = () =>
      office.get<OnScreen & { captureId: string | null }>('people.onScreen', { windowId: 1 }, senders.panel);
    expect((await beside()).captureId).toBe(id);
    await office.get('captures.keep', { id, form: '{"note":"Met at the fair"}' }, senders.panel);
    await leavePage({ session: office.session, changed: () => undefined }, tabId);
    expect((await beside()).captureId).toBeNull();
    expect(await office.get('captures.list', {}, senders.panel)).toEqual([
      { id, at: monday, title: 'Our team', people: 1 },
    ]);
    expect((await office.get<CaptureView>('captures.get', { id }, senders.panel)).form).toContain('fair');
  });

  it('forgets a page on which nobody was found when it is left', async () => {
    const office = await openOffice();
    await captured(office, []);
    await leavePage({ session: office.session, changed: () => undefined }, tabId);
    expect(await office.session.captures()).toEqual([]);
  });

  it('is not shown to a sidebar in the page of another tab', async () => {
    const office = await openOffice();
    const { id } = await captured(office, [person({ name: 'Ana Prat' })]);
    const elsewhere = await office.session.capture(id);
    if (elsewhere) await office.session.setCapture({ ...elsewhere, tabId: 99 });
    expect(await office.ask('captures.get', { id }, senders.frame)).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });
});

describe('saving', () => {
  it('adds several at once, with the page on their timelines, and takes all of it back at once', async () => {
    const office = await openOffice();
    const { id } = await captured(office, [person({ name: 'Ana Prat' }), person({ name: 'Lena Vogt' })]);
    const { commandId, result } = await save(
      office,
      id,
      [
        {
          patch: { name: 'Ana Prat', title: 'Rigger' },
          identities: [{ kind: 'email', value: 'ana@norte-boats.example' }],
        },
        { patch: { name: 'Lena Vogt' }, identities: [], location: 'Bilbao' },
      ],
      {
        tags: ['fair'],
        stage: 'lead',
        note: 'Met at the fair',
        followUp: { text: 'Write to them', dueAt: monday + 1 },
        consent: 'Newsletter',
      },
    );
    expect(result).toMatchObject({ added: 2, updated: 0 });
    const ana = await cardOf(office, result.ids[0] ?? '');
    expect(ana.contact).toMatchObject({ stage: 'lead', tags: ['fair'], consent: { purpose: 'Newsletter' } });
    expect(ana.contact.title?.source).toMatchObject({ from: 'page', url });
    expect(ana.events.map(({ kind, title, url: link }) => [kind, title, link])).toContainEqual([
      'capture',
      'Our team',
      url,
    ]);
    expect(ana.followUps.map(({ text }) => text)).toEqual(['Write to them']);
    const lena = await cardOf(office, result.ids[1] ?? '');
    expect(lena.fields.find(({ name }) => name === 'Location')?.id).toBe(lena.contact.fields[0]?.field);
    expect(await captureOfTab(office, tabId)).toBeUndefined();
    await office.get('journal.undo', { id: commandId });
    expect(await office.get('contacts.list', { offset: 0, limit: 10 })).toMatchObject({ total: 0 });
    expect(await office.db.events.count()).toBe(0);
    expect(await office.db.followUps.count()).toBe(0);
  });

  it('updates a contact: what is chosen of the page is taken, a stage that is there stays', async () => {
    const office = await openOffice();
    const contactId = await addPerson(office, 'Marta Ruiz', [marta.value], {
      stage: 'customer',
      tags: ['boats'],
    });
    const { id } = await captured(office, [person({ name: 'Marta Ruiz', email: marta.value })]);
    const { result } = await save(
      office,
      id,
      [
        {
          contactId,
          patch: { title: 'Head of Sales' },
          identities: [{ kind: 'phone', value: '+34944123456' }],
        },
      ],
      { tags: ['fair'], stage: 'lead' },
    );
    expect(result).toMatchObject({ added: 0, updated: 1, ids: [contactId] });
    const { contact, identities } = await cardOf(office, contactId);
    expect(contact).toMatchObject({
      stage: 'customer',
      tags: ['boats', 'fair'],
      title: { value: 'Head of Sales' },
    });
    expect(identities.map(({ kind }) => kind).sort()).toEqual(['email', 'phone']);
  });

  it('refuses to add somebody whose address is a contact’s, and adds nobody of the batch', async () => {
    const office = await openOffice();
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    const { id } = await captured(office, [person({ name: 'Ana Prat' })]);
    const answer = await office.ask(
      'captures.save',
      {
        id,
        people: [
          { patch: { name: 'Ana Prat' }, identities: [] },
          { patch: { name: 'M. Ruiz' }, identities: [marta] },
        ],
        shared: { tags: [] },
      },
      senders.panel,
    );
    expect(answer).toMatchObject({ ok: false, code: 'conflict' });
    expect(await office.get('contacts.list', { offset: 0, limit: 10 })).toMatchObject({ total: 1 });
    expect((await office.session.capture(id))?.page?.people).toHaveLength(1);
  });

  it('is taken back by the sidebar in a page too, for the people were added there', async () => {
    const office = await openOffice();
    const { id } = await captured(office, [person({ name: 'Ana Prat' }), person({ name: 'Lena Vogt' })]);
    const people = [
      { patch: { name: 'Ana Prat' }, identities: [] },
      { patch: { name: 'Lena Vogt' }, identities: [] },
    ];
    const { commandId } = await save(office, id, people);
    await office.get('journal.undo', { id: commandId }, senders.frame);
    expect(await office.get('contacts.list', { offset: 0, limit: 10 })).toMatchObject({ total: 0 });
  });
});

it('a person who is forgotten is in no capture any more', async () => {
  const office = await openOffice();
  const contactId = await addPerson(office, 'Marta Ruiz', [marta.value]);
  const { id } = await captured(office, [person({ name: 'Marta Ruiz', email: marta.value })]);
  await office.session.forgetPeople(one => one.identities.some(({ value }) => value === marta.value));
  expect(await office.session.capture(id)).toBeUndefined();
  expect(contactId).not.toBe('');
});
