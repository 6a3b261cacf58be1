// Look-alikes: addresses made to be taken for a known one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, looksLike } from '../../lib/identity/look-alike';
import { skeleton } from '../../lib/identity/skeleton';

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

describe('a broken punycode label', () => {
  it.each([`xn--${'9'.repeat(309)}a`, `xn--${'9'.repeat(54)}a`, 'xn--99999999a', 'xn--a-', 'xn---'])(
    'breaks nothing: %s',
    label => {
      expect(typeof skeleton(`ana@${label}.example`)).toBe('string');
    },
  );

  it('is left as it is, whatever stands there', () => {
    const label = fc.oneof(
      fc.stringMatching(/^xn--[a-z0-9-]{0,400}$/),
      fc.stringMatching(/^xn--[9z]{0,400}a$/),
    );
    fc.assert(
      fc.property(label, text => {
        expect(typeof skeleton(text)).toBe('string');
      }),
    );
  });
});

it('letters without a shape do not make another skeleton', () => {
  for (const filler of ['\u00ad', '\u2062', '\u3164', '\uffa0', '\u2800', '\u115f'])
    expect(skeleton(`mar${filler}ta@norte.example`)).toBe(skeleton('marta@norte.example'));
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
