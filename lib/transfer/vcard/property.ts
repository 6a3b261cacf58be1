// A property of a card: its name, its parameters and its value, as a content line says them.
import { plainText, textIn } from './encoding';

export type Property = {
  /** The line of the file on which it begins. */
  number: number;
  /** Ties it to another property: `item1` in `item1.X-ABLabel`. */
  group?: string;
  /** In capitals. */
  name: string;
  /** By names in capitals; bare ones of vCard 2.1 are among `TYPE`. */
  parameters: ReadonlyMap<string, readonly string[]>;
  /** Still escaped. */
  value: string;
};

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '7BIT', '8BIT']);

/**
 * The property in the bytes of a content line, undefined when it is none. A character set that the browser doesn't
 * know is told to `remark`.
 */
export function parseProperty(
  number: number,
  bytes: Uint8Array,
  remark: (text: string) => void,
): Property | undefined {
  const text = plainText(bytes);
  const parsed = parseText(number, text);
  const charset = parsed?.parameters.get('CHARSET')?.[0];
  const encoding = parsed?.parameters.get('ENCODING')?.[0]?.toUpperCase() ?? '';
  if (!parsed) return undefined;
  const decode = (encoded: Uint8Array) => {
    const named = charset && textIn(charset, encoded);
    if (charset && named === undefined) remark(`The character set ${charset.slice(0, 40)} is not known.`);
    return named ?? plainText(encoded);
  };
  if (encoding === 'QUOTED-PRINTABLE') return { ...parsed, value: decode(fromQuoted(parsed.value)) };
  if (encoding === 'BASE64' || encoding === 'B') {
    const data = fromBase64(parsed.value);
    return data ? { ...parsed, value: decode(data) } : parsed;
  }
  return charset && !isPlain(text) ? (parseText(number, decode(bytes)) ?? parsed) : parsed;
}

// Escape begins letters of ISO-2022-JP.
const isPlain = (text: string) => /^[\t\n\r\x20-\x7e]*$/.test(text);

function parseText(number: number, text: string): Property | undefined {
  const end = endOfHead(text);
  if (end < 1) return undefined;
  const [first = '', ...given] = splitQuoted(text.slice(0, end), ';');
  const dot = first.lastIndexOf('.');
  const group = first.slice(0, Math.max(0, dot)).trim();
  const name = first
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[\w-]{1,100}$/.test(name)) return undefined;
  const parsed = { number, name, parameters: parametersOf(given), value: text.slice(end + 1) };
  return group ? { ...parsed, group: group.slice(0, 100).toLowerCase() } : parsed;
}

/** Where the value's colon is: the first one outside of quotes, the first at all where quotes don't match. */
function endOfHead(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ':' && !isQuoted) return at;
  }
  return text.indexOf(':');
}

function splitQuoted(text: string, separator: ',' | ';'): string[] {
  const pieces: string[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

function parametersOf(given: string[]): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const parameter of given) {
    const equals = parameter.indexOf('=');
    const bare = equals === -1 ? parameter.trim() : undefined;
    const name = bare === undefined ? parameter.slice(0, equals).trim().toUpperCase() : nameOfBare(bare);
    const values = bare === undefined ? splitQuoted(parameter.slice(equals + 1), ',') : [bare];
    const earlier = parameters.get(name) ?? [];
    for (const value of values) earlier.push(parameterText(value));
    parameters.set(name, earlier);
  }
  return parameters;
}

/** vCard 2.1 writes some parameters without their name. */
const nameOfBare = (value: string) => (encodings.has(value.toUpperCase()) ? 'ENCODING' : 'TYPE');

/** Without its quotes, with what RFC 6868 encodes: `^n`, `^'`, `^^`. */
function parameterText(value: string): string {
  const text = value.trim().replace(/^"(.*)"$/s, '$1');
  return text.replace(/\^(['n^])/g, (_all, letter: string) => ({ n: '\n', "'": '"' })[letter] ?? '^');
}

/** The bytes of a quoted-printable text; what is no code in it stays. */
function fromQuoted(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] === 0x3d ? hexByte(bytes[at + 1], bytes[at + 2]) : undefined;
    bytes[length++] = code ?? bytes[at] ?? 0;
    if (code !== undefined) at += 2;
  }
  return bytes.subarray(0, length);
}

function hexByte(high = 0, low = 0): number | undefined {
  const digits = String.fromCharCode(high, low);
  return /^[\da-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The words of `TYPE`, in small letters. */
export function typesOf({ parameters }: Property): string[] {
  return (parameters.get('TYPE') ?? []).flatMap(type =>
    type
      .toLowerCase()
      .split(',')
      .map(word => word.trim()),
  );
}

/** How much it is preferred among those of its name, 1 (most) to 101 (not said). */
function preferenceOf(property: Property): number {
  const said = Number.parseInt(property.parameters.get('PREF')?.[0] ?? '', 10);
  if (said >= 1 && said <= 100) return said;
  return typesOf(property).includes('pref') ? 1 : 101;
}

/** The properties with the preferred ones first; those that are equal stay in their order. */
export const preferredFirst = (properties: readonly Property[]): Property[] =>
  properties
    .map(property => ({ property, preference: preferenceOf(property) }))
    .sort((one, other) => one.preference - other.preference)
    .map(({ property }) => property);
