// Look-alikes: addresses made to be taken for a known one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, looksLike, skeleton } from '../../lib/identity/look-alike';

const punycode = (domain: string) => new URL(`http://${domain}`).hostname;

describe('an address looks like a known one', () => {
  it.each([
    ['ana@nоrte.example', 'with a Cyrillic o', 'same-skeleton'],
    [`ana@${punycode('nоrte.example')}`, 'in punycode', 'same-skeleton'],
    ['ana@n0rte.example', 'with a zero', 'same-skeleton'],
    ['ana@norte.example.evil.test', 'with a domain behind', 'extra-label'],
  ] as const)('%s: %s', (seen, _how, verdict) => {
    expect(looksLike(seen, 'ana@norte.example')).toBe(verdict);
  });

  it.each(['cascadas.example', 'casada.example', 'cascaad.example', 'cascado.example'])(
    'by one letter or a swap: %s',
    domain => {
      expect(looksLike(`a@${domain}`, 'a@cascada.example')).toBe('one-letter-off');
    },
  );

  it.each([
    ['a@norte.example', 'a@norte.test'],
    ['a@mail.norte.example', 'a@norte.example'],
    ['a@norta.example', 'a@norte.example'],
    ['a@cascada.example', 'a@montana.example'],
    ['rui@norte.example', 'ana@norte.example'],
  ])('but not %s like %s', (seen, known) => {
    expect(looksLike(seen, known)).toBeUndefined();
  });

  it('never like itself, and in skeleton both ways or neither', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.emailAddress(), (a, b) => {
        expect(looksLike(a, a)).toBeUndefined();
        expect(looksLike(a, b) === 'same-skeleton').toBe(looksLike(b, a) === 'same-skeleton');
      }),
    );
  });
});

it('a domain and its punycode have one skeleton', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcxyzéöñйдж中文'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, name => {
      const domain = `${name}.example`.normalize('NFC');
      expect(skeleton(punycode(domain))).toBe(skeleton(domain));
    }),
  );
});

it('a broken punycode label is left as it is, whatever stands there', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^xn--[a-z0-9-]{0,40}$/), text => typeof skeleton(text) === 'string'),
  );
});

it('differences put together again give both addresses', () => {
  const text = (parts: { text: string }[]) => parts.map(part => part.text).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (known, seen) => {
      const cut = differences(known, seen);
      expect([text(cut.known), text(cut.seen)]).toEqual([known, seen]);
    }),
  );
});
