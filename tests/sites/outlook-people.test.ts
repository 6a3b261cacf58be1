// Whom Outlook names: addresses found by their form, names that pretend to be addresses, and cards that reveal one.
import { describe, expect, it } from 'vitest';
import { outlook } from '../../lib/sites/outlook/outlook';
import { ana, card, type Invented, inbox, marta, pageOf, valuesOf } from './outlook-page';

const first = (page: Document) => outlook.read(page, inbox)?.people[0];
const values = (page: Document) => valuesOf(outlook.read(page, inbox));

/** A page whose only head is written as given. */
const withHead = (text: string, label?: string) => {
  const page = pageOf([{ from: ana, to: [] }]);
  const head = page.querySelector('.OZZZK');
  if (!head) throw new Error('no head');
  head.textContent = text;
  head.removeAttribute('aria-label');
  if (label !== undefined) head.setAttribute('aria-label', label);
  return page;
};

describe('the address of a sender', () => {
  it.each([
    ['Ana Sol', 'From: Ana Sol<ana@sol.example>', 'ana@sol.example'],
    ['Ana Sol', '发件人：Ana Sol<ana@sol.example>', 'ana@sol.example'],
    ['Ana Sol', 'De : Ana Sol <ana@sol.example>', 'ana@sol.example'],
    ['\u200FAna  Sol', 'מאת: Ana Sol<ana@sol.example>', 'ana@sol.example'],
    ['Ana Sol<ana@sol.example>', undefined, 'ana@sol.example'],
    ['Ana Sol <ana@sol.example>;', 'From: Ana Sol', 'ana@sol.example'],
    ['ana@sol.example', 'Von: ana@sol.example', 'ana@sol.example'],
    ['ana@sol.example', 'ana@sol.example', 'ana@sol.example'],
    ['You', 'From: Ana Sol<ana@sol.example>', 'ana@sol.example'],
    ['ana@sol.example', 'From: ana@sol.example<ana@sol.example>', 'ana@sol.example'],
  ])('in %j with the label %j is found', (text, label, wanted) => {
    expect(values(withHead(text, label))).toEqual([wanted]);
  });

  it.each([
    ['boss@norte.example', 'From: boss@norte.example<eve@evil.example>'],
    ['Boss <boss@norte.example>', 'From: Boss <boss@norte.example><eve@evil.example>'],
    ['Boss<boss@norte.example><eve@evil.example>', undefined],
  ])('is the last one where the name %j is one too', (text, label) => {
    expect(values(withHead(text, label))).toEqual(['eve@evil.example']);
  });

  it.each([
    ['Marta Ruiz', undefined],
    ['Marta Ruiz', 'From: Marta Ruiz'],
    ['boss@norte.example', undefined],
    ['Boss <boss@norte.example> (sales)', 'From: Boss <boss@norte.example> (sales)'],
    ['Marta Ruiz', 'From: Marta Ruiz<not an address>'],
    ['Marta Ruiz<one@x.example>', 'From: Marta Ruiz<two@x.example>'],
    ['z@x.example', 'From: a.z@x.example'],
  ])('is kept back where %j with the label %j does not say it', (text, label) => {
    const page = withHead(text, label);
    expect(values(page)).toEqual([]);
    expect(first(page)).toMatchObject({ addressHidden: true, role: 'sender' });
  });

  it('is never the one on a file, or of whoever stands beside', () => {
    const page = pageOf([{ from: marta, to: [ana] }]);
    const label = 'Open Marta Ruiz<eve@evil.example>';
    const file = `<span role="button" aria-label="${label.replace('<', '&lt;')}">Marta Ruiz</span>`;
    page.querySelector('.body-frame')?.insertAdjacentHTML('beforebegin', file);
    expect(values(page)).toEqual([ana.address]);
    expect(first(page)?.name).toBe('Marta Ruiz');
  });
});

describe('an open card', () => {
  const withCard = (messages: readonly Invented[], ...cards: string[]) => {
    const page = pageOf(messages);
    for (const html of cards) page.body.insertAdjacentHTML('beforeend', html);
    return values(page);
  };
  const address = 'marta@norte-boats.example';
  const thread = [{ from: marta, to: [ana] }];

  it('gives the person of its name the address, in all their messages', () => {
    expect(withCard([...thread, ...thread], card('Marta Ruiz', address))).toEqual([address, ana.address]);
  });

  it.each([
    ['of somebody else', thread, [card('Somebody Else', address)]],
    [
      'of somebody else that names them too',
      thread,
      [card('Somebody Else', address, '<p>Marta Ruiz</p><span>Marta Ruiz</span>')],
    ],
    ['with two addresses', thread, [card('Marta Ruiz', `${address}</span> <span>other@x.example`)]],
    ['that is not shown', thread, [`<div hidden>${card('Marta Ruiz', address)}</div>`]],
    ['beside a second one', thread, [card('Marta Ruiz', address), card('Marta Ruiz', 'b@x.example')]],
    ['of one of two of that name', [{ from: marta, to: [marta, ana] }], [card('Marta Ruiz', address)]],
    [
      'of one of two of that name, the other with an address',
      [...thread, { from: { name: 'Marta Ruiz', address: 'b@x.example' }, to: [ana] }],
      [card('Marta Ruiz', address)],
    ],
  ])('%s gives nobody an address', (_, messages: readonly Invented[], cards: readonly string[]) => {
    expect(withCard(messages, ...cards)).not.toContain(address);
  });

  it('with an address that another name here has gives it to nobody else', () => {
    const page = pageOf([{ from: marta, to: [{ name: 'Jon Berg', address }] }]);
    page.body.insertAdjacentHTML('beforeend', card('Marta Ruiz', address));
    expect(first(page)).toMatchObject({ name: 'Marta Ruiz', addressHidden: true });
  });

  it('without a heading is of whoever it names first', () => {
    const plain = (name: string) =>
      `<div data-log-region="LivePersonaCard"><b>XY</b><b>${name}</b><b>Marta Ruiz</b>
      <div data-log-name="Email"><button>${address}</button></div></div>`;
    expect(withCard(thread, plain('Marta Ruiz'))).toContain(address);
    expect(withCard(thread, plain('Somebody Else'))).not.toContain(address);
  });
});
