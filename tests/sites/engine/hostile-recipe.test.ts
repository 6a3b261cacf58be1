// What a recipe can't do, whoever wrote it: carry away what it read, read passwords, or keep a page busy.
import { describe, expect, it } from 'vitest';
import type { Recipe, Value } from '../../../lib/model/recipe';
import { Patience } from '../../../lib/sites/engine/patience';
import { recipeSite } from '../../../lib/sites/engine/recipe-site';
import { parsePage } from '../load-page';

const url = new URL('https://shop.example/a');
const recipe = (id: Value, link: Value): Recipe => ({
  format: 1,
  id: 'shop',
  name: 'Shop',
  hosts: ['shop.example'],
  presence: 'panel',
  channel: 'web',
  pages: [
    {
      kind: 'conversation',
      id,
      link,
      items: [
        { select: 'p', role: 'commenter', person: { identities: [{ kind: 'web', value: { find: 'b' } }] } },
      ],
    },
  ],
});

describe('a recipe', () => {
  const document = parsePage('<input type="password" value="secret"><p><b>shop.example/ana</b></p><i>c1</i>');

  it('links back to its site only, and reads no password', () => {
    const password: Value = { find: 'input', anywhere: true, attribute: 'value' };
    const away: Value = { find: 'i', as: 'https://evil.example/?{}' };
    const seen = recipeSite(recipe(password, away)).read(document, url);
    expect(seen?.url).toBe('https://shop.example/a');
    const script: Value = { find: 'i', as: 'javascript://shop.example/%0a{}' };
    expect(recipeSite(recipe(password, script)).read(document, url)?.url).toBe('https://shop.example/a');
    expect(JSON.stringify(seen)).not.toMatch(/secret|evil/);
  });

  it('searches no more once its time is over', () => {
    const many = parsePage('<p><b>x</b></p>'.repeat(64));
    let searches = 0;
    let time = 0;
    const counted = Element.prototype.querySelectorAll;
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      searches++;
      time += 100;
      return counted.call(this, selector);
    } as typeof counted;
    try {
      recipeSite(recipe({ find: 'i' }, { find: 'i' }), new Patience(() => time)).read(many, url);
    } finally {
      Element.prototype.querySelectorAll = counted;
    }
    expect(searches).toBeLessThan(6);
  });
});
