// What a new site begins with: each file says what is to be put in its place.

/** `my-forum` as people would write it. */
export const titleOf = name =>
  name.replace(/(^|-)(.)/g, (_all, _dash, letter) => ` ${letter.toUpperCase()}`).trim();

const hostOf = ({ name, hosts }) => hosts[0] ?? `${name}.example`;

/** A recipe that reads the golden page below. */
export const recipeSource = ({
  name,
  variable,
  title,
  hosts,
}) => `// ${title}: say here which hooks it is read by, and since when they are known to be stable.
import type { Recipe } from '../../model/recipe';

export const ${variable}: Recipe = {
  format: 1,
  id: '${name}',
  name: '${title}',
  hosts: [${hosts.map(host => `'${host}'`).join(', ')}],${hosts.length === 0 ? `\n  detect: 'meta[name="generator"][content="${title}"]',` : ''}
  presence: 'sidebar',
  channel: 'web',
  written: '.text',
  pages: [
    {
      about: 'A post with its comments',
      paths: ['/posts/{}'],
      kind: 'conversation',
      id: { from: 'address', path: '/posts/{}' },
      title: { find: 'h1' },
      items: [
        {
          select: 'article[data-id]',
          role: 'commenter',
          isMainById: true,
          person: {
            identities: [
              { kind: 'web', value: { find: 'a.author', attribute: 'href', path: '/people/{}', as: '{host}/people/{}' } },
            ],
            name: { find: 'a.author' },
          },
          id: { attribute: 'data-id' },
          at: { value: { find: 'time', attribute: 'datetime' }, as: 'iso' },
          text: { find: '.text' },
        },
      ],
      composers: [{ select: 'form.answer textarea', scope: 'form', send: 'button', answers: ['author'], isPublic: true }],
    },
  ],
};
`;

/** An invented page; its first line is its address. */
export const goldenHtml = site => `<!-- url: https://${hostOf(site)}/posts/71 -->
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Grinder</title><meta name="generator" content="${site.title}"></head>
<body>
<h1>Grinder is loud</h1>
<article data-id="71">
  <a class="author" href="/people/marta-ruiz">Marta Ruiz</a> <time datetime="2026-11-04T10:05:00Z">4 Nov</time>
  <div class="text">It rattles. <a class="author" href="/people/not-me">Not me</a> said it would stop.</div>
</article>
<article data-id="72">
  <a class="author" href="/people/jon-berg">Jon Berg</a> <time datetime="2026-11-04T11:00:00Z">4 Nov</time>
  <div class="text">Mine too.</div>
</article>
<form class="answer"><textarea></textarea><button>Answer</button></form>
</body>
</html>
`;

/** What a careful person sees on that page. */
export const goldenJson = site => {
  const person = (slug, name, role) => ({
    name,
    identities: [{ kind: 'web', value: `${hostOf(site)}/people/${slug}` }],
    role,
  });
  const [marta, jon] = [
    person('marta-ruiz', 'Marta Ruiz', 'author'),
    person('jon-berg', 'Jon Berg', 'commenter'),
  ];
  const expected = {
    traps: ['the text links to somebody who did not write it'],
    sighting: {
      site: site.name,
      kind: 'conversation',
      url: `https://${hostOf(site)}/posts/71`,
      people: [marta, jon],
      conversation: {
        id: '71',
        title: 'Grinder is loud',
        messages: [
          {
            id: '71',
            from: 0,
            to: [],
            at: '2026-11-04T10:05+00:00',
            text: 'It rattles. Not me said it would stop.',
          },
          { id: '72', from: 1, to: [0], at: '2026-11-04T11:00+00:00', text: 'Mine too.' },
        ],
      },
    },
    rows: [marta, jon].map(({ identities }) => identities[0]),
    composers: [{ recipients: marta.identities, isPublic: true }],
  };
  return `${JSON.stringify(expected, null, 2)}\n`;
};
