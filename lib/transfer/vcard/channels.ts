// Channels: the ways to reach a person that a card names, as identities or, where they are none, as fields.
import { identityKey } from '../../identity/keys';
import { identityKindNames } from '../../identity/kinds';
import { webLink } from '../../identity/links';
import { profileIdentity } from '../../identity/profile-link';
import type { SeenIdentity } from '../../model/identity';
import { accountIdParameter } from './own';
import { type Property, typesOf } from './property';
import { oneLine } from './text';

type Kind = SeenIdentity['kind'];
/** `field` is what it is called where it is no identity: `Fax`, `Skype`. */
export type Channel = { identity: SeenIdentity } | { field: string; value: string };

/** Kinds that mean somebody only together with the place they are at. */
const hostScoped: ReadonlySet<Kind> = new Set(['web', 'mastodon', 'wordpress']);

const services = new Map<string, Kind>([['twitter', 'x']]);
for (const [kind, name] of Object.entries(identityKindNames) as [Kind, string][]) {
  if (kind !== 'email' && kind !== 'phone') services.set(kind, kind).set(name.toLowerCase(), kind);
}

/** The kind of account that a service is, as cards name it; undefined for those that Regulars doesn't know. */
export const kindOfService = (name: string): Kind | undefined => services.get(name.trim().toLowerCase());

/** Whether somebody can be known by it. Bounded before it is looked at. */
const isIdentity = (seen: SeenIdentity): boolean => {
  const { value, id = '' } = seen;
  if (!value || value.length > 320 || id.length > 120) return false;
  return identityKey(seen) !== undefined || id !== '';
};

const asField = (field: string, value: string): Channel => ({ field, value });

export function emailChannel(value: string): Channel {
  const address = value.replace(/^mailto:/i, '');
  const identity: SeenIdentity = { kind: 'email', value: address };
  return isIdentity(identity) ? { identity } : asField('Email', value);
}

/** Fax machines and pagers belong to an office: they say who nobody is, and are fields. */
export function phoneChannel(property: Property, value: string): Channel {
  const types = typesOf(property);
  const isSpoken = types.some(type => type === 'voice' || type === 'cell');
  const number = /^tel:/i.test(value)
    ? value.slice(4).replace(/;ext=/i, ' ext. ').replace(/;.*/s, '')
    : value;
  if (types.includes('fax') && !isSpoken) return asField('Fax', number);
  if (types.includes('pager') && !isSpoken) return asField('Pager', number);
  // Without a country nobody can say whether the digits are a number: that is decided by the import.
  const isNumber = number.length <= 40 && (number.match(/\d/g) ?? []).length >= 3;
  return isNumber ? { identity: { kind: 'phone', value: number } } : asField('Phone', number);
}

/** The page of a person; that of an office is a field. Undefined for what is no address of the web. */
export function webChannel(property: Property, value: string): Channel | undefined {
  const profile = profileIdentity(value);
  if (profile) return { identity: profile };
  const identity: SeenIdentity = { kind: 'web', value };
  const address = webLink(value) ? value : `https://${value}`;
  if (!webLink(address) || !/^[^\s:]+\.|^https?:/i.test(value)) return undefined;
  const isOffice = typesOf(property).includes('work');
  return isOffice || !isIdentity(identity) ? asField('Website', value) : { identity };
}

/** Accounts by `SOCIALPROFILE` (RFC 9554), `X-SOCIALPROFILE`, `IMPP`, or `X-` and the name of the service. */
export function accountChannel(property: Property, value: string): Channel {
  const service = serviceOf(property, value);
  const kind = kindOfService(service);
  const user = userOf(property);
  const scheme = property.name === 'IMPP' ? /^[a-z][a-z\d+.-]{1,20}:/i : /^x-apple:/i;
  const bare = value.replace(scheme, '');
  const id = property.parameters.get(accountIdParameter)?.[0];
  const profile = user && kind ? undefined : profileIdentity(value);
  if (profile && (!kind || profile.kind === kind)) return { identity: profile };
  const identity = kind && accountOf(kind, hostScoped.has(kind) ? value : (user ?? bare), id);
  if (identity) return { identity };
  const page: SeenIdentity = { kind: 'web', value };
  if (webLink(value) && isIdentity(page)) return { identity: page };
  return asField(service || 'Account', user ?? bare);
}

function accountOf(kind: Kind, written: string, id: string | undefined): SeenIdentity | undefined {
  // `@ana@norte.social` is how people of Mastodon write what is at `norte.social/@ana`.
  const value =
    kind === 'mastodon' ? written.replace(/^@?([^@/\s]+)@([^@/\s]+)$/, 'https://$2/@$1') : written;
  const identity: SeenIdentity = id ? { kind, value, id } : { kind, value };
  return isIdentity(identity) ? identity : undefined;
}

function userOf({ parameters }: Property): string | undefined {
  return parameters.get('USERNAME')?.[0] || parameters.get('X-USER')?.[0] || undefined;
}

/** What the service is called: by a parameter, the property's own name, a type, or the scheme of the address. */
function serviceOf(property: Property, value: string): string {
  const { parameters, name } = property;
  const said = parameters.get('SERVICE-TYPE')?.[0] || parameters.get('X-SERVICE-TYPE')?.[0];
  if (said) return oneLine(said);
  if (!/^(?:X-)?SOCIALPROFILE$|^IMPP$/.test(name)) return name.replace(/^X-/, '').toLowerCase();
  const type = typesOf(property).find(word => !/^(?:pref|home|work|other)$/.test(word));
  const scheme = name === 'IMPP' ? /^([a-z][a-z\d+.-]{1,20}):/i.exec(value)?.[1] : undefined;
  return oneLine(type ?? scheme ?? '');
}
