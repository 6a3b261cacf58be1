// The file of one person: what it says, for programs and for reading, and that nothing in it is more than text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonFile, personFileSchema, personJson } from '../../lib/privacy/person-file';
import { personPage } from '../../lib/privacy/person-page';

const read = (name: string) => readFileSync(`${import.meta.dirname}/files/${name}`, 'utf8');
const marta: PersonFile = personFileSchema.parse(JSON.parse(read('marta.json')));

const parse = (page: string) => new DOMParser().parseFromString(page, 'text/html');

/** What a reader sees: headings, and tables as lines. */
function seen(page: string): string {
  const cells = (row: Element) =>
    [...row.children]
      .map(cell => (cell.textContent ?? '').trim().replaceAll('\n', '⏎'))
      .join(' | ')
      .trimEnd();
  const lines = [...parse(page).querySelectorAll('h1, h2, tr')].map(element =>
    element.tagName === 'TR'
      ? cells(element)
      : `${element.tagName === 'H1' ? '#' : '##'} ${element.textContent}`,
  );
  return `${lines.join('\n')}\n`;
}

describe('the file of a person', () => {
  it('for programs is what is stored, in the documented form', () => {
    expect(JSON.parse(personJson(marta))).toEqual(JSON.parse(read('marta.json')));
  });

  it('for reading says every value with where it came from and when', () => {
    expect(seen(personPage(marta))).toBe(read('marta.txt'));
  });

  it('forbids the browser to load or run anything, before anything else is said', () => {
    const head = [...parse(personPage(marta)).head.children];
    const policy = head.findIndex(
      element => element.getAttribute('http-equiv') === 'Content-Security-Policy',
    );
    expect(head[policy]?.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(policy).toBe(1);
  });
});

/** All that the page is made of; no scripts, links, pictures, frames or forms. */
const allowed = new Set(
  'HTML HEAD META TITLE STYLE BODY H1 H2 P BDI TIME TABLE THEAD TBODY TR TH TD'.split(' '),
);
const attributes = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'datetime', 'scope']);

const payloads = [
  '<script>parent.ran = 1</script>',
  '</title><script>ran = 1</script>',
  '</style><img src=x onerror=ran=1>',
  '</bdi></td></table><svg onload=ran=1>',
  '"><iframe srcdoc="<script>ran=1</script>">',
  "' onmouseover='ran=1",
  '<a href="javascript:ran=1">x</a>',
  '&lt;script&gt;ran=1&lt;/script&gt;',
  '<!--<img src="--><img src=x onerror=ran=1//">',
  '<meta http-equiv="refresh" content="0;url=data:text/html,x">',
  '\u202Egnp.exe',
  '<base href="data:,">',
];

/** The same person with `text` in every place where a file, a page or a person can write something. */
function filledWith(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map(item => filledWith(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledWith(item, text)]));
}

function expectInert(text: string): void {
  const hostile = filledWith(marta, text) as PersonFile;
  const known = { stage: marta.contact.stage, name: hostile.contact.name };
  const file = { ...hostile, contact: { ...hostile.contact, ...known } };
  const page = parse(personPage(file));
  const elements = [...page.querySelectorAll('*')];
  expect(elements.map(({ tagName }) => tagName).filter(tag => !allowed.has(tag))).toEqual([]);
  expect(
    elements.flatMap(element => element.getAttributeNames()).filter(name => !attributes.has(name)),
  ).toEqual([]);
  const isolated = [...page.querySelectorAll('bdi')].map(element => element.textContent);
  expect(isolated.filter(shown => shown === text).length).toBeGreaterThan(10);
}

describe('what somebody wrote into a value', () => {
  it.each(payloads)('is text and nothing else: %s', text => {
    expectInert(text);
  });

  it('is text whatever it is', () => {
    const characters = fc.constantFrom(...'<>&"\'/= ', 'script', '<!--', '-->', ']]>', '</style>', 'x', 'é');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 12 }), parts =>
        expectInert(`|${parts.join('')}|`),
      ),
      { numRuns: 60 },
    );
  });
});
