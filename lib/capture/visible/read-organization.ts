// Whose page it is, as the page shows it: its name in the title and the copyright, and how it is reached.
import type { Finding, Found, Page, Reading } from '../finding';
import { labelled, labelOf } from '../labels';
import { isSharedMail } from '../mail-name';
import { plainValue } from '../values';
import { emailsOf, phonesOf } from './fields';
import type { Line, Shown } from './walk';

const copyright =
  /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–—]\s*\d{4})?)?[\s,:–-]*(?:by\s+)?([\p{L}][^|·•©\n]{1,80})/iu;
const copyrightAfter = /^([\p{L}][^|·•©\n]{1,60}?)\s*(?:©|版权所有)/u;
const endOfOwner =
  /\s*(?:[.。]\s|\s\S?ICP|[,，]?\s*(?:all rights|津ICP|[京津沪渝粤苏浙鄂川鲁闽湘]\s?ICP|alle rechte|todos los|tous droits|tutti i|版权所有|inc\.? all)|\s[–—-]\s|\d{4}).*$/iu;
const street = /\d{1,5}.*\p{L}|\p{L}.*\d{1,5}/u;
const place = /^(?:ADDRESS)$/;

/** The organization behind the page; `taken` are lines that belong to people. */
export function* readOrganization(
  page: Page,
  shown: Shown,
  taken: ReadonlySet<Line>,
  findings: Finding[],
): Reading {
  const free = shown.lines.filter(line => !taken.has(line));
  yield;
  const name = nameOf(page.document, free);
  const values: Found[] = name ? [name] : [];
  for (let at = 0; at < free.length; at += 50) {
    const lines = free
      .slice(at, at + 50)
      .filter(({ text, links }) => text.length < 600 && (/[@\d]/.test(text) || links.length > 0));
    const block = {
      lines,
      from: 'text' as const,
      url: page.url,
      ...(page.country ? { country: page.country } : {}),
    };
    if (values.length < 12) {
      values.push(
        ...emailsOf(block).filter(({ value }) => isOwn(value, page.url)),
        ...phonesOf(block).filter(({ node }) => node !== undefined && isReached(node)),
      );
      values.push(...lines.flatMap(addressOf));
    }
    yield;
  }
  if (values.length > 0) findings.push({ about: 'organization', values, isMain: true });
}

const isOwn = (address: string, url: URL): boolean => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const host = url.hostname.replace(/^www\./, '');
  return (
    host === domain ||
    host.endsWith(`.${domain}`) ||
    domain.endsWith(`.${host}`) ||
    (isSharedMail(address) && host.split('.').some(part => part.length > 4 && domain.includes(part)))
  );
};

/** Numbers in the running text belong to what it tells of. */
const isReached = (node: Node): boolean => {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return (
    element?.closest(
      'footer, header, address, [class*="foot" i], [class*="contact" i], [class*="kontakt" i], [id*="foot" i], [id*="contact" i], [class*="contatt" i], [class*="top" i]',
    ) !== null
  );
};

function addressOf(line: Line): Found[] {
  const own = labelled(line.text);
  const isNamed = own && labelOf(own.label) === 'location';
  const text = isNamed
    ? own.value
    : place.test(line.block.tagName) && street.test(line.text) && !/[@]|\d{7}/.test(line.text)
      ? line.text
      : undefined;
  const value = text && plainValue(text, 160);
  return value && /\d/.test(value)
    ? [{ field: 'location', value, from: 'text', node: line.pieces[0]?.node ?? line.block }]
    : [];
}

function nameOf(document: Document, lines: Line[]): Found | undefined {
  const head = document.querySelector('h1')?.textContent.replace(/\s+/g, ' ').trim();
  const titles = document.title
    .split(/\s+[|·•–—-]\s+|_|\s*[|»«]\s*/u)
    .map(part => part.trim())
    .filter(part => part !== '' && part !== head);
  const logos = lines
    .slice(0, 30)
    .flatMap(({ pictures }) => pictures.map(({ alt }) => alt))
    .filter(Boolean);
  for (const line of lines.toReversed().slice(0, 60)) {
    const found =
      copyright.exec(line.text.slice(0, 400))?.[1] ?? copyrightAfter.exec(line.text.slice(0, 300))?.[1];
    const owner = found
      ?.replace(endOfOwner, '')
      .replace(/[\s,.]+$/, '')
      .trim();
    const value = owner && plainValue(owner, 80);
    if (value && !/^(?:all|alle|todos|tous|tutti)\b|\b(?:contributors|authors)$/i.test(value))
      return {
        field: 'name',
        value:
          titles
            .find(title => title !== value && title.includes(value) && title.length < value.length + 30)
            ?.split(',')[0] ?? value,
        from: 'text',
        node: line.pieces[0]?.node ?? line.block,
      };
  }
  const shared = titles.find(title => logos.some(alt => alt.includes(title) || title.includes(alt)));
  const value = shared ?? titles.at(-1);
  const plain = value && plainValue(value.split(',')[0] ?? value, 80);
  return plain ? { field: 'name', value: plain, from: 'text' } : undefined;
}
