// Which variant of a reply is shown: by language, then by where it will be written, then by tone.
import { describe, expect, it } from 'vitest';
import type { ReplyVariant } from '../../lib/model/reply';
import { chooseVariant, type Wish } from '../../lib/replies/choose';

/** `es/email/formal`; a dash stands for any. */
function variant(text: string): ReplyVariant {
  const [language, channel, tone] = text.split('/').map(part => (part === '-' ? undefined : part));
  return { body: text, language, channel, tone } as ReplyVariant;
}

const choose = (variants: string[], wish: Wish) =>
  chooseVariant({ id: 'r', name: 'R', tags: [], variants: variants.map(variant), order: 0, uses: 0 }, wish);

const table: [string, string[], Wish, string, string][] = [
  ['their language', ['en/-/-', 'es/-/-'], { language: 'es' }, 'es/-/-', 'language'],
  ['their language in another country', ['en/-/-', 'es/-/-'], { language: 'es-MX' }, 'es/-/-', 'language'],
  ['their country’s form', ['pt/-/-', 'pt-BR/-/-'], { language: 'pt-br' }, 'pt-BR/-/-', 'language'],
  [
    'what serves for any language before a third one',
    ['de/-/-', '-/-/-'],
    { language: 'fr' },
    '-/-/-',
    'first',
  ],
  [
    'the user’s language before a third one',
    ['de/-/-', 'en/-/-'],
    { language: 'fr', ownLanguages: ['en'] },
    'en/-/-',
    'own-language',
  ],
  [
    'the user’s language where theirs is unknown',
    ['de/-/-', 'en/-/-'],
    { ownLanguages: ['English'] },
    'en/-/-',
    'own-language',
  ],
  [
    'the user’s first language of two',
    ['de/-/-', 'en/-/-'],
    { ownLanguages: ['en', 'de'] },
    'en/-/-',
    'own-language',
  ],
  [
    'their language though it is for another channel',
    ['en/email/-', 'es/phone/-'],
    { language: 'es', channel: 'email' },
    'es/phone/-',
    'language',
  ],
  ['where it is written', ['-/phone/-', '-/email/-'], { channel: 'email' }, '-/email/-', 'channel'],
  [
    'where it is written before tone',
    ['-/phone/formal', '-/email/brief'],
    { channel: 'email', tone: 'formal' },
    '-/email/brief',
    'channel',
  ],
  [
    'what serves for any channel before another',
    ['-/phone/-', '-/-/-'],
    { channel: 'email' },
    '-/-/-',
    'first',
  ],
  [
    'of one language the one for the channel',
    ['es/phone/-', 'es/email/-'],
    { language: 'es', channel: 'email' },
    'es/email/-',
    'language',
  ],
  [
    'their tone, however it is written',
    ['-/-/brief', '-/-/formal'],
    { tone: 'Formal' },
    '-/-/formal',
    'tone',
  ],
  ['no tone before another tone', ['-/-/brief', '-/-/-'], { tone: 'formal' }, '-/-/-', 'first'],
  ['the first of equals', ['-/-/-', '-/-/-'], {}, '-/-/-', 'first'],
  [
    'the only one there is',
    ['de/phone/brief'],
    { language: 'es', channel: 'email' },
    'de/phone/brief',
    'only-one',
  ],
];

describe('the variant shown is', () => {
  it.each(table)('%s', (_what, variants, wish, body, because) => {
    expect(choose(variants, wish)).toMatchObject({ variant: { body }, because });
  });

  it('the same whatever its order, where one is best', () => {
    const variants = ['en/email/formal', 'es/-/brief', 'es/email/brief', 'es/email/formal', '-/-/-'];
    const wish = { language: 'es', channel: 'email', tone: 'formal' };
    expect(choose(variants, wish).variant.body).toBe('es/email/formal');
    expect(choose(variants.toReversed(), wish).variant.body).toBe('es/email/formal');
  });
});
