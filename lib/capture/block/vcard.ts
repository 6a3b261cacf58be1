// A vCard that was pasted as text (RFC 6350, and the older 2.1): the few properties that a captured person has.
import type { Finding, Found } from '../finding';
import { phoneValue } from '../phone';
import { distinct, emailValues, linkValue, plainValue } from '../values';

type Property = { name: string; parameters: string; value: string };

/** Everybody whose vCard stands in the text. */
export function peopleInVCards(text: string, country: string | undefined): Finding[] {
  const unfolded = text
    .slice(0, 500_000)
    .replace(/\r\n|\r/g, '\n')
    .replace(/=\n(?=\S)/g, '')
    .replace(/\n[ \t]/g, '');
  return unfolded
    .split(/^BEGIN:VCARD\s*$/im)
    .slice(1, 501)
    .flatMap(card => personOf(propertiesOf(card.split(/^END:VCARD\s*$/im)[0] ?? ''), country));
}

const propertiesOf = (card: string): Property[] =>
  card.split('\n').flatMap(line => {
    const [, name = '', parameters = '', value = ''] =
      /^\s*(?:[\w-]+\.)?([\w-]+)((?:;[^:]{0,200})?):(.*)$/.exec(line) ?? [];
    return name
      ? [{ name: name.toUpperCase(), parameters, value: decode(value.slice(0, 2000), parameters) }]
      : [];
  });

function decode(value: string, parameters: string): string {
  if (!/quoted-printable/i.test(parameters)) return value.trim();
  const bytes = value.replace(/=([\da-f]{2})/gi, '%$1').replace(/%(?![\da-f]{2})/gi, '%25');
  try {
    return decodeURIComponent(bytes).trim();
  } catch {
    return value.trim();
  }
}

const plain = (text: string): string =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;:\\])/g, '$1')
    .trim();
const fieldsOf = (text: string): string[] => text.split(/(?<!\\);/).map(plain);

function personOf(properties: Property[], country: string | undefined): Finding[] {
  const all = (name: string) => properties.filter(property => property.name === name);
  const found = (field: Found['field'], value: string | undefined): Found[] =>
    value ? [{ field, value, from: 'selection' }] : [];
  const [family = '', given = ''] = fieldsOf(all('N')[0]?.value ?? '');
  const name = plainValue(plain(all('FN')[0]?.value ?? '') || `${given} ${family}`, 120);
  if (!name) return [];
  return [
    {
      about: 'person',
      values: distinct([
        ...found('name', name),
        ...all('TITLE').flatMap(({ value }) => found('title', plainValue(plain(value)))),
        ...all('ORG').flatMap(({ value }) => found('company', plainValue(fieldsOf(value)[0] ?? '', 120))),
        ...all('EMAIL').flatMap(({ value }) =>
          emailValues(plain(value)).flatMap(email => found('email', email)),
        ),
        ...all('TEL')
          .filter(({ parameters }) => !/fax/i.test(parameters))
          .flatMap(({ value }) => found('phone', phoneValue(plain(value), country))),
        ...all('URL').flatMap(({ value }) => found('link', linkValue(plain(value)))),
        ...all('ADR').flatMap(({ value }) =>
          found('location', plainValue(fieldsOf(value).filter(Boolean).join(', '), 200)),
        ),
      ]),
    },
  ];
}
