// People and organizations of a page's microformats: h-card, and the older hCard.
import { cjk } from '../../identity/names';
import { countryNamed, countryOf } from '../country';
import { isUnseen } from '../element-text';
import type { Finding, Found, Page, Read } from '../finding';
import { statedName } from '../person-name';
import { phoneValue } from '../phone';
import { baseOf, distinct, emailValues, linkValue, plainValue } from '../values';
import { type Card, cardAt, type Property } from './hcard';

const mostCards = 1000;

/** Whom the cards of the page show. A card that stands for the company of another card is nobody of its own. */
export const readMicroformats: Read = function* (page, findings) {
  const country = countryOf(page);
  const base = baseOf(page);
  const cards = [...page.document.querySelectorAll('.h-card, .vcard')];
  if (cards.length > mostCards) page.leftOut?.add('people');
  for (const [at, element] of cards.slice(0, mostCards).entries()) {
    if (at % 20 === 19) yield;
    if (element.closest('.p-org, .org') === element || isUnseen(element)) continue;
    const finding = findingOf(cardAt(element, base), country, base);
    if (!finding) continue;
    if (isAuthor(element, page)) finding.isMain = true;
    findings.push(finding);
  }
};

/** Who wrote the one entry that the page is, or whose own page it is. */
function isAuthor(element: Element, page: Page): boolean {
  if (element.closest('.h-cite, .comment, .comments, #comments, .p-comment')) return false;
  const isMarked = element.matches('.p-author, .author, .author *, .byline *');
  if (isMarked) {
    const entry = element.closest('.h-entry, .hentry');
    return entry !== null && page.document.querySelectorAll('.h-entry, .hentry').length === 1;
  }
  const own = element.querySelector('a.u-uid.u-url[href], a.u-url[rel~="me"][href]')?.getAttribute('href');
  return own !== null && own !== undefined && URL.parse(own, baseOf(page))?.href === page.url.href;
}

function findingOf(card: Card, ofPage: string | undefined, base: string): Finding | undefined {
  const name = nameOf(card);
  if (!name) return undefined;
  const country = countryNamed(textOf(card, 'country-name') ?? '') ?? ofPage;
  const companies = all(card, 'org').flatMap(found('company', company));
  const isOrganization = companies.some(({ value }) => value === name.value);
  const links = all(card, 'url').flatMap(found('link', text => linkValue(text, base)));
  const titles = [all(card, 'job-title'), all(card, 'title'), all(card, 'role')].find(
    list => list.length > 0,
  );
  return {
    about: isOrganization ? 'organization' : 'person',
    values: distinct([
      name,
      ...(titles ?? []).flatMap(found('title', text => plainValue(text))),
      ...(isOrganization ? [] : companies),
      ...all(card, 'email').flatMap(property =>
        emailValues(property.text).flatMap(email => found('email', () => email)(property)),
      ),
      ...all(card, 'tel')
        .filter(({ kind, text }) => !/fax/i.test(`${kind ?? ''}${text}`))
        .flatMap(found('phone', text => phoneValue(text.replace(/^\p{L}[\p{L}\s.]*:\s*/u, ''), country))),
      ...links,
      ...locationsOf(card),
    ]),
    around: card.element,
  };
}

const all = (card: Card, name: string): Property[] => card.properties.get(name) ?? [];
const textOf = (card: Card, name: string): string | undefined => all(card, name)[0]?.text;

/** An organization with its unit inside is told by its name alone. */
function company(text: string, { node }: Property): string | undefined {
  const name = node.querySelector('.organization-name, .p-organization-name');
  return plainValue(name?.textContent.slice(0, 300) ?? text, 120);
}

function nameOf(card: Card): Found | undefined {
  const [name] = all(card, 'name').flatMap(found('name', statedName));
  if (name) return name;
  const given = textOf(card, 'given-name');
  const family = textOf(card, 'family-name');
  if (!given || !family) return undefined;
  const whole = cjk.test(given + family) ? `${family}${given}` : `${given} ${family}`;
  return all(card, 'given-name').flatMap(found('name', () => statedName(whole)))[0];
}

const found =
  (field: Found['field'], read: (text: string, property: Property) => string | undefined) =>
  (property: Property): Found[] => {
    const value = read(property.text, property);
    return value === undefined ? [] : [{ field, value, from: 'microformats', node: property.node }];
  };

const parts = ['street-address', 'extended-address', 'town', 'region', 'country-name'];

/** Addresses in one line; the parts of one that stand in the card itself too. */
function locationsOf(card: Card): Found[] {
  const cards = [...all(card, 'adr').flatMap(({ inner }) => inner ?? []), ...card.loose, card];
  const whole = cards.flatMap(({ properties, element }) => {
    const part = (name: string) => properties.get(name)?.[0]?.text;
    const town = [part('postal-code'), part('locality')].filter(Boolean).join(' ');
    const line = parts.map(name => (name === 'town' ? town : part(name))).filter(Boolean);
    return found('location', text => plainValue(text, 200))({ text: line.join(', '), node: element });
  });
  if (whole.length > 0) return whole.slice(0, 2);
  return [...all(card, 'adr'), ...all(card, 'label')].flatMap(
    found('location', text => plainValue(text, 200)),
  );
}
