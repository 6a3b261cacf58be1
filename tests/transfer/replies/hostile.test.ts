// Files that were made to do harm: bounded in time, refused in words, and never more than text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../lib/replies/template';
import { fromTextBlaze } from '../../../lib/transfer/replies/blaze-commands';
import { htmlText } from '../../../lib/transfer/replies/html-text';
import { literal } from '../../../lib/transfer/replies/liquid';
import { fromPlaceholders } from '../../../lib/transfer/replies/placeholders';
import { readTable } from '../../../lib/transfer/replies/table';
import { macro, read, readJson, snippet } from './samples';

/** Milliseconds; what is linear takes a few, what is not takes minutes at this length. */
const patience = 2000;
const long = 200_000;
const upTo = (piece: string) => piece.repeat(Math.floor(long / piece.length));

async function cost(run: () => unknown): Promise<number> {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/[.]$/);
  }
  return performance.now() - start;
}

const attacks = [
  ...[
    '{',
    '}',
    '{{',
    '{%',
    '{a:',
    '{note}',
    '{endnote}',
    '{if: {',
    '{=',
    '{link: a}',
    '{formtext: name=',
    '{}',
  ],
  ...['"', '\'"', '""', ',', '\n', ' ', '\r', '"a"b', ';', '\t"'],
  ...['<', '<a href="', '<!--', '<script>', '</', '&', '&#', '<p', '<br>', '<a>x', '<li>'],
  ...['=?', '=?UTF-8?B?', '\n--', 'a: b\n', '\nFrom ', '=3D', '\n>From '],
  ...['{{ticket.', '{{ "', '| ', 'a.', '{{a}}', '{% if a %}'],
];

describe('a long text of one piece', () => {
  it.each(attacks)('%j is read at once by everything that reads texts', async piece => {
    const text = upTo(piece);
    expect(await cost(() => fromTextBlaze(text))).toBeLessThan(patience);
    expect(await cost(() => fromPlaceholders(text))).toBeLessThan(patience);
    expect(await cost(() => htmlText(text))).toBeLessThan(patience);
    expect(await cost(() => readTable(text))).toBeLessThan(patience);
    expect(await cost(() => read(text, 'x.csv'))).toBeLessThan(patience);
    expect(await cost(() => read(`From x\nSubject: ${text.slice(0, 3000)}\n\n${text}`))).toBeLessThan(
      patience,
    );
    expect(await cost(() => readJson(snippet(text)))).toBeLessThan(patience);
    expect(await cost(() => readJson(macro(text, {}, 'comment_value_html')))).toBeLessThan(patience);
  });
});

describe('whatever stands in a text', () => {
  const pieces = fc.constantFrom(
    ...['{', '}', '{{', '}}', '{%', '%}', 'a', ' ', '"', '|', '\n', 'contact.name', '{cursor}', '{time}'],
    ...['{formtext: name=', '{note}', '{endnote}', ';', '=', ':', '\\', "'", 'if', 'default', '{=a}'],
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map(all => all.join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('reads as itself where it is no variable', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('', '{{ "{" }}', 'x'), (plain, after) => {
        const clean = plain.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uE000-\uE002]/gu, '');
        const shown = renderReply(`x${literal(clean)}${after}x`, {}).text;
        expect(shown).toBe(`x${clean}${after === '' ? '' : after === 'x' ? 'x' : '{'}x`);
      }),
      { numRuns: 1000 },
    );
  });

  it('never makes a template of Text Blaze one that can’t be read, or one that knows a contact', () => {
    fc.assert(
      fc.property(text, source => {
        const { body } = fromTextBlaze(source);
        const { parts } = renderReply(body, { contact: { name: 'Ana' }, me: {}, today: 'Monday' });
        expect(parts.some(({ path }) => path?.startsWith('contact.'))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read or refused in words by every reader', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('x.csv', 'x.json', 'x.eml', 'x.txt'), async (source, name) => {
        for (const run of [
          () => read(source, name),
          () => readJson(snippet(source)),
          () => readJson(macro(source)),
          () => readJson([{ text: source }]),
        ])
          await cost(run);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any JSON', () => {
  it('is read or refused in words', async () => {
    const keys = fc.constantFrom(
      ...[
        'folders',
        'snippets',
        'macros',
        'macro',
        'actions',
        'field',
        'value',
        'replies',
        'format',
        'version',
      ],
      ...['name', 'text', 'html', 'title', '__proto__', 'constructor'],
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 8 }),
        fc.constantFrom('comment_value', 'regulars-replies', 1, null, true),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.array(fc.tuple(keys, tie('tree')), { maxLength: 5 }).map(pairs => Object.fromEntries(pairs)),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async json => {
        await cost(() => readJson(json));
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('with 501 texts is refused as a whole', async () => {
    const list = Array.from({ length: 501 }, (_, at) => ({ text: `Text ${at}` }));
    await expect(readJson(list)).rejects.toThrow('This file has more than 500 texts.');
  });

  it('of more than 10 MB is not looked at', async () => {
    await expect(read(`[${' '.repeat(10 * 1024 * 1024)}]`)).rejects.toThrow(
      'This file is larger than 10 MB.',
    );
  });
});
