// Addresses that are not written as such: read where they are meant, never out of ordinary prose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenEmails, obfuscatedEmails } from '../../lib/capture/obfuscated';

const read = (text: string) => obfuscatedEmails(text).map(({ value }) => value);

describe('an address is read', () => {
  it.each([
    'marta [at] nortecafe [dot] es',
    'marta(at)nortecafe.es',
    'marta {at} nortecafe {dot} es',
    'marta at nortecafe dot es',
    'Email: marta at nortecafe.es',
    'marta AT nortecafe DOT es',
    'marta AT nortecafe.es',
    'marta(arroba)nortecafe(punto)es',
    'marta arroba nortecafe punto es',
    'marta (ät) nortecafe (punkt) es',
    'marta @ nortecafe.es',
    'marta @ nortecafe . es',
    'marta[@]nortecafe[.]es',
    'marta_at_nortecafe_dot_es',
    'marta (chiocciola) nortecafe.es',
    'marta＠nortecafe.es',
    'Write to marta at nortecafe dot es, please.',
    'メールはmarta(at)nortecafe.esまで',
  ])('in %s', text => expect(read(text)).toEqual(['marta@nortecafe.es']));

  it.each([
    ['marta dot ruiz at mail dot nortecafe dot es', 'marta.ruiz@mail.nortecafe.es'],
    ['Contact Ana: ana.prat at norte dot co dot uk. It is open.', 'ana.prat@norte.co.uk'],
    ['ana [at] norte.es. It is open.', 'ana@norte.es'],
    ['ana [at] norte [dot] example', 'ana@norte.example'],
  ])('in %s as %s', (text, value) => expect(read(text)).toEqual([value]));

  it('with the place where it stands', () => {
    const text = 'Mail: marta [at] nortecafe [dot] es!';
    const [found] = obfuscatedEmails(text);
    expect(text.slice(found?.start, found?.end)).toBe('marta [at] nortecafe [dot] es');
  });
});

describe('no address is made', () => {
  it.each([
    'Meet us at norte dot com',
    'meet us at norte.com',
    'She is a barista at norte dot com',
    'CEO at norte dot com',
    'CTO @ Norte Café',
    'Barista @ nortecafe.es',
    'We were at the market. It rained.',
    'Look at me.com today',
    'open at 9 dot 30',
    'marta@nortecafe.es',
    'He met Marta at nortecafe.es',
    'array[at].length, list(at).first',
    'Chef chez nous point final',
  ])('of %s', text => expect(read(text)).toEqual([]));

  it('of sentences, whatever their words are', () => {
    const word = fc.constantFrom(
      'we',
      'met',
      'at',
      'the',
      'dot',
      'point',
      'cafe',
      'in',
      'it',
      'is',
      'a',
      'team',
      'works',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), words => {
        for (const value of read(`Yesterday ${words.join(' ')} and so on.`)) {
          // Only where the sentence spells an address out, from the word before "at" on.
          expect(words.join(' ')).toContain(
            value.replace('@', ' at ').replaceAll('.', ' dot ').split(' dot ')[0],
          );
          expect(/\b(?:dot|point)\b/.test(words.join(' '))).toBe(true);
        }
      }),
    );
  });

  it('of more than stands in the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(' [at] ', '(at)', ' @ ', ' at '),
        (text, at) => {
          const whole = `${text}${at}${text}.com`;
          for (const { value, start, end } of obfuscatedEmails(whole)) {
            const [local = ''] = value.split('@');
            expect(whole.slice(start, end)).toContain(local);
          }
        },
      ),
    );
  });

  it('slowly', () => {
    const start = performance.now();
    read('a.'.repeat(10_000));
    read('a at '.repeat(4000));
    read('a dot '.repeat(3500));
    read('[at]'.repeat(5000));
    read(' '.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('hidden addresses', () => {
  const hidden = (html: string) =>
    hiddenEmails(new DOMParser().parseFromString(html, 'text/html')).map(({ value }) => value);
  const encode = (text: string, key: number) =>
    [key, ...[...text].map(letter => letter.charCodeAt(0) ^ key)]
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('');

  it('are decoded as Cloudflare writes them', () => {
    const code = encode('marta@nortecafe.es', 0x4f);
    expect(hidden(`<a class="__cf_email__" data-cfemail="${code}">[email protected]</a>`)).toEqual([
      'marta@nortecafe.es',
    ]);
    expect(hidden(`<a href="/cdn-cgi/l/email-protection#${code}">Mail</a>`)).toEqual(['marta@nortecafe.es']);
    expect(hidden('<a data-cfemail="zz">x</a><a data-cfemail="00112233">x</a>')).toEqual([]);
  });

  it('are turned where the page turns them', () => {
    const turned = 'se.efacetron@atram';
    expect(hidden(`<span style="unicode-bidi:bidi-override; direction: rtl">${turned}</span>`)).toEqual([
      'marta@nortecafe.es',
    ]);
    expect(hidden(`<bdo dir="rtl">${turned}</bdo>`)).toEqual(['marta@nortecafe.es']);
    expect(hidden(`<span style="unicode-bidi: bidi-override">${turned}</span>`)).toEqual([]);
  });
});
