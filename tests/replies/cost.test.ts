// What a template may cost: whatever its author wrote, it is rendered or refused at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedFilters } from '../../lib/replies/filters';
import { ReplyError, renderReply } from '../../lib/replies/template';

/** The longest values that contacts can have. */
const variables = {
  contact: { name: 'Ana Prado', note: 'x'.repeat(4_000), spaces: `${' '.repeat(3_999)}x`, order: 'N-204' },
  me: { signature: 'word '.repeat(400) },
};

/** Milliseconds. The promise is 50; a machine that does other things gets five times as much. */
const patience = 250;

/** Renders or is refused; gives how long that took in ms. Anything but a `ReplyError` is thrown on. */
function cost(source: string): number {
  const start = performance.now();
  try {
    renderReply(source, variables);
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
  }
  return performance.now() - start;
}

const upTo4K = (piece: string, before = '') =>
  before + piece.repeat(Math.floor((4_096 - before.length) / piece.length));
const doubled = `{% assign a = "x" %}${'{% assign a = a | append: a %}'.repeat(13)}`;

describe('a template that was made to cost time', () => {
  it.each(
    Object.entries({
      'a list of numbers searched for each of them':
        '{% assign a = (1..20000) %}{{ a | where_exp: "x", "a contains x" }}',
      'a long loop': '{% for i in (1..1000000000) %}x{% endfor %}',
      'a range as a value': '{{ (1..1000000000) | join: "x" }}',
      'a range in a condition': '{% if (1..1000000000) contains 7 %}x{% endif %}',
      'a range in a range': '{{ ((1..9)..(1..9)) }}',
      'a range as an argument': '{{ "x" | append: (1..1000000000) }}',
      'a range among cases': '{% case 1 %}{% when (1..1000000000) %}x{% endcase %}',
      'a text that doubles itself': upTo4K('{% assign a = a | append: a %}', '{% assign a = "x" %}'),
      'a long text searched in a long text': upTo4K('{% if a contains b %}{% endif %}', doubled),
      'a text replaced by long ones': upTo4K('{{ a | replace: "x", a }}', doubled),
      'a long text looked for': upTo4K('{{ contact.note | remove: a }}', doubled),
      'many blanks to take away': upTo4K('{{ contact.spaces | rstrip }}'),
      'many blanks between words': upTo4K('{{ contact.spaces | truncatewords: 9999 }}'),
      'the same long value often': upTo4K('{{ contact.note }}'),
      'a date as wide as a book': '{{ "now" | date: "%1000000000d" }}',
      'many dates with their zones': upTo4K(`{{ "now" | date: "${'%Z'.repeat(50)}" }}`),
      'a date written in 4,000 letters': upTo4K('{{ contact.note | date: "%Y" }}'),
      'numbers without end': upTo4K('{% assign n = n | times: 1e300 %}{{ n }}', '{% assign n = 9 %}'),
      'conditions in one another': upTo4K('{% if contact.name %}'),
      'a condition of a thousand parts': `{% if ${upTo4K('a or ')}b %}x{% endif %}`,
      'many filters': `{{ contact.note ${upTo4K('| upcase ')} }}`,
      'a path of a thousand names': `{{ ${upTo4K('a.')}b }}`,
      'brackets in one another': `{{ ${'a['.repeat(1_300)}`,
      'braces that never end': upTo4K('{{'),
      'tags that never end': upTo4K('{%'),
      'quotes that never end': upTo4K("{{ '"),
      'bars without filters': `{{ a ${upTo4K('|')} }}`,
      'blanks in an output': `{{ ${' '.repeat(4_000)}`,
      'comments in one another': upTo4K('{% comment %}'),
    }),
  )('is done at once: %s', (_what, source) => {
    expect(cost(source)).toBeLessThan(patience);
  });
});

describe('any template of 4 KB', () => {
  const names = fc.constantFrom('contact.name', 'contact.note', 'contact.spaces', 'me.signature', 'a', 'b');
  const literals = fc.constantFrom('"x"', '" "', '3', '4000', '"%A %d %B"', 'true', 'nil');
  const value = fc.oneof(names, literals);
  const filter = fc
    .tuple(fc.constantFrom(...allowedFilters), fc.array(value, { maxLength: 2 }))
    .map(([name, given]) => `| ${name}${given.length > 0 ? `: ${given.join(', ')}` : ''} `);
  const filtered = fc
    .tuple(value, fc.array(filter, { maxLength: 6 }))
    .map(([first, all]) => `${first} ${all.join('')}`);
  const condition = fc
    .tuple(value, fc.constantFrom('contains', '==', '!=', '>', 'and', 'or'), value)
    .map(all => all.join(' '));
  const piece = fc.oneof(
    filtered.map(inner => `{{ ${inner}}}`),
    filtered.map(inner => `{% assign a = ${inner}%}`),
    filtered.map(inner => `{% assign b = ${inner}%}`),
    condition.map(test => `{% if ${test} %}yes{% else %}no{% endif %}`),
    condition.map(test => `{% unless ${test} %}{{ a }}{% endunless %}`),
    fc.tuple(value, value).map(([of, when]) => `{% case ${of} %}{% when ${when} %}{{ b }}{% endcase %}`),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  it('built of what replies know is rendered or refused at once', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), pieces => {
        // Repeated to its full length: what grows, grows.
        const once = pieces.join('');
        const source =
          once.length < 4_096
            ? once.repeat(Math.max(1, Math.floor(4_096 / Math.max(once.length, 1))))
            : once.slice(0, 4_096);
        expect(cost(source)).toBeLessThan(patience);
      }),
      { numRuns: 300 },
    );
  });
});
