// Replies as templates: what is filled in, what is asked for, and what a hostile template can't do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label, parseReply, ReplyError, renderReply } from '../../lib/replies/template';

const ana = {
  contact: { name: 'Ana Prado', first_name: 'Ana', vip: true, fields: { order_number: 'N-204' } },
  me: { name: 'Rui' },
};
const textOf = (source: string, filled?: Record<string, string>) => renderReply(source, ana, filled).text;

describe('a reply', () => {
  it('fills in values and says which parts they are', () => {
    const { text, parts, missing } = renderReply('Hello {{ contact.first_name }}, thanks.', ana);
    expect(text).toBe('Hello Ana, thanks.');
    expect(missing).toEqual([]);
    expect(parts).toEqual([
      { kind: 'text', text: 'Hello ' },
      { kind: 'value', text: 'Ana', path: 'contact.first_name' },
      { kind: 'text', text: ', thanks.' },
    ]);
  });

  it('without variables is its own text', () => {
    expect(textOf('Thank you!\nRui')).toBe('Thank you!\nRui');
  });

  it('chooses text by a condition, also on something that is not there', () => {
    const source = '{% if contact.vip %}At once{% else %}Soon{% endif %}';
    expect(textOf(source)).toBe('At once');
    expect(renderReply(source, {})).toMatchObject({ text: 'Soon', missing: [] });
  });

  it('puts values through filters', () => {
    expect(textOf('{{ contact.name | upcase }}')).toBe('ANA PRADO');
  });

  it('does not run a template that stands in a value', () => {
    expect(renderReply('{{ note }}', { note: '{{ me.name }}{% if true %}' }).text).toBe(
      '{{ me.name }}{% if true %}',
    );
  });

  it('leaves out control and direction characters of values, but keeps their lines', () => {
    expect(renderReply('{{ note }}', { note: 'a\u202Eb\u0000c\nd\uE000e' }).text).toBe('abc\nde');
  });

  it('leaves control and direction characters out of its own text too, and writes a tab as a blank', () => {
    expect(textOf('a\u202Eb\u0000c\u2066d\te\r\nf')).toBe('abcd e\nf');
    expect(textOf('{{ "a\u202Eb" }}{{ "\\u202E" }}')).toBe('ab');
  });

  it('shows what stands between raw and endraw as it is', () => {
    expect(textOf('{% raw %}{{ contact.name }}{% endraw %}')).toBe('{{ contact.name }}');
  });

  it('takes no marks that its own text brings along', () => {
    expect(renderReply('a\uE000contact.name\uE001forged\uE002b', ana).parts).toEqual([
      { kind: 'text', text: 'acontact.nameforgedb' },
    ]);
  });
});

describe('a value that is missing', () => {
  it('becomes a blank with a name for people and is listed once', () => {
    const { text, parts, missing } = renderReply(
      '{{ contact.tracking_code }} {{ contact.tracking_code }}',
      ana,
    );
    expect(text).toBe('');
    expect(missing).toEqual(['contact.tracking_code']);
    expect(parts[0]).toEqual({ kind: 'missing', text: 'tracking code', path: 'contact.tracking_code' });
  });

  it('is listed with all the others, in their order', () => {
    expect(renderReply('{{ b.x }}{{ a.y }}{{ b.z }}', {}).missing).toEqual(['b.x', 'a.y', 'b.z']);
  });

  it('is replaced by the default of the template', () => {
    expect(renderReply('Hi {{ contact.nickname | default: "there" }}!', ana)).toMatchObject({
      text: 'Hi there!',
      missing: [],
    });
  });

  it('is still missing when a filter would add something to it', () => {
    expect(renderReply('Order {{ order.number | prepend: "#" }}', ana).missing).toEqual(['order.number']);
  });

  it.each([
    ['{{ "Dear " | append: contact.company }}', ['contact.company']],
    ['{{ contact.first_name | append: contact.company }}', ['contact.company']],
    ['{{ contact.city | append: contact.company }}', ['contact.city', 'contact.company']],
    ['{{ "Dear " | append: contact.company | default: "you" }}', ['contact.company']],
    ['{{ order.number | prepend: "#" | default: "none" }}', ['order.number']],
    ['{{ 3 | plus: order.count }}', ['order.count']],
    ['{{ contact.city | default: contact.company }}', ['contact.city']],
    ['{% assign firm = contact.company | upcase %}At {{ firm }}', ['contact.company']],
    ['{% assign firm = "at " | append: contact.company %}{{ firm | upcase }}', ['contact.company']],
    ['{{ contact }}', ['contact']],
  ])('is not hidden by what is done with it: %s', (source, missing) => {
    expect(renderReply(source, ana).missing).toEqual(missing);
  });

  it.each([
    ['{{ contact.city | upcase | default: "there" }}', 'there'],
    ['{{ contact.city | default: contact.first_name }}', 'Ana'],
    ['{% assign city = contact.city | default: "there" %}{{ city }}', 'there'],
    ['{% assign city = contact.city %}{% assign city = "Porto" %}{{ city }}', 'Porto'],
    ['{% if contact.city == "Porto" %}Hi{% endif %}', ''],
    ['{{ "" }}', ''],
  ])('is not asked for where the template does without: %s', (source, text) => {
    expect(renderReply(source, ana)).toMatchObject({ text, missing: [] });
  });

  it('that was assigned is filled in by its own name', () => {
    const source = '{% assign firm = contact.company | upcase %}At {{ firm }}';
    expect(textOf(source, { 'contact.company': 'Norte' })).toBe('At NORTE');
  });

  it('is taken from what was typed by hand, at any depth', () => {
    const { text, missing } = renderReply('{{ order.shipping.date }}', ana, {
      'order.shipping.date': 'Friday',
    });
    expect(text).toBe('Friday');
    expect(missing).toEqual([]);
  });

  it('does not change the variables that were handed in', () => {
    const variables = { contact: { name: 'Ana' } };
    renderReply('{{ contact.city }}', variables, { 'contact.city': 'Porto' });
    expect(variables).toEqual({ contact: { name: 'Ana' } });
  });

  it('is called by the last word of its path', () => {
    expect(label('contact.fields.order_number')).toBe('order number');
  });
});

