// When a page can't be read: a report of its structure with all text removed, and picking an address by hand.
import type { SeenIdentity } from '../model/identity';
import { findAddresses } from '../sites/addresses';

/** Tag names, roles and the names of attributes of the first elements of a page; no text, no values, no address. */
export function reportStructure(document: Document, site: string): string {
  const lines = [`Regulars, site ${site}: the page could not be read. Structure without any text:`];
  const visit = (element: Element, depth: number) => {
    if (lines.length > 300 || depth > 25) return;
    const names = element
      .getAttributeNames()
      .filter(name => /^[a-z-]{1,30}$/.test(name))
      .slice(0, 8);
    lines.push(`${' '.repeat(depth)}${element.localName}${names.length > 0 ? ` [${names.join(' ')}]` : ''}`);
    for (const child of [...element.children].slice(0, 12)) visit(child, depth + 1);
  };
  if (document.body) visit(document.body, 0);
  return lines.join('\n').slice(0, 19_000);
}

/** The first address in the text the user selected. */
export function pickAddress(document: Document): SeenIdentity | undefined {
  const text = document.getSelection()?.toString() ?? '';
  const value = findAddresses(text.slice(0, 2000)).find(address =>
    address.includes('.', address.indexOf('@')),
  );
  return value ? { kind: 'email', value } : undefined;
}
