// JSON-LD: who the page presents, read from data that pages get wrong in every way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonLdPeople } from '../../../lib/capture/structured/json-ld';
import { findingsOf, namesIn, pageOf, values } from './read-html';

const script = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const read = (...blocks: unknown[]) => findingsOf(readJsonLdPeople, blocks.map(script).join(''));

describe('a person', () => {
  it('has all that is stated of them', () => {
    const [marta] = read({
      '@context': 'https://schema.org',
      '@type': 'Person',
      '@id': '#marta',
      name: 'Marta Ruiz',
      jobTitle: { '@type': 'DefinedTerm', name: 'Head of Support' },
      worksFor: { '@type': 'Organization', name: 'Norte Caf&eacute;' },
      email: 'mailto:Marta@NorteCafe.es?subject=Hola',
      telephone: '944 12 34 56',
      faxNumber: '944 12 34 57',
      url: '/team/marta',
      sameAs: [
        'https://www.linkedin.com/in/marta-ruiz',
        'javascript:alert(1)',
        'https://x.com/intent/tweet?text=a',
      ],
      address: { '@type': 'PostalAddress', addressLocality: 'Bilbao', addressCountry: { name: 'Spain' } },
    });
    expect(marta).toEqual({
      about: 'person',
      isMain: true,
      ids: ['https://nortecafe.es/team#marta'],
      values: [
        { field: 'name', value: 'Marta Ruiz', from: 'json-ld' },
        { field: 'title', value: 'Head of Support', from: 'json-ld' },
        { field: 'company', value: 'Norte Café', from: 'json-ld' },
        { field: 'email', value: 'Marta@nortecafe.es', from: 'json-ld' },
        { field: 'phone', value: '+34944123456', from: 'json-ld' },
        { field: 'link', value: 'https://nortecafe.es/team/marta', from: 'json-ld' },
        { field: 'link', value: 'https://www.linkedin.com/in/marta-ruiz', from: 'json-ld' },
        { field: 'location', value: 'Bilbao, Spain', from: 'json-ld' },
      ],
    });
  });

  it.each([
    [{ givenName: 'Marta', familyName: 'Ruiz' }, 'Marta Ruiz'],
    [{ givenName: '小明', familyName: '王' }, '王小明'],
    [{ name: ['Marta Ruiz'] }, 'Marta Ruiz'],
    [{ name: { '@value': 'مارتا رويث', '@language': 'ar' } }, 'مارتا رويث'],
    [{ 'schema:name': 'Marta Ruiz' }, 'Marta Ruiz'],
  ])('is named by %j', (properties, name) => {
    expect(namesIn(read({ '@type': 'http://schema.org/Person', ...properties }))).toEqual([name]);
  });

  it.each(['admin', '<script>alert(1)</script>', 'marta@nortecafe.es', '', '12345', '{{ author.name }}'])(
    'is nobody where the name is %j',
    name => expect(read({ '@type': 'Person', name })).toEqual([]),
  );
});

