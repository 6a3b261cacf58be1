// What an item of schema.org says about the person or organization that it is.

import { cjk } from '../../identity/names';
import { countryNamed } from '../country';
import { decodeEntities } from '../entities';
import type { Finding, Found } from '../finding';
import { statedName } from '../person-name';
import { phoneValue } from '../phone';
import { distinct, emailValues, linkValue, plainValue } from '../values';
import { type Item, isItem, type Text, textsOf, type Value, valuesOf } from './item';

export type Reader = {
  base: string;
  country?: string;
  from: 'json-ld' | 'microdata';
  /** The item that a reference means. */
  resolve: (value: Value) => Value;
};

/** The person that an item is; undefined for one without a name. */
export function personOf(item: Item, reader: Reader, role: Text[] = []): Finding | undefined {
  const names = namesOf(item).flatMap(name => found('name', statedName(name.text), name, reader));
  if (names.length === 0) return undefined;
  const titles = [
    ...textsOf(item, 'jobTitle'),
    ...role,
    ...(item.values.has('jobTitle') || role.length > 0 ? [] : textsOf(item, 'hasOccupation', 'roleName')),
  ];
  return {
    about: 'person',
    values: distinct([
      ...names,
      ...titles.flatMap(title => found('title', shown(title.text), title, reader)),
      ...companiesOf(item, reader),
      ...contactsOf(item, reader),
      ...locationsOf(item, reader, 'address', 'workLocation', 'homeLocation'),
    ]),
    ...places(item, reader),
  };
}

/** The organization that an item is; undefined for one without a name. */
export function organizationOf(item: Item, reader: Reader): Finding | undefined {
  const [name] = namesOf(item).flatMap(text => found('name', shown(text.text, 120), text, reader));
  if (!name) return undefined;
  return {
    about: 'organization',
    values: distinct([
      name,
      ...contactsOf(item, reader),
      ...locationsOf(item, reader, 'address', 'location'),
    ]),
    ...places(item, reader),
  };
}

/** The name of an organization as the company of those who work for it. */
export const companyOf = (item: Item, reader: Reader): Found[] =>
  namesOf(item)
    .slice(0, 1)
    .flatMap(name => found('company', shown(name.text, 120), name, reader));

function companiesOf(item: Item, reader: Reader): Found[] {
  return ['worksFor', 'affiliation']
    .flatMap(name => valuesOf(item, name).map(reader.resolve))
    .flatMap(value => {
      if (!isItem(value)) return found('company', shown(value.text, 120), value, reader);
      // A role stands between a person and the organization.
      const inner = [...valuesOf(value, 'worksFor', 'affiliation')].map(reader.resolve).filter(isItem);
      return [value, ...inner].flatMap(organization => companyOf(organization, reader)).slice(0, 1);
    });
}

function namesOf(item: Item): Text[] {
  const names = textsOf(item, 'name', 'legalName');
  if (names.length > 0) return names;
  const [given] = textsOf(item, 'givenName');
  const [family] = textsOf(item, 'familyName');
  if (!given || !family) return [given ?? family].flatMap(name => name ?? []);
  const text = cjk.test(given.text + family.text)
    ? `${family.text}${given.text}`
    : `${given.text.trim()} ${family.text.trim()}`;
  return [{ ...given, text }];
}

/** The ways to reach it, its own and those of its contact points; fax numbers are no phones. */
function contactsOf(item: Item, reader: Reader): Found[] {
  const points = valuesOf(item, 'contactPoint', 'contactPoints').map(reader.resolve).filter(isItem);
  const country = countryIn(item, reader) ?? reader.country;
  const ways = [item, ...points.filter(point => !/fax/i.test(textsOf(point, 'contactType')[0]?.text ?? ''))];
  return [
    ...ways
      .flatMap(way => textsOf(way, 'email'))
      .flatMap(text =>
        emailValues(decodeEntities(text.text)).flatMap(email => found('email', email, text, reader)),
      ),
    ...ways
      .flatMap(way => textsOf(way, 'telephone'))
      .flatMap(text => found('phone', phoneValue(text.text, country), text, reader)),
    ...['url', 'sameAs']
      .flatMap(name => valuesOf(item, name))
      .map(value => (isItem(value) ? { text: value.id ?? '' } : value))
      .slice(0, 20)
      .flatMap(text => found('link', link(text.text, reader), text, reader)),
  ];
}

/** Pages leave the name of their site without `https://`; anything else that is relative is a page of the site. */
const link = (text: string, reader: Reader): string | undefined =>
  text.trim() === '' ? undefined : linkValue(/^www\./i.test(text) ? `https://${text}` : text, reader.base);

function countryIn(item: Item, reader: Reader): string | undefined {
  const [address] = valuesOf(item, 'address').map(reader.resolve);
  const [country] = address && isItem(address) ? textsOf(address, 'addressCountry') : [];
  return country && countryNamed(country.text);
}

function locationsOf(item: Item, reader: Reader, ...names: string[]): Found[] {
  return valuesOf(item, ...names)
    .map(reader.resolve)
    .slice(0, 4)
    .flatMap(value =>
      found('location', locationOf(value, reader), isItem(value) ? nodeOf(value) : value, reader),
    );
}

const nodeOf = (item: Item): { node?: Node } => (item.element ? { node: item.element } : {});

/** The address in one line; of a place without one, its name. */
function locationOf(value: Value, reader: Reader): string | undefined {
  if (!isItem(value)) return shown(value.text, 200);
  const [inner] = valuesOf(value, 'address').map(reader.resolve);
  if (inner) return locationOf(inner, reader);
  const part = (name: string) => shown(textsOf(value, name)[0]?.text ?? '', 120);
  const town = [part('postalCode'), part('addressLocality')].filter(text => text !== undefined).join(' ');
  const line = [part('streetAddress'), town, part('addressRegion'), part('addressCountry')].filter(Boolean);
  return shown(line.length > 0 ? line.join(', ') : (part('name') ?? ''), 200);
}

function places(item: Item, { base }: Reader): Pick<Finding, 'around' | 'ids'> {
  const id = item.id === undefined ? undefined : URL.parse(item.id, base)?.href;
  return { ...(item.element && { around: item.element }), ...(id && { ids: [id] }) };
}

const shown = (text: string, max = 160): string | undefined => plainValue(decodeEntities(text), max);

function found(
  field: Found['field'],
  value: string | undefined,
  { node }: { node?: Node },
  { from }: Reader,
): Found[] {
  return value === undefined ? [] : [{ field, value, from, ...(node && { node }) }];
}
