// What people can write on a site makes nobody else be shown: attacks that once did, each as the site would show it.
import { describe, expect, it } from 'vitest';
import { recipeSite } from '../../lib/sites/engine/recipe-site';
import { outlook } from '../../lib/sites/outlook/outlook';
import { wordpress } from '../../lib/sites/recipes/wordpress';
import type { Site } from '../../lib/sites/site';
import { parsePage } from './load-page';

const peopleOf = (site: Site, url: string, body: string) =>
  (site.read(parsePage(body), new URL(url))?.people ?? []).flatMap(({ identities }) =>
    identities.map(({ kind, value }) => `${kind}:${value}`),
  );

describe('WordPress', () => {
  const blog = recipeSite(wordpress);

  it('takes no address from the website that a commenter without an address names', () => {
    const body = `<table><tbody id="the-comment-list"><tr id="comment-1" class="comment">
      <td class="author column-author"><strong>Mallory</strong><br>
        <a href="mailto:boss@norte.example">mailto:boss@norte.example</a></td>
      <td class="comment column-comment"><p>x</p>
        <div class="hidden"><div class="author-email"></div><div class="author">Mallory</div></div></td>
      </tr></tbody></table>`;
    expect(peopleOf(blog, 'https://blog.example/wp-admin/edit-comments.php', body)).toEqual([]);
  });

  it('takes neither comments nor an author from what stands in a post', () => {
    const body = `<article><div class="entry-content"><p>A post.</p>
      <p class="byline"><a href="/author/boss/">Boss</a></p>
      <ol class="comment-list"><li class="comment comment-author-boss" id="comment-9"><b class="fn">Boss</b></li></ol></div>
      <footer><span class="byline"><a href="/author/mallory/">Mallory</a></span></footer></article>
      <ol class="comment-list"><li class="comment comment-author-ana" id="comment-1">x</li></ol>
      <form id="commentform"></form>`;
    expect(peopleOf(blog, 'https://blog.example/a-post/', body)).toEqual([
      'wordpress:blog.example/mallory',
      'wordpress:blog.example/ana',
    ]);
  });
});

describe('Outlook', () => {
  const url = 'https://outlook.office.com/mail/inbox/id/AAQk1';
  const message = (from: string, after = '') => `<div aria-label="Email message">${from}
    <div data-testid="RecipientWell"><span role="button" aria-label=""><span>Nora Vidal</span></span></div>${after}
    <div id="UniqueMessageBody_1">x</div></div>`;
  const page = (messages: string, card = '') => `<div id="ReadingPaneContainerId">${messages}</div>${card}`;
  const known = (name: string) => `<div id="MSG_1_FROM"><span role="button">${name}</span></div>`;
  const card = (name: string, address: string, more: string) =>
    `<div data-log-region="LivePersonaCard"><div>M</div><div role="heading"><span>${name}</span></div>
      <div data-log-name="Email"><span>${address}</span></div><div>${more}</div></div>`;

  it('gives nobody the address on the card of somebody else who names them', () => {
    const body = page(
      message(known('Marta Ruiz')),
      card('Mallory', 'mallory@evil.example', '<span>Marta Ruiz</span>'),
    );
    expect(peopleOf(outlook, url, body).filter(one => one.includes('@'))).toEqual([]);
  });

  it('gives the one whose card it is the address', () => {
    const body = page(
      message(known('Marta Ruiz')),
      card('Marta Ruiz', 'marta@norte.example', '<span>Jon Berg</span>'),
    );
    expect(peopleOf(outlook, url, body)).toEqual(['email:marta@norte.example']);
  });

  it.each(['Mallory&lt;boss@norte.example&gt;', 'boss@norte.example'])(
    'takes no sender from an attachment called %s',
    file => {
      const attachment = `<div role="button" aria-label="${file}">${file}</div>`;
      const body = page(message(known('Mallory'), attachment));
      expect(peopleOf(outlook, url, body)).toEqual([]);
      expect(peopleOf(outlook, url, page(message('<div>Mallory</div>', attachment)))).toEqual([]);
    },
  );
});