describe('a hostile template', () => {
  it.each([
    '{% for i in (1..1000000000) %}x{% endfor %}',
    '{% tablerow i in (1..1000000000) %}x{% endtablerow %}',
    '{% include "secret" %}',
    '{% render "secret" %}',
    '{% layout "secret" %}{% block a %}{% endblock %}',
    '{% capture a %}x{% endcapture %}',
    '{% liquid\nfor i in (1..1000000000)\necho i\nendfor %}',
  ])('is refused: %s', source => {
    const start = performance.now();
    expect(() => renderReply(source, ana)).toThrow(ReplyError);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each([
    '{% assign a = (1..1000000000) %}{{ a | join: "x" }}',
    `{% assign a = "xxxxxxxxxx" %}${'{% assign a = a | append: a %}'.repeat(60)}{{ a }}`,
    `{{ ${'a.'.repeat(5_000)}b }}`,
    `${'{% if true %}'.repeat(1_500)}`,
    '{{'.repeat(8_000),
    `{{ ${' '.repeat(18_000)}`,
    `{{ a ${'|'.repeat(15_000)}`,
  ])('ends quickly: %#', source => {
    const start = performance.now();
    try {
      renderReply(source, ana);
    } catch (error) {
      expect(error).toBeInstanceOf(ReplyError);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each([
    'constructor',
    'contact.constructor',
    '__proto__',
    'contact.__proto__',
    'contact.name.constructor',
  ])('gets nothing from {{ %s }}', path => {
    expect(renderReply(`{{ ${path} }}`, ana)).toMatchObject({ text: '', missing: [path] });
  });

  it.each(['__proto__.polluted', 'constructor.prototype.polluted', 'contact.__proto__.polluted'])(
    'can’t reach the prototype of objects by a hand-typed value at %s',
    path => {
      renderReply('{{ a }}', ana, { [path]: 'yes' });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

describe('limits', () => {
  it('a reply may have 20,000 characters and not one more', () => {
    expect(textOf('x'.repeat(20_000))).toHaveLength(20_000);
    expect(() => parseReply('x'.repeat(20_001))).toThrow(ReplyError);
  });

  it('values may not make it longer either', () => {
    expect(() => renderReply('{{ note }}{{ note }}', { note: 'x'.repeat(10_001) })).toThrow(ReplyError);
  });

  it.each(['{% if %}', '{{ contact.name | nonsense }}', '{% nonsense %}', '{% if a %}', '{{ contact.name'])(
    'bad syntax is told in words without marks: %s',
    source => {
      expect(() => renderReply(source, ana)).toThrow(ReplyError);
      expect(() => renderReply(source, ana)).not.toThrow(/[\uE000-\uE002]/);
    },
  );
});

describe('what is wrong with a template', () => {
  it.each([
    ['Hello\n{{ contact.name', 'Line 2: “{{ contact.name” is not closed: “}}” is missing.'],
    ['{% if contact.vip %}At once', 'Line 1: “{% if %}” has no “{% endif %}”.'],
    ['At once{% endif %}', 'Line 1: “{% endif %}” has no “{% if %}” before it.'],
    ['a\n\n{{ contact.name | shout }}', 'Line 3: Replies know no filter “shout”.'],
    ['{% include "secret" %}', 'Line 1: Replies know no “{% include %}”.'],
    ['\n{% for i in (1..3) %}x{% endfor %}', 'Line 2: Replies know no loops.'],
    ['\n{% assign a = (1..20000) %}', 'Line 2: Replies know no ranges such as (1..5).'],
    ['{{ contact.name | append }}', 'Line 1: The filter “append” lacks the text to add.'],
  ])('is said in plain words with its line: %s', (source, message) => {
    expect(() => renderReply(source, ana)).toThrow(message);
  });
});

describe('whatever the template', () => {
  const pieces = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{%',
      '%}',
      '{{-',
      '-}}',
      '|',
      '.',
      ' ',
      '"',
      "'",
      ':',
      '(1..9)',
      '[',
      ']',
      '\n',
      '\uE000',
    ],
    ...['if', 'endif', 'unless', 'case', 'when', 'assign a =', 'raw', 'endraw', 'comment', 'cycle', 'liquid'],
    ...[
      'contact',
      'name',
      'size',
      '__proto__',
      'constructor',
      'default',
      'join',
      'map',
      'date',
      'sort',
      '1e9',
    ],
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map(all => all.join('')),
  );

  it('nothing but a ReplyError is thrown', () => {
    fc.assert(
      fc.property(hostile, fc.dictionary(fc.string(), fc.string()), (source, filled) => {
        try {
          const { text } = renderReply(source, ana, filled);
          expect(text).not.toMatch(/[\uE000-\uE002]/);
        } catch (error) {
          expect(error).toBeInstanceOf(ReplyError);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('any value travels as it is, up to characters that are harmful', () => {
    const harmless = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(harmless, note => {
        expect(renderReply('[{{ note }}]', { note }).text).toBe(`[${note}]`);
      }),
    );
  });
});
