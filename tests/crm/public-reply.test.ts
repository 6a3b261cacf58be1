// Answers that everybody reads: to whom they go, and what must not stand in them.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckAnswer } from '../../lib/crm/inserting';
import type { SeenIdentity } from '../../lib/model/identity';
import type { SeenPerson } from '../../lib/model/sighting';
import { reply } from './inputs';
import { type Office, openOffice, senders, tabId } from './office';
import { conversation, show } from './people';

const x = (value: string, id?: string): SeenIdentity => ({ kind: 'x', value, ...(id && { id }) });
const person = (name: string, identity: SeenIdentity, more: Partial<SeenPerson> = {}): SeenPerson => ({
  name,
  identities: [identity],
  role: 'commenter',
  ...more,
});

let office: Office;
let contactId: string;
beforeEach(async () => {
  office = await openOffice();
  const { result } = await office.get<{ result: { id: string } }>('contacts.create', {
    patch: { name: 'Ana Ruiz' },
    identities: [
      x('ana', '1'),
      { kind: 'email', value: 'ana@norte.example' },
      { kind: 'phone', value: '+34 600 555 014' },
    ],
    from: 'page',
  });
  contactId = result.id;
});

async function findings(recipients: SeenIdentity[], people: SeenPerson[], text: string, isPublic = true) {
  await office.get('replies.save', { reply: reply('r-1', text) });
  await show(office, conversation(people, { site: 'x' }));
  Object.assign(office.page, { recipients, isPublic });
  const asked = { replyId: 'r-1', variant: 0, contactId, filled: {}, tabId };
  const { findings: found } = await office.get<CheckAnswer>('replies.check', asked, senders.frame);
  return found.map(({ kind, effect, detail }) => `${kind} ${effect} ${detail}`);
}
const ana = person('Ana', x('ana', '1'));
const eva = person('Eva', x('eva', '5'));

describe('a box that names only the handle', () => {
  it('goes to the account that the page shows with this handle', async () => {
    expect(await findings([x('@Ana')], [ana], 'Thank you')).toEqual([]);
    const newcomer = person('Ana', x('ana', '2'));
    expect(await findings([x('@Ana')], [newcomer], 'Thank you')).toEqual(['wrong-recipient block @Ana']);
    expect(await findings([x('@Ana')], [newcomer], 'Thank you', false)).toEqual([
      'wrong-recipient block @Ana',
    ]);
  });
  it('is taken at its word where the page shows no account or two', async () => {
    expect(await findings([x('ana')], [eva], 'Thank you')).toEqual([]);
    const both = [person('Ana', x('ana', '2')), ana];
    expect(await findings([x('ana')], both, 'Thank you')).toEqual([]);
  });
});

describe('a public box', () => {
  it('may have other recipients beside the contact, another box says so', async () => {
    const recipients = [x('ana', '1'), x('eva', '5')];
    expect(await findings(recipients, [ana, eva], 'Thank you')).toEqual([]);
    expect(await findings(recipients, [ana, eva], 'Thank you', false)).toEqual(['other-recipient warn eva']);
  });
});

describe('what everybody reads', () => {
  it.each([
    'Call me: +34 600 555 014',
    'Call me: +34600555014',
    'Call me: 0034 600-555-014.',
    'Is 600.555.014 still right?',
  ])('does not say their number, however it is written: %s', async text =>
    expect(await findings([], [ana], text)).toEqual(['public confirm +34 600 55 50 14']),
  );
  it.each(['I wrote to ANA@Norte.example', 'mailto:ana@norte.example'])('nor their address: %s', async text =>
    expect(await findings([], [ana], text)).toEqual(['public confirm ana@norte.example']),
  );
  it.each(['Order 600555, box 014', 'Write to hola@norte.example', 'Thank you, @ana'])(
    'may say what is no secret of theirs: %s',
    async text => expect(await findings([], [ana], text)).toEqual([]),
  );
  it('is not looked for in a box that only they read', async () =>
    expect(await findings([x('ana', '1')], [ana], 'Call me: +34600555014', false)).toEqual([]));
});
