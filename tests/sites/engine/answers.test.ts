// Whom a box answers: nobody else in the place of somebody who is gone or can't be named.
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../lib/model/recipe';
import { recipeSite } from '../../../lib/sites/engine/recipe-site';
import { linkedin } from '../../../lib/sites/recipes/linkedin';
import { reddit } from '../../../lib/sites/recipes/reddit';
import { wordpress } from '../../../lib/sites/recipes/wordpress';
import { parsePage } from '../load-page';

const recipients = (recipe: Recipe, url: string, body: string) =>
  recipeSite(recipe)
    .composers(parsePage(body), new URL(url))
    .map(composer => composer.recipients.map(({ value }) => value));

describe('a box below a deleted comment', () => {
  const box = '<form class="usertext"><textarea name="text"></textarea></form>';
  const thing = (name: string, id: string, inside: string) =>
    `<div class="thing comment" data-author="${name}" data-fullname="t1_${id}"><p class="entry">x</p>${inside}</div>`;
  const page = (inside: string) =>
    `<div class="thing link" data-author="op" data-fullname="t3_p">x</div>${inside}`;
  const url = 'https://old.reddit.com/r/a/comments/p/x/';

  it('answers neither the comment around that one nor the author', () => {
    const body = page(thing('ana', 'a', thing('[deleted]', 'b', box)));
    expect(recipients(reddit, url, body)).toEqual([[]]);
  });

  it('answers whose comment it stands in otherwise', () => {
    expect(recipients(reddit, url, page(thing('ana', 'a', box)))).toEqual([['ana']]);
    expect(recipients(reddit, url, page(box))).toEqual([['op']]);
  });
});

describe('a message below a deleted one', () => {
  it('is to nobody', () => {
    const comment = (author: string, id: string, inside = '') =>
      `<div class="thing comment" data-author="${author}" data-fullname="t1_${id}"><div class="usertext-body"><div class="md">x</div></div>${inside}</div>`;
    const document = parsePage(
      `<div class="thing link" data-author="op" data-fullname="t3_p">x</div>${comment('ana', 'a', comment('[deleted]', 'b', comment('jon', 'c')))}`,
    );
    const url = new URL('https://old.reddit.com/r/a/comments/p/x/');
    const messages = recipeSite(reddit).read(document, url)?.conversation?.messages;
    expect(messages?.map(({ id, to }) => [id, to])).toEqual([
      ['t3_p', []],
      ['t1_a', [0]],
      ['t1_c', []],
    ]);
  });
});

describe('a box that names what it answers', () => {
  const page = (parent: string) => `
    <p class="byline"><a href="/author/boss/">Boss</a></p>
    <ol class="comment-list"><li class="comment pingback" id="comment-5">x</li></ol>
    <form id="commentform"><textarea id="comment"></textarea><input id="comment_parent" value="${parent}"></form>`;
  it('answers nobody where that can’t be found', () => {
    expect(recipients(wordpress, 'https://blog.example/x/', page('5'))).toEqual([[]]);
    expect(recipients(wordpress, 'https://blog.example/x/', page('0'))).toEqual([['blog.example/boss']]);
  });
});

describe('a box below a comment of a company', () => {
  it('does not answer the author of the post', () => {
    const body = `
      <div class="feed-shared-update-v2" data-urn="urn:li:activity:1">
        <a class="update-components-actor__meta-link" href="/in/boss/">Boss</a>
        <article class="comments-comment-entity" data-id="urn:li:comment:(activity:1,2)">
          <a class="comments-comment-meta__description-container" href="/company/acme/">Acme</a>
          <div class="comments-comment-box"><div class="ql-editor" contenteditable="true"></div></div>
        </article>
      </div>`;
    const url = 'https://www.linkedin.com/feed/update/urn:li:activity:1/';
    expect(recipients(linkedin, url, body)).toEqual([[]]);
  });
});
