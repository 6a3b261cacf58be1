// Addresses: which text is one, and when two are the same.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, mailboxAlias, parseAddress } from '../../lib/identity/email';

describe('an address', () => {
  it('has a local part as it was written and a domain in small letters', () => {
    expect(parseAddress(' Ana.Prado@Norte.Example ')).toEqual({
      local: 'Ana.Prado',
      domain: 'norte.example',
      address: 'Ana.Prado@norte.example',
    });
  });

  it('with letters beyond ASCII has its domain in punycode', () => {
    expect(parseAddress('josé@bücher.example')?.domain).toBe('xn--bcher-kva.example');
  });

  it.each([
    '',
    'ana',
    '@norte.example',
    'ana@',
    'ana@localhost',
    'ana@norte..example',
    'ana@-norte.example',
    'ana@10.0.0.1',
    '.ana@norte.example',
    'ana.@norte.example',
    'a..na@norte.example',
    'ana@evil.example@norte.example',
    '"ana@norte.example x"@evil.example',
    'ana@norte.example\u200B',
    'an\u202Ea@norte.example',
    'Ana <ana@norte.example>',
    `${'a'.repeat(65)}@norte.example`,
    `ana@${'a'.repeat(400)}.example`,
  ])('is not read from %j', text => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('that was read is read again to the same', () => {
    const candidate = fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(candidate, text => {
        const read = parseAddress(text);
        if (read) expect(parseAddress(read.address)).toEqual(read);
      }),
    );
  });
});

describe('the key of an address', () => {
  it('does not depend on case', () => {
    expect(emailKey('ANA@NORTE.example')).toBe('email:ana@norte.example');
  });

  it('keeps dots and tags apart, which may be different people', () => {
    expect(emailKey('a.na@norte.example')).not.toBe(emailKey('ana@norte.example'));
    expect(emailKey('ana+shop@norte.example')).not.toBe(emailKey('ana@norte.example'));
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), text => {
        const key = emailKey(text);
        if (key) expect(emailKey(key.slice('email:'.length))).toBe(key);
      }),
    );
  });
});

describe('the mailbox behind an alias', () => {
  it('is the address without tag, and at Gmail without dots', () => {
    expect(mailboxAlias('ana+shop@norte.example')).toBe('ana@norte.example');
    expect(mailboxAlias('A.na+x@googlemail.com')).toBe('ana@gmail.com');
  });

  it('is not given for a plain address', () => {
    expect(mailboxAlias('a.na@norte.example')).toBeUndefined();
    expect(mailboxAlias('+tag@norte.example')).toBeUndefined();
    expect(mailboxAlias('nobody')).toBeUndefined();
  });
});

const corpus = join(process.env.REGULARS_CORPUS ?? '', 'addresses/tests.json');
describe.skipIf(!process.env.REGULARS_CORPUS || !existsSync(corpus))('the corpus of addresses', () => {
  it('holds nothing bad that is taken for an address, but for blanks around it', () => {
    const cases: [string, string][] = JSON.parse(readFileSync(corpus, 'utf8'));
    const bad = cases.filter(([text, verdict]) => verdict.startsWith('err') && text === text.trim());
    const wrong = bad.filter(([text]) => parseAddress(text));
    expect(wrong.map(([, verdict]) => verdict)).toEqual([]);
  });
});
