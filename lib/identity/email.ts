// E-mail addresses: one strict, linear parser, and the key under which an address is known.

export type Address = { local: string; domain: string; address: string };

/** Control, format (zero-width, bidi) and space characters never belong to an address. */
const forbidden = /[\p{C}\p{Z}<>()[\]\\,;:"]/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * One address of the form `local@domain` (RFC 5321 without quoted local parts and address literals, with the
 * letters of RFC 6531). Quoted local parts are refused, so that `"a@b x"@c` can never be read as `a@b`.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > 320) return undefined;
  const trimmed = text.trim().normalize('NFC');
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || at !== trimmed.indexOf('@') || forbidden.test(trimmed)) return undefined;
  const local = trimmed.slice(0, at);
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (!domain || local.length > 64 || local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return undefined;
  }
  return { local, domain, address: `${local}@${domain}` };
}

/** The domain in lower-case ASCII (punycode); undefined when it is none with at least two labels. */
function asciiDomain(text: string): string | undefined {
  const labels = text.split('.');
  if (labels.length < 2 || !labels.every(label => domainLabel.test(label))) return undefined;
  try {
    const host = new URL(`http://${text}`).hostname;
    return host.length <= 253 && !/^[\d.]+$/.test(host) ? host : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `email:` and the normalised address. Case is folded in the local part too, as every large provider does. Dots and
 * `+tags` are kept: folding them would merge people who are not one.
 */
export function emailKey(text: string): string | undefined {
  const parsed = parseAddress(text);
  return parsed && `email:${parsed.local.toLowerCase()}@${parsed.domain}`;
}

const dotless = new Set(['gmail.com', 'googlemail.com']);

/** The mailbox behind an alias (`+tag`, dots at Gmail); undefined when the address is that mailbox itself. */
export function mailboxAlias(address: string): string | undefined {
  const parsed = parseAddress(address.toLowerCase());
  if (!parsed) return undefined;
  let local = parsed.local.split('+')[0] ?? '';
  let domain = parsed.domain;
  if (dotless.has(domain)) {
    local = local.replaceAll('.', '');
    domain = 'gmail.com';
  }
  const mailbox = `${local}@${domain}`;
  return local && mailbox !== parsed.address ? mailbox : undefined;
}
