// The way to what was pointed at: found again in the same block, and in the blocks of others of the same build.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyAt } from '../../lib/capture/pointed';
import { selectorFault } from '../../lib/model/selector';
import { pathTo, ruleTo } from '../../lib/page/capture/path-to';
import { parsePage } from '../sites/load-page';

type Tree = { kind: string; name: string; children: Tree[] };

/** Elements of few kinds and classes, so that many are alike. */
const trees = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    kind: fc.constantFrom('p', 'div', 'span', 'a', 'my-card'),
    name: fc.constantFrom('', 'role', 'name role', 'css-1a2b3c', 'md:flex', '-x', 'a.b'),
    children: depth > 0 ? fc.array(trees(depth - 1), { maxLength: 4 }) : fc.constant([]),
  });

function build(document: Document, { kind, name, children }: Tree): Element {
  const element = document.createElement(kind);
  element.setAttribute('class', name);
  element.append(...children.map(child => build(document, child)));
  return element;
}

const blockOf = (tree: Tree): Element => {
  const document = parsePage('<body></body>');
  const block = build(document, tree);
  document.body.append(block);
  return block;
};

describe('a path', () => {
  it('leads to its own element and no other, in the words of recipes', () => {
    fc.assert(
      fc.property(trees(4), tree => {
        const block = blockOf(tree);
        for (const element of block.querySelectorAll('*')) {
          const path = pathTo(element, block);
          if (path === undefined) continue;
          expect(selectorFault(path)).toBeUndefined();
          expect(onlyAt(block, path)).toBe(element);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is found for everything in a block of two levels with three elements each', () => {
    const leaf = fc
      .record({ kind: fc.constantFrom('p', 'span'), name: fc.constantFrom('', 'role') })
      .map(one => ({
        ...one,
        children: [] as Tree[],
      }));
    const level = fc.record({
      kind: fc.constantFrom('p', 'div'),
      name: fc.constantFrom('', 'row'),
      children: fc.array(leaf, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(level, { maxLength: 3 }), children => {
        const block = blockOf({ kind: 'li', name: 'card', children });
        for (const element of block.querySelectorAll('*')) {
          const path = pathTo(element, block) ?? '';
          expect(onlyAt(block, path)).toBe(element);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the one that also leads somewhere in the blocks of others', () => {
    const page = parsePage(`<ul>
      <li><h3>Ana Prat</h3><p class="first">Rigger</p></li>
      <li><h3>Lena Vogt</h3><p>Sailmaker</p></li></ul>`);
    const [ana, lena] = page.querySelectorAll('li') as unknown as [Element, Element];
    expect(pathTo(ana.querySelector('p') as Element, ana, [lena])).toBe('p');
  });
});

describe('where somebody’s value stands', () => {
  const team = parsePage(`<main><h1>Our team</h1><p id="lead">We sail</p><ul>
    <li class="card new"><div><h3>Ana Prat</h3></div><p>Norte</p><p>Rigger</p></li>
    <li class="card"><div><h3>Lena Vogt</h3></div><p>Norte</p><p>Sailmaker</p></li></ul></main>`);
  const [ana, lena] = team.querySelectorAll('h3') as unknown as [Element, Element];

  it('is said by the card of that person, as all have it', () => {
    const role = team.querySelectorAll('p')[2] as Element;
    expect(role.textContent).toBe('Rigger');
    expect(ruleTo(role, ana, [lena])).toEqual({ block: 'li.card', path: 'p:last-of-type' });
  });

  it('is said by the whole card, whatever else stands around name and text', () => {
    const page = parsePage(`<ul><li class="card"><div><h3>Ana Prat</h3><i>Rigger</i></div><p>Norte</p></li>
      <li class="card"><div><h3>Lena Vogt</h3><i>Sailmaker</i></div></li></ul>`);
    const [first, second] = page.querySelectorAll('h3') as unknown as [Element, Element];
    expect(ruleTo(page.querySelector('i') as Element, first, [second])).toEqual({
      block: 'li.card',
      path: 'i',
    });
  });

  it('is not remembered where it is outside of their card, or in the card of somebody else', () => {
    expect(ruleTo(team.querySelector('#lead') as Element, ana, [lena])).toBeUndefined();
    expect(ruleTo(lena, ana, [lena])).toBeUndefined();
  });

  it('is said by the nearest block where somebody is alone on the page', () => {
    const page = parsePage(
      '<main><section class="head"><h1>Ana Prat</h1><p>Norte</p><p>Rigger</p></section><p>Sails</p></main>',
    );
    const [, role] = page.querySelectorAll('p');
    expect(ruleTo(role as Element, page.querySelector('h1') as Element, [])).toEqual({
      block: 'section.head',
      path: 'p:last-of-type',
    });
  });
});
