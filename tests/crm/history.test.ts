// Keeping conversations: only as the user agreed, only for contacts, each message once.
import { beforeEach, describe, expect, it } from 'vitest';
import { normaliseSubject } from '../../lib/crm/remembering';
import { initialSettings } from '../../lib/model/settings';
import type { Sighting } from '../../lib/model/sighting';
import { day, monday, type Office, openOffice, senders } from './office';
import { addPerson, conversation, jonas, marta, onScreen, sender, show } from './people';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const history = (choice: string) => office.get('settings.save', { history: choice });
const events = () => office.db.events.toArray();
const fromMarta = conversation([sender('Marta Ruiz', marta.value)]);

describe('a conversation', () => {
  it.each(['unset', 'ask', 'never'])('is not kept by itself while history is “%s”', async choice => {
    if (choice !== 'unset') await history(choice);
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, fromMarta);
    await onScreen(office);
    expect(await events()).toEqual([]);
  });

  it('is kept when the user says so, where history is asked for', async () => {
    await history('ask');
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, fromMarta);
    expect((await onScreen(office)).canRemember).toBe(true);
    const kept = await office.done('timeline.remember', {}, senders.frame);
    expect(await events()).toMatchObject([
      { contactId: id, kind: 'message', direction: 'in', title: 'Delivery of the sails' },
    ]);
    expect((await onScreen(office)).canRemember).toBe(false);
    await office.done('journal.undo', { id: kept }, senders.frame);
    expect(await events()).toEqual([]);
    expect((await onScreen(office)).canRemember).toBe(true);
  });

  it('is not offered to be kept unless history is asked for', async () => {
    await history('never');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, fromMarta);
    expect((await onScreen(office)).canRemember).toBe(false);
  });

  it('is kept by itself once the user agreed, and each message once', async () => {
    await history('automatic');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, fromMarta);
    await show(office, undefined);
    office.clock.now += 5_000;
    await show(office, { ...fromMarta, url: `${fromMarta.url}&_mbox=Archive` });
    await office.get('timeline.remember', {}, senders.frame);
    expect(await events()).toHaveLength(1);
  });

  it('is kept once when the site gives no id and the subject gains a prefix', async () => {
    await history('automatic');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    const untitled = (title: string): Sighting => ({
      ...fromMarta,
      conversation: {
        id: title,
        title,
        messages: [{ from: 0, to: [], at: Date.UTC(2026, 2, 1, 12), text: 'When do they arrive?' }],
      },
    });
    await show(office, untitled('Delivery of the sails'));
    await show(office, untitled('Re: AW: Delivery  of the SAILS'));
    expect(await events()).toHaveLength(1);
  });

  it('is never kept for people who are no contacts, nor anything of them', async () => {
    await history('automatic');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(
      office,
      conversation([sender('Jonas Feld', jonas.value), sender('Lena', 'lena@elsewhere.test')]),
    );
    expect(await events()).toEqual([]);
    const stored = JSON.stringify(await Promise.all(office.db.tables.map(table => table.toArray())));
    expect(stored).not.toMatch(/jonas|lena|arrive/i);
  });

  it('begins to be kept when the person on screen becomes a contact', async () => {
    await history('automatic');
    await show(office, fromMarta);
    await office.get(
      'contacts.create',
      { patch: { name: 'Marta Ruiz' }, identities: [marta], from: 'page' },
      senders.frame,
    );
    expect(await events()).toHaveLength(1);
  });

  it('is kept for those the user wrote to', async () => {
    await history('automatic');
    await office.get('settings.save', { me: { ...initialSettings.me, addresses: ['ana@prat.example'] } });
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const to = { ...sender('Marta Ruiz', marta.value), role: 'to' as const };
    await show(office, conversation([sender('Ana Prat', 'ana@prat.example'), to]));
    expect(await events()).toMatchObject([{ contactId: id, direction: 'out' }]);
  });

  it('is not kept from a list', async () => {
    await history('automatic');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, { ...fromMarta, kind: 'list' });
    expect(await events()).toEqual([]);
  });

  it('stays removed when the user took a message off the timeline and opens it again', async () => {
    await history('ask');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, fromMarta);
    await office.done('timeline.remember', {}, senders.frame);
    const [kept] = await events();
    await office.done('timeline.remove', { id: kept?.id }, senders.frame);
    await show(office, fromMarta);
    expect(await events()).toEqual([]);
  });
});

describe('the time of a kept message', () => {
  const minute = 60_000;
  const at = (...times: (number | undefined)[]): Sighting => ({
    ...fromMarta,
    conversation: {
      id: 'thread-31',
      title: 'Delivery of the sails',
      messages: times.map((time, place) => ({
        from: 0,
        to: [],
        text: `message ${place}`,
        ...(time !== undefined && { at: time }),
      })),
    },
  });
  /** The times of the kept messages, in the order of the page. */
  const kept = async (sighting: Sighting) => {
    await history('automatic');
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, sighting);
    const all = await events();
    return all.sort((a, b) => (a.text ?? '').localeCompare(b.text ?? '')).map(event => event.at);
  };

  it('is the one the page states', async () => {
    expect(await kept(at(monday - 5 * minute, monday - minute))).toEqual([
      monday - 5 * minute,
      monday - minute,
    ]);
  });

  it('that the page does not state is just before that of the next', async () => {
    expect(await kept(at(undefined, undefined, monday - minute, undefined, monday))).toEqual([
      monday - minute - 2,
      monday - minute - 1,
      monday - minute,
      monday - 1,
      monday,
    ]);
  });

  it('at the end of the conversation is just after that of the one before', async () => {
    expect(await kept(at(monday - minute, undefined, undefined))).toEqual([
      monday - minute,
      monday - minute + 1,
      monday - minute + 2,
    ]);
  });

  it('where no message has one ends now, in the order of the page', async () => {
    expect(await kept(at(undefined, undefined, undefined))).toEqual([monday - 2, monday - 1, monday]);
  });

  it('is never in the future, whatever clock the page has', async () => {
    expect(await kept(at(monday + 90 * day, undefined))).toEqual([monday, monday]);
  });

  it('is no part of what makes it the same message, where it was not stated', async () => {
    await kept(at(undefined, undefined));
    office.clock.now += day;
    await show(office, undefined);
    await show(office, at(undefined, undefined, office.clock.now));
    const all = await events();
    expect(all.map(event => event.at).sort()).toEqual([monday - 1, monday, monday + day]);
  });
});

describe('a subject', () => {
  it.each([
    ['Re: AW: Fwd: Order 12', 'order 12'],
    ['RE[2]: Order  12', 'order 12'],
    ['回复：Order 12', 'order 12'],
    ['Regarding the order', 'regarding the order'],
    ['Reunion: Friday', 'reunion: friday'],
    ['Re:', ''],
  ])('“%s” is compared as “%s”', (subject, plain) => expect(normaliseSubject(subject)).toBe(plain));
});
