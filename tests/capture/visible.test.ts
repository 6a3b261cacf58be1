// Who is on a page by what it shows: cards, rows, by-lines and links, and nobody where there is nobody.
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { addressed, parsePage } from '../sites/load-page';

function read(body: string, url = 'https://norte.example/team', head = '<title>Team | Norte</title>') {
  const document = addressed(
    parsePage(`<html lang="en"><head>${head}</head><body>${body}</body></html>`),
    url,
  );
  const { reading, result } = readPage({ document, url: new URL(url), country: 'ES' });
  for (const _ of reading);
  return result();
}
const peopleOf = (body: string, url?: string, head?: string) =>
  read(body, url, head).people.map(values =>
    values.filter(({ field }) => field !== 'company').map(({ field, value }) => `${field}: ${value}`),
  );
const card = (name: string, role: string, more = '') =>
  `<div class="card"><img src="x.jpg" alt=""><h3>${name}</h3><p>${role}</p>${more}</div>`;

describe('cards of a team', () => {
  const team = (...cards: string[]) =>
    `<main><h1>Our team</h1><div class="grid">${cards.join('')}</div></main>`;

  it('give everybody what stands on their own card', () => {
    const body = team(
      card('Marta Ruiz', 'Head of Support', '<a href="mailto:marta@norte.example">Mail</a>'),
      card('Jon Berg', 'Roaster', '<a href="tel:+34944123456">Call</a>'),
    );
    expect(peopleOf(body)).toEqual([
      ['name: Marta Ruiz', 'title: Head of Support', 'email: marta@norte.example'],
      ['name: Jon Berg', 'title: Roaster', 'phone: +34944123456'],
    ]);
  });

  it('leave out the card that asks for somebody', () => {
    const body = team(
      card('Marta Ruiz', 'Head of Support'),
      card('Jon Berg', 'Roaster'),
      card('Future Colleague', 'Barista'),
    );
    expect(peopleOf(body).map(([name]) => name)).toEqual(['name: Marta Ruiz', 'name: Jon Berg']);
  });

  it('leave out what the page does not show', () => {
    const body = team(
      card('Marta Ruiz', 'Head of Support'),
      `<div hidden>${card('Hidden Harry', 'Director')}</div>`,
      `<div style="display: none">${card('Unseen Ursula', 'Director')}</div>`,
      `<template>${card('Placeholder Pete', 'Director')}</template>`,
      `<div aria-hidden="true">${card('Jon Berg', 'Roaster')}</div>`,
    );
    expect(peopleOf(body).map(([name]) => name)).toEqual(['name: Marta Ruiz', 'name: Jon Berg']);
  });

  it('keep two people of one name apart where their addresses differ', () => {
    const body = team(
      card('Ana Prat', 'Buyer', '<a href="mailto:ana@norte.example">Mail</a>'),
      card('Ana Prat', 'Roaster', '<a href="mailto:prat@norte.example">Mail</a>'),
    );
    expect(peopleOf(body)).toHaveLength(2);
  });

  it('are read in open shadow roots', () => {
    const document = parsePage('<h1>Our team</h1><team-list></team-list>');
    const host = document.querySelector('team-list')!;
    host.attachShadow({ mode: 'open' }).innerHTML = card('Marta Ruiz', 'Head of Support');
    const { reading, result } = readPage({ document, url: new URL('https://norte.example/team') });
    for (const _ of reading);
    expect(result().people[0]?.[0]?.value).toBe('Marta Ruiz');
  });
});

it('reads the rows of a table by the names of its columns', () => {
  const row = (name: string, car: string) => `<tr><td>${name}</td><td>Buyer</td><td>${car}</td></tr>`;
  const body = `<table><tr><th>Nombre</th><th>Cargo</th><th>Coche</th></tr>${row('Marta Ruiz', 'Austin Seven')}${row('Jon Berg', 'Morris Eight')}</table>`;
  expect(peopleOf(body)).toEqual([
    ['name: Marta Ruiz', 'title: Buyer'],
    ['name: Jon Berg', 'title: Buyer'],
  ]);
});

it.each([
  ['By Marta Ruiz and Jon Berg', ['name: Marta Ruiz', 'name: Jon Berg']],
  ['记者：林晓岚　欧阳志远', ['name: 林晓岚', 'name: 欧阳志远']],
  ['Press contact: Marta Ruiz, Head of Press, marta@norte.example', ['name: Marta Ruiz']],
])('reads who wrote or answers: %s', (line, names) => {
  const head = '<title>A new grinder</title>';
  expect(
    peopleOf(`<article><h1>A new grinder</h1><p>${line}</p></article>`, 'https://news.example/a', head).map(
      ([name]) => name,
    ),
  ).toEqual(names);
});

it.each([
  [
    'a product card',
    '<div class="product"><img alt="Oak Director"><h3>Oak Director</h3><p>Office series</p><p>€ 240</p></div>',
  ],
  ['a sentence', '<p>Ask Marta Ruiz, said Jon Berg, who had read Benjamin Franklin.</p>'],
  ['a quotation', '<blockquote><p>Beware.</p><p>— Benjamin Franklin</p></blockquote>'],
  ['a list of streets', '<ul><li>Jan van Eijckstraat</li><li>Vincent van Goghpad</li></ul>'],
  ['a script', '<script>var name = "Marta Ruiz, Head of Support, marta@norte.example"</script>'],
  ['a menu', '<nav><a href="/author/marta-ruiz">Marta Ruiz</a></nav>'],
])('finds nobody in %s', (_, body) => {
  expect(peopleOf(body, 'https://shop.example/', '<title>Shop</title>')).toEqual([]);
});

it('gives an address of a role to the organization, and a person that stands apart their own', () => {
  const { people, organization } = read(
    `<h1>Our team</h1>${card('Marta Ruiz', 'Buyer')}${card('Jon Berg', 'Roaster')}
     <footer>© 2026 Norte · info@norte.example</footer><p>Write to m.ruiz@norte.example</p>`,
  );
  const mails = (values: { field: string; value: string }[] = []) =>
    values.flatMap(({ field, value }) => (field === 'email' ? [value] : []));
  expect(mails(organization)).toEqual(['info@norte.example']);
  expect(people.map(mails)).toEqual([['m.ruiz@norte.example'], []]);
});
