// Values of a page: bounded, of their field, and in one form.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryNamed, countryOf, pageCountry } from '../../lib/capture/country';
import { decodeEntities } from '../../lib/capture/entities';
import { looksLikeName } from '../../lib/capture/person-name';
import { phonesIn, phoneValue } from '../../lib/capture/phone';
import { cleanText, emailValues, linkValue } from '../../lib/capture/values';

describe('phone numbers', () => {
  it.each([
    ['tel:+34-944-12-34-56', undefined, '+34944123456'],
    ['944 12 34 56', 'ES', '+34944123456'],
    ['944 12 34 56', undefined, undefined],
    ['0034 944 12 34 56', undefined, '+34944123456'],
    ['+44 (0)20 7946 0018 ext. 12', 'ES', '+442079460018;ext=12'],
    ['03-3581-1234 内線12', 'JP', '+81335811234;ext=12'],
    ['010-6552-9988 转 8012', 'CN', '+861065529988;ext=8012'],
    ['٠١٠٠١٢٣٤٥٦٧', 'EG', '+201001234567'],
    ['Order 944123456', 'ES', undefined],
    ['12', 'ES', undefined],
    ['944 12 34 56', 'XX', undefined],
  ])('%s in %s is %s', (text, country, value) => expect(phoneValue(text, country)).toBe(value));

  it('are found in a text, where they stand', () => {
    const text = 'Call 944 12 34 56 or 0044 20 7946 0018, order 12345678901234';
    const found = phonesIn(text, 'ES');
    expect(found.map(({ value }) => value)).toEqual(['+34944123456', '+442079460018']);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe('944 12 34 56');
  });
});

describe('links and addresses', () => {
  it.each([
    ['/team', 'https://nortecafe.es/team'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,a', undefined],
    ['https://www.facebook.com/sharer/sharer.php?u=a', undefined],
    ['https://twitter.com/intent/tweet?text=a', undefined],
    ['https://pinterest.com/pin/create/button/?url=a', undefined],
    ['https://www.linkedin.com/shareArticle?url=a', undefined],
    ['https://wa.me/?text=a', undefined],
    ['https://user:secret@nortecafe.es/', undefined],
    ['https://x.com/sharer_of_things', 'https://x.com/sharer_of_things'],
  ])('%s is %s', (text, value) => expect(linkValue(text, 'https://nortecafe.es/')).toBe(value));

  it.each([
    ['mailto:Ana@Norte.example?subject=x', ['Ana@norte.example']],
    ['mailto:?subject=Look&body=a@b.example', []],
    ['mailto:ana%40norte.example,bo@norte.example', ['ana@norte.example', 'bo@norte.example']],
    ['Ana Prat <ana@norte.example>', ['ana@norte.example']],
    ['noreply@norte.example', []],
    ['mailto:%E0%A4%A', []],
  ])('%s holds %j', (text, value) => expect(emailValues(text)).toEqual(value));

  it('are one line without what cannot be seen', () => {
    expect(cleanText(' Ana\u202e\n\u200b Prat\u0000 ')).toBe('Ana Prat');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const clean = cleanText(text) ?? 'x';
        expect(clean.length).toBeLessThanOrEqual(300);
        expect(/[\p{Cc}\u202e]/u.test(clean)).toBe(false);
      }),
    );
  });

  it('have their character references resolved, escaped twice or broken', () => {
    expect(decodeEntities('M&uuml;ller &amp;amp; S&#246;hne &#x1F600; &bogus; &#99999999;')).toBe(
      'Müller & Söhne 😀 &bogus; &#99999999;',
    );
  });
});

describe('the country of a page', () => {
  const country = (html: string, url = 'https://norte.example/') =>
    pageCountry(new DOMParser().parseFromString(html, 'text/html'), new URL(url));

  it.each([
    ['<html lang="de-AT">', undefined, 'AT'],
    ['<html lang="en-US">', 'https://nortecafe.es/', 'ES'],
    ['<html lang="en-US">', undefined, 'US'],
    ['<html lang="de">', undefined, undefined],
    ['<html lang="ja">', undefined, 'JP'],
    ['<p>', 'https://norte.io/', undefined],
    ['<p>', 'https://norte.co.uk/', 'GB'],
    ['<meta property="og:locale" content="pt_BR">', undefined, 'BR'],
    ['<html lang="en-US"><a href="tel:+34944123456">', undefined, 'ES'],
    ['<a href="tel:+34944123456"></a><a href="tel:+442079460018"></a>', undefined, undefined],
    [
      '<script type="application/ld+json">{"addressCountry":"Österreich"}</script>',
      'https://norte.de/',
      'AT',
    ],
    ['<span itemprop="addressCountry" content="JP"></span>', undefined, 'JP'],
  ])('%s at %s is %s', (html, url, code) => expect(country(html, url)).toBe(code));

  it('is the user’s own where the page says none', () => {
    const document = new DOMParser().parseFromString('<p>', 'text/html');
    expect(countryOf({ document, url: new URL('https://norte.example/'), country: 'PT' })).toBe('PT');
  });

  it('is known by its name in the languages of pages', () => {
    expect(
      ['Deutschland', 'España', 'Japan', '日本', '中国', 'USA', 'uk', 'Nowhere'].map(countryNamed),
    ).toEqual(['DE', 'ES', 'JP', 'JP', 'CN', 'US', 'GB', undefined]);
  });
});

describe('a text that looks like a name', () => {
  it.each([
    'Marta Ruiz',
    'Dr. Anna-Lena von der Heide',
    'MARTA RUIZ',
    'Seán O’Brien',
    'Ruiz, Marta',
    '山田 太郎',
    '王小明',
    '김민준',
    'マルタ・ルイス',
    'محمد عبد الله',
    'J. R. Smith',
  ])('is %s', text => expect(looksLikeName(text)).toBe(true));

  it.each([
    'About Us',
    'Meet Our Team',
    'Norte Café GmbH',
    'Read more',
    'Marta',
    'head of support',
    'Calle Mayor 5',
    '株式会社北',
    '営業部',
    'Head of Coffee & Tea',
    'Contact',
  ])('is not %s', text => expect(looksLikeName(text)).toBe(false));
});
