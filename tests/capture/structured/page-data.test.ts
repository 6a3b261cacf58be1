// Microdata, hCard as blogs write it, rel links, and the head of a page.
import { describe, expect, it } from 'vitest';
import { readMicrodata } from '../../../lib/capture/structured/microdata';
import { readMicroformats } from '../../../lib/capture/structured/microformats';
import { readOpenGraph } from '../../../lib/capture/structured/open-graph';
import { readRel } from '../../../lib/capture/structured/rel';
import { findingsOf, namesIn, pageOf, values } from './read-html';

describe('microdata', () => {
  it('gives a person with the places on the page, and what itemref adds', () => {
    const page = pageOf(`
      <div itemscope itemtype="https://schema.org/Person" itemref="more">
        <h2 itemprop="name">Marta Ruiz</h2>
        <a itemprop="email" href="mailto:marta@nortecafe.es?subject=x">write</a>
        <meta itemprop="telephone" content="+34 944 12 34 56">
        <span itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Norte Café</b></span>
        <a itemprop="url" href="/marta">more</a>
      </div><p id="more"><i itemprop="jobTitle">Head of Support</i></p>`);
    const [marta] = findingsOf(readMicrodata, page);
    expect(marta?.around).toBe(page.document.querySelector('div'));
    expect(marta?.values.find(({ field }) => field === 'name')?.node).toBe(page.document.querySelector('h2'));
    expect(marta?.values.map(({ field, value }) => [field, value])).toEqual([
      ['name', 'Marta Ruiz'],
      ['title', 'Head of Support'],
      ['company', 'Norte Café'],
      ['email', 'marta@nortecafe.es'],
      ['phone', '+34944123456'],
      ['link', 'https://nortecafe.es/marta'],
    ]);
  });

  it('leaves out who is hidden, and products', () => {
    const person = (name: string) =>
      `<p itemscope itemtype="http://schema.org/Person"><span itemprop="name">${name}</span></p>`;
    expect(
      namesIn(
        findingsOf(
          readMicrodata,
          `<div style="display:none">${person('Hidden One')}</div><template>${person('No One')}</template>
           <div itemscope itemtype="http://schema.org/Product"><b itemprop="name">Ana Chair</b></div>${person('Ana Prat')}`,
        ),
      ),
    ).toEqual(['Ana Prat']);
  });

  it('ends where items refer to one another', () => {
    const knot = '<p id="a" itemscope itemref="b"></p><p id="b" itemprop="item" itemscope itemref="a b"></p>';
    expect(findingsOf(readMicrodata, knot.repeat(50))).toEqual([]);
  });
});

describe('hCard', () => {
  it('gives the author of a post in a blog', () => {
    const [author] = findingsOf(
      readMicroformats,
      '<article class="hentry"><span class="author vcard"><a class="url fn n" href="/author/ana">Ana Prat</a></span></article>',
    );
    expect(author).toMatchObject({ about: 'person', isMain: true });
    expect(values(author, 'name')).toEqual(['Ana Prat']);
    expect(values(author, 'link')).toEqual(['https://nortecafe.es/author/ana']);
  });

  it('takes no fax for a phone and the organization by its name', () => {
    const [ana] = findingsOf(
      readMicroformats,
      `<div class="vcard"><b class="fn">Ana Prat</b>
       <div class="org"><span class="organization-name">Norte Café</span> <span class="organization-unit">Sales</span></div>
       <div class="tel"><span class="type">Fax</span> <span class="value">+34 944 12 34 57</span></div>
       <div class="tel"><span class="type">Work</span> <span class="value">+34 944 12 34 56</span></div></div>`,
    );
    expect(values(ana, 'company')).toEqual(['Norte Café']);
    expect(values(ana, 'phone')).toEqual(['+34944123456']);
  });
});

describe('rel', () => {
  it('gives authors by name, and the links of rel=me as the page’s own', () => {
    const found = findingsOf(
      readRel,
      `<a rel="author" href="/ana">Ana Prat</a><a rel="author" href="/more">Read more</a>
       <a rel="me" href="https://github.com/anaprat"></a>`,
    );
    expect(namesIn(found)).toEqual(['Ana Prat']);
    expect(values(found[1], 'link')).toEqual(['https://github.com/anaprat']);
    expect(found.every(({ isMain }) => isMain)).toBe(true);
  });
});

describe('the head', () => {
  it('gives a profile, the site, and one author', () => {
    const found = findingsOf(
      readOpenGraph,
      `<meta property="og:type" content="profile"><meta property="og:url" content="https://nortecafe.es/ana">
       <meta property="profile:first_name" content="Ana"><meta property="profile:last_name" content="Prat">
       <meta property="og:site_name" content="Norte Caf&amp;eacute;">`,
    );
    expect(namesIn(found)).toEqual(['Ana Prat']);
    expect(namesIn(found, 'organization')).toEqual(['Norte Café']);
    expect(values(found[1], 'link')).toEqual(['https://nortecafe.es/ana']);
  });

  it.each([
    [
      '<meta name="author" content="Ana Prat"><meta property="article:author" content="https://x.com/anaprat">',
      ['Ana Prat'],
    ],
    ['<meta name="author" content="Norte Café GmbH">', []],
    ['<meta name="author" content="admin">', []],
    ['<meta name="author" content="Norte Sur"><meta property="og:site_name" content="Norte Sur">', []],
    ['<meta name="author" content="https://x.com/anaprat">', []],
  ])('names the author only where it is a person: %s', (html, names) => {
    expect(namesIn(findingsOf(readOpenGraph, html))).toEqual(names);
  });
});
