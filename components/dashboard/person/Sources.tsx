// Where every value of a person came from, and when.
import { BadgeCheck } from 'lucide';
import { fullDate } from '../../../lib/dates/relative';
import { identityKindNames } from '../../../lib/identity/kinds';
import { webLink } from '../../../lib/identity/links';
import type { Card } from '../../../lib/model/on-screen';
import type { Source } from '../../../lib/model/source';
import { sourceNames } from '../../../lib/privacy/words';
import { Icon } from '../../ui/Icon';

type Value = { key: string; what: string; value: string; source: Source; verifiedAt?: number | undefined };

/** Every value with its source, in the order of the card. */
function valuesOf({ contact, identities, fields }: Card): Value[] {
  const texts = {
    Name: contact.name,
    Called: contact.callName,
    Company: contact.company,
    Title: contact.title,
  };
  const names = new Map(fields.map(({ id, name }) => [id, name]));
  return [
    ...Object.entries(texts).flatMap(([what, text]) => (text ? [{ key: what, what, ...text }] : [])),
    ...identities.map(({ key, kind, value, source, verifiedAt }) => ({
      key,
      what: identityKindNames[kind],
      value,
      source,
      verifiedAt,
    })),
    ...contact.preferences.map(({ id, label, value, source }) => ({ key: id, what: label, value, source })),
    ...contact.fields.flatMap(({ field, value, source }) => {
      const what = names.get(field);
      return what ? [{ key: field, what, value, source }] : [];
    }),
  ];
}

export function Sources({ card }: { card: Card }) {
  return (
    <table class="sources">
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">
            <span class="sr">What it is</span>
          </th>
          <th scope="col">Where from</th>
        </tr>
      </thead>
      <tbody>
        {valuesOf(card).map(({ key, what, value, source, verifiedAt }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{what}</bdi>
            </th>
            <td>
              <bdi>{value}</bdi>
            </td>
            <td>
              <Origin source={source} />
              {verifiedAt !== undefined && <Verified at={verifiedAt} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verified({ at }: { at: number }) {
  return (
    <p class="row">
      <Icon node={BadgeCheck} />
      <span>
        verified by you, <time dateTime={new Date(at).toISOString()}>{fullDate(at)}</time>
      </span>
    </p>
  );
}

function Origin({ source: { from, url, at } }: { source: Source }) {
  const link = webLink(url);
  return (
    <>
      {sourceNames[from]}, <time dateTime={new Date(at).toISOString()}>{fullDate(at)}</time>
      {link && (
        <>
          {' '}
          <a class="link" href={link} target="_blank" rel="noopener noreferrer">
            {new URL(link).host}
          </a>
        </>
      )}
    </>
  );
}