describe('who is presented', () => {
  it('are authors, staff and speakers, and who wrote reviews and comments', () => {
    const found = read(
      {
        '@type': 'NewsArticle',
        author: [{ '@type': 'Person', name: 'Ana Prat' }, 'Jonas Weber'],
        publisher: { '@type': 'NewsMediaOrganization', name: 'Norte Diario' },
        mentions: { '@type': 'Person', name: 'Somebody Famous' },
        about: { '@type': 'Person', name: 'Another Famous' },
        comment: { '@type': 'Comment', author: { '@type': 'Person', name: 'Lee Park' } },
      },
      {
        '@type': 'LocalBusiness',
        name: 'Norte',
        review: { '@type': 'Review', author: { '@type': 'Person', name: 'Rita Sol' } },
      },
      {
        '@type': 'Event',
        performer: {
          '@type': 'PerformanceRole',
          performer: { '@type': 'Person', name: 'Ibn Sina' },
          roleName: 'Keynote',
        },
        subEvent: {
          '@type': 'Event',
          subEvent: [{ '@type': 'Event', performer: { '@type': 'Person', name: 'Deep Speaker' } }],
        },
      },
    );
    expect(namesIn(found).toSorted()).toEqual([
      'Ana Prat',
      'Deep Speaker',
      'Ibn Sina',
      'Jonas Weber',
      'Lee Park',
      'Rita Sol',
    ]);
    expect(
      values(
        found.find(({ values: [name] }) => name?.value === 'Ibn Sina'),
        'title',
      ),
    ).toEqual(['Keynote']);
    expect(found.filter(({ isMain }) => isMain).map(({ values: [name] }) => name?.value)).toEqual(
      expect.arrayContaining(['Ana Prat', 'Norte Diario']),
    );
  });

  it('are not the authors of books and films that the page sells', () => {
    expect(
      read({ '@type': 'Book', name: 'A', author: { '@type': 'Person', name: 'Miguel de Cervantes' } }),
    ).toEqual([]);
    expect(read({ '@type': 'Movie', director: { '@type': 'Person', name: 'Agnes Varda' } })).toEqual([]);
  });

  it('works for the organization that names them, unless it says another', () => {
    const found = read({
      '@type': 'Corporation',
      name: 'Norte Café',
      contactPoint: [
        { '@type': 'ContactPoint', telephone: '+34 944 12 34 56', contactType: 'sales' },
        { '@type': 'ContactPoint', telephone: '+34 944 12 34 57', contactType: 'fax' },
      ],
      employee: [
        { '@type': 'Person', name: 'Ana Prat' },
        { '@type': 'Person', name: 'Jonas Weber', worksFor: 'Cascada' },
      ],
    });
    expect(found.map(finding => [values(finding, 'name')[0], values(finding, 'company')])).toEqual([
      ['Norte Café', []],
      ['Ana Prat', ['Norte Café']],
      ['Jonas Weber', ['Cascada']],
    ]);
    expect(values(found[0], 'phone')).toEqual(['+34944123456']);
  });

  it('are known by references, once', () => {
    const found = read({
      '@graph': [
        { '@type': 'Article', author: { '@id': '#p' }, publisher: { '@id': '#o' } },
        { '@type': 'Person', '@id': '#p', name: 'Ana Prat', worksFor: { '@id': '#o' } },
        { '@type': 'Organization', '@id': '#o', name: 'Norte Café' },
      ],
    });
    expect(namesIn(found)).toEqual(['Ana Prat']);
    expect(
      values(
        found.find(({ about }) => about === 'person'),
        'company',
      ),
    ).toEqual(['Norte Café']);
    expect(found.every(({ isMain }) => isMain)).toBe(true);
  });

  it('is the one whose profile the page is', () => {
    const [found] = read({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Ana Prat' } });
    expect(found).toMatchObject({ about: 'person', isMain: true });
  });
});

describe('hostile data', () => {
  it('is read where it is sound, beside blocks that are not', () => {
    expect(namesIn(read('{"@type":"Person", name: }', { '@type': 'Person', name: 'Ana Prat' }))).toEqual([
      'Ana Prat',
    ]);
  });

  it.each([
    '/* <![CDATA[ */ {"@type":"Person","name":"Ana Prat"} /* ]]> */',
    '<!-- {"@type":"Person","name":"Ana Prat"} -->',
    '{"@type":"Person","name":"Ana\n Prat"};',
  ])('is read in its wrapping: %s', block => expect(namesIn(read(block))).toEqual(['Ana Prat']));

  it('is left out where it is too large, and told', () => {
    const page = pageOf(
      [
        script({ '@type': 'Person', name: 'Big One', description: 'x'.repeat(520_000) }),
        script({ '@type': 'Person', name: 'Ana Prat' }),
      ].join(''),
    );
    expect(namesIn(findingsOf(readJsonLdPeople, page))).toEqual(['Ana Prat']);
    expect([...(page.leftOut ?? [])]).toEqual(['size']);
  });

  it('ends where things hold one another or are nested without end', () => {
    const deep = `${'{"@type":"Event","subEvent":'.repeat(5000)}{}${'}'.repeat(5000)}`;
    const knot = {
      '@graph': [
        { '@id': 'a', '@type': 'Event', subEvent: { '@id': 'b' } },
        { '@id': 'b', '@type': 'Event', subEvent: { '@id': 'a' } },
      ],
    };
    const arrays = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(read(deep, knot, arrays)).toEqual([]);
  });

  it('changes no prototype', () => {
    read(
      '{"@type":"Person","name":"Ana Prat","__proto__":{"isMain":true},"constructor":{"prototype":{"x":1}}}',
    );
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(({} as { isMain?: unknown }).isMain).toBeUndefined();
  });

  it('never throws, and invents nothing', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 6 }),
        fc.string(),
        fc.constantFrom('Person', 'Organization', 'Event'),
        (json, name, type) => {
          const text = JSON.stringify({
            '@type': type,
            name,
            author: JSON.parse(json),
            employee: JSON.parse(json),
          });
          for (const finding of read(text.replaceAll('</', '<\\/'))) {
            for (const { value } of finding.values) expect(value.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
