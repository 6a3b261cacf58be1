// The checks before a reply reaches the box, and what reaches it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { InsertAnswer } from '../../lib/crm/inserting';
import type { Sender } from '../../lib/rpc/caller';
import { reply } from './inputs';
import { type Office, openOffice, senders, tabId } from './office';
import { addPerson, conversation, jonas, marta, sender, show } from './people';

let office: Office;
let contactId: string;
beforeEach(async () => {
  office = await openOffice();
  contactId = await addPerson(office, 'Marta Ruiz', [marta.value]);
  await office.get('replies.save', { reply: reply('thanks') });
  await show(office, conversation([sender('Marta Ruiz', marta.value)]));
  office.page.recipients = [marta];
});

const insert = (more: Record<string, unknown> = {}, from: Sender = senders.frame, id?: string) =>
  office.get<InsertAnswer>(
    'replies.insert',
    { replyId: 'thanks', variant: 0, contactId, filled: {}, confirmed: false, ...more },
    from,
    id,
  );
const inserted = () => office.orders.filter(order => order.order === 'insert').map(order => order.text);
const uses = async () => (await office.db.replies.get('thanks'))?.uses;

describe('a reply', () => {
  it('is inserted for the person on the card, and counted', async () => {
    expect(await insert()).toMatchObject({ ok: true });
    expect(inserted()).toEqual(['Thank you, Marta!']);
    expect(await uses()).toBe(1);
  });

  it('is counted once when the call is repeated, and carries the same id to the page', async () => {
    await insert({}, senders.frame, 'same-call');
    await insert({}, senders.frame, 'same-call');
    expect(await uses()).toBe(1);
    expect(office.orders.filter(order => order.order === 'insert').map(order => order.id)).toEqual([
      'same-call',
      'same-call',
    ]);
  });

  it('is blocked when the box is for somebody else', async () => {
    office.page.recipients = [jonas];
    const answer = await insert();
    expect(answer).toMatchObject({
      ok: false,
      reason: 'findings',
      findings: [{ kind: 'wrong-recipient', effect: 'block', detail: jonas.value }],
    });
    expect(inserted()).toEqual([]);
    expect(await uses()).toBe(0);
  });

  it('stays blocked in a page, whatever the frame says', async () => {
    office.page.recipients = [jonas];
    expect(await insert({ override: true, confirmed: true })).toMatchObject({ ok: false });
    expect(inserted()).toEqual([]);
  });

  it.each(['panel', 'dashboard'] as const)('can be inserted for somebody else from the %s', async role => {
    office.page.recipients = [jonas];
    expect(await insert({ tabId }, senders[role])).toMatchObject({ ok: false, reason: 'findings' });
    // A full page stands in a tab of its own; the webmail's is named by the input.
    expect(await insert({ tabId, override: true }, senders[role])).toMatchObject({ ok: true });
  });

  it('goes into the box where one of several recipients is the person, and names the others', async () => {
    office.page.recipients = [jonas, marta];
    const findings = [{ kind: 'other-recipient', effect: 'warn', detail: jonas.value }];
    expect(await insert()).toMatchObject({ ok: true, findings });
  });

  it('does not count the user among the other recipients', async () => {
    const me = { name: 'Nora', addresses: ['nora@norte.example'], sharedMailboxes: [], proposed: [] };
    await office.get('settings.save', { me: { ...me, languages: [], signature: '' } });
    office.page.recipients = [marta, { kind: 'email', value: 'Nora@norte.example' }];
    expect(await insert()).toMatchObject({ ok: true, findings: [] });
  });

  it.each(['boss@intranet', 'eve@10.0.0.5', '"marta.ruiz@norte-boats.example x"@evil.example'])(
    'is blocked for a recipient who can’t be anybody’s address: %s',
    async value => {
      office.page.recipients = [{ kind: 'email', value }];
      expect(await insert({ confirmed: true, override: true })).toMatchObject({
        ok: false,
        findings: [{ kind: 'wrong-recipient', detail: value }],
      });
      office.page.recipients = [marta, { kind: 'email', value }];
      expect(await insert()).toMatchObject({
        ok: true,
        findings: [{ kind: 'other-recipient', detail: value }],
      });
    },
  );

  it('needs a second step where the box has no recipient yet', async () => {
    office.page.recipients = [];
    expect(await insert()).toMatchObject({
      ok: false,
      findings: [{ kind: 'no-recipient', effect: 'confirm' }],
    });
    expect(inserted()).toEqual([]);
    expect(await insert({ confirmed: true })).toMatchObject({ ok: true });
  });

  it('is blocked while a value is missing, and named', async () => {
    await office.get('replies.save', {
      reply: reply('thanks', 'Your order {{ contact.fields.order }} is on its way.'),
    });
    const answer = await insert({ confirmed: true, override: true, tabId }, senders.panel);
    expect(answer).toMatchObject({ ok: false, reason: 'findings', missing: ['contact.fields.order'] });
    expect(inserted()).toEqual([]);
    expect(await insert({ filled: { 'contact.fields.order': 'A 12' } })).toMatchObject({ ok: true });
    expect(inserted()).toEqual(['Your order A 12 is on its way.']);
  });

  it('takes no value that would reach a prototype', async () => {
    const filled = JSON.parse('{"__proto__.polluted":"1","constructor.prototype.polluted":"1"}');
    expect(await insert({ filled })).toMatchObject({ ok: true });
    expect({}).not.toHaveProperty('polluted');
  });

  it('to somebody who must not be contacted needs a second step', async () => {
    await office.get('contacts.save', { id: contactId, patch: { doNotContact: true } });
    expect(await insert()).toMatchObject({
      ok: false,
      findings: [{ kind: 'do-not-contact', effect: 'confirm' }],
    });
    expect(inserted()).toEqual([]);
    expect(await insert({ confirmed: true })).toMatchObject({ ok: true });
  });

  it('is offered as text where no box is open', async () => {
    office.page.recipients = undefined;
    expect(await insert()).toMatchObject({ ok: false, reason: 'no-box', text: 'Thank you, Marta!' });
    expect(await uses()).toBe(0);
  });

  it('is offered as text where the box did not take it', async () => {
    office.page.takesText = false;
    expect(await insert()).toMatchObject({ ok: false, reason: 'not-verified', text: 'Thank you, Marta!' });
    expect(await uses()).toBe(0);
  });

  it('never orders a page to send', async () => {
    await insert();
    expect(new Set(office.orders.map(order => order.order))).toEqual(
      new Set(['in-sight', 'composer', 'insert']),
    );
  });

  it('is refused for a person in the trash', async () => {
    await office.done('contacts.delete', { id: contactId });
    const input = { replyId: 'thanks', variant: 0, contactId, filled: {}, confirmed: true };
    expect(await office.ask('replies.insert', input, senders.frame)).toMatchObject({ code: 'not-found' });
  });

  it('that was stored before such texts were refused does nothing', async () => {
    const body = '{% for i in (1..1000000000) %}x{% endfor %}';
    await office.db.replies.put(reply('thanks', body));
    const input = { replyId: 'thanks', variant: 0, contactId, filled: {}, confirmed: true };
    expect(await office.ask('replies.insert', input, senders.frame)).toMatchObject({
      ok: false,
      message: 'Line 1: Replies know no loops.',
    });
  });

  it.each(['{% for i in (1..1000000000) %}x{% endfor %}', "{% include 'x' %}", '{{ a | nofilter }}'])(
    'that is “%s” is refused soon',
    async body => {
      const started = performance.now();
      expect(await office.ask('replies.save', { reply: reply('bad', body) })).toMatchObject({ ok: false });
      expect(performance.now() - started).toBeLessThan(1000);
      expect(await office.db.replies.get('bad')).toBeUndefined();
    },
  );
});
