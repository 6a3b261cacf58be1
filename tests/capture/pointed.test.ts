// What stands where the user pointed before: taken for everybody on the page, or for nobody where it can't be a value.
import { describe, expect, it } from 'vitest';
import type { Found } from '../../lib/capture/finding';
import { readPointed, saidBy, valueSaid } from '../../lib/capture/pointed';
import type { PlaceRule } from '../../lib/model/pointed';
import { parsePage } from '../sites/load-page';

const rule: PlaceRule = { field: 'title', block: 'li.card', path: 'p.role' };

/** People named by the headings of a page, each with a title that was read wrongly. */
function read(body: string, ...rules: PlaceRule[]): string[][] {
  const page = parsePage(`<body>${body}</body>`);
  const people = [...page.querySelectorAll('h3')].map((node): Found[] => [
    { field: 'name', value: node.textContent, from: 'card', node },
    { field: 'title', value: 'Norte', from: 'card' },
  ]);
  for (const _ of readPointed(people, rules, 'ES'));
  return people.map(values => values.map(({ field, value, from }) => `${field}: ${value} (${from})`));
}
const card = (name: string, more: string) => `<li class="card"><h3>${name}</h3>${more}</li>`;
const unchanged = (name: string) => [`name: ${name} (card)`, 'title: Norte (card)'];

describe('a place that was pointed at', () => {
  it('gives everybody what stands there, before what was read', () => {
    expect(
      read(card('Ana Prat', '<p class="role">Rigger') + card('Lena Vogt', '<p class="role">Sailmaker'), rule),
    ).toEqual([
      ['name: Ana Prat (card)', 'title: Rigger (site)', 'title: Norte (card)'],
      ['name: Lena Vogt (card)', 'title: Sailmaker (site)', 'title: Norte (card)'],
    ]);
  });

  it('changes nothing of somebody who has no such place, or two', () => {
    expect(
      read(
        card('Ana Prat', '<p class="role">Rigger') +
          card('Lena Vogt', '') +
          card('Jon Berg', '<p class="role">Cook</p><p class="role">Mate</p>'),
        rule,
      ).slice(1),
    ).toEqual([unchanged('Lena Vogt'), unchanged('Jon Berg')]);
  });

  it('changes nothing where it says the same of everybody', () => {
    const body = card('Ana Prat', '<p class="role">Crew') + card('Lena Vogt', '<p class="role">Crew');
    expect(read(body, rule)).toEqual([unchanged('Ana Prat'), unchanged('Lena Vogt')]);
  });

  it('changes nothing where it is a long text, hidden, or markup', () => {
    for (const text of ['word '.repeat(60), '<span hidden>Rigger</span>', '&lt;b&gt;Rigger', ''])
      expect(
        read(card('Ana Prat', `<p class="role" ${/hidden/.test(text) ? 'hidden' : ''}>${text}</p>`), rule),
      ).toEqual([unchanged('Ana Prat')]);
  });

  it('is not looked for in a block that several people share', () => {
    const role = (text: string) => `<p class="role">${text}</p>`;
    const other = card('Jon Berg', role('Cook'));
    const shared = `<li class="card"><h3>Ana Prat</h3><h3>Lena Vogt</h3>${role('Rigger')}</li>`;
    expect(read(shared + other, rule).slice(0, 2)).toEqual([unchanged('Ana Prat'), unchanged('Lena Vogt')]);
    const nested = card('Ana Prat', `<ul>${card('Lena Vogt', role('Rigger'))}</ul>`);
    expect(read(nested + other, rule)[0]).toEqual(unchanged('Ana Prat'));
  });

  it('gives addresses, phones and links only as what they are', () => {
    const mail: PlaceRule = { field: 'email', block: 'li.card', path: 'a' };
    const body = card('Ana Prat', '<a href="mailto:ana@norte-boats.example">Write</a>');
    expect(read(body, mail)).toEqual([[...unchanged('Ana Prat'), 'email: ana@norte-boats.example (site)']]);
    expect(read(body, { ...mail, field: 'phone' })).toEqual([unchanged('Ana Prat')]);
  });
});

describe('a text that is pointed at for an address, a phone or a link', () => {
  const said = (html: string) => {
    const node = parsePage(`<body>${html}</body>`).body.firstElementChild as Element;
    const text = saidBy(node);
    return text && valueSaid(text, 'contact', 'ES');
  };
  it.each([
    ['<p>ana@norte-boats.example</p>', { field: 'email', value: 'ana@norte-boats.example' }],
    ['<p>Tel. 944 12 34 56</p>', { field: 'phone', value: '+34944123456' }],
    ['<a href="tel:+34944123456">Call</a>', { field: 'phone', value: '+34944123456' }],
    [
      '<a href="https://www.linkedin.com/in/ana-prat/">Profile</a>',
      { field: 'link', value: 'https://www.linkedin.com/in/ana-prat/' },
    ],
    ['<a href="javascript:alert(1)">Profile</a>', undefined],
    ['<p>Rigger</p>', undefined],
  ])('%s', (html, value) => expect(said(html)).toEqual(value));
});
