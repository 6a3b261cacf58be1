// The little of mail files that templates need: letters of an mbox, their header lines, and their text. Nothing else is read.
// Files are binary texts here, one character a byte, until a part says in which letters it is written.

export type Letter = { headers: Map<string, string>; body: string };

const longestHead = 64 * 1024;
const longestPart = 500_000;
const mostParts = 50;

/** The letters of an mbox, or the one of an .eml file. */
export function* lettersIn(file: string): Generator<string> {
  if (!file.startsWith('From ')) {
    yield file;
    return;
  }
  let from = 0;
  while (from !== -1) {
    const next = file.indexOf('\nFrom ', from);
    const begin = file.indexOf('\n', from) + 1;
    if (begin > 0)
      yield file.slice(begin, next === -1 ? file.length : next + 1).replace(/^>(>*From )/gm, '$1');
    from = next === -1 ? -1 : next + 1;
  }
}

/** The header lines, unfolded, by their names in small letters; the first of a name counts. */
export function readLetter(raw: string): Letter {
  const end = /\r?\n\r?\n/.exec(raw.slice(0, longestHead));
  const head = raw.slice(0, end?.index ?? longestHead).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' };
}

const bytesOf = (binary: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(binary, character => character.charCodeAt(0));

/** Bytes in a named encoding as text; what names none that is known is UTF-8. */
function decode(binary: string, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytesOf(binary));
  } catch {
    return new TextDecoder().decode(bytesOf(binary));
  }
}

const unquote = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function fromBase64(text: string): string {
  const plain = text.replace(/[^A-Za-z\d+/]/g, '');
  return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
}

/** A header in plain letters: `=?UTF-8?B?…?=` is read (RFC 2047). */
export function headerText(raw: string): string {
  const words = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([BQ])\?([^?\s]{0,1000})\?=(?:\s+(?==\?))?/gi;
  const line = raw.slice(0, 4000);
  if (!line.includes('=?')) return decode(line, 'utf-8').trim();
  return line
    .replace(words, (_all, charset: string, way: string, coded: string) =>
      decode(way.toUpperCase() === 'B' ? fromBase64(coded) : unquote(coded.replaceAll('_', ' ')), charset),
    )
    .trim();
}

/** The value of `name` in a header such as `text/plain; charset="utf-8"`. */
function parameter(header: string, name: string): string {
  const piece = header
    .slice(0, 4000)
    .split(';')
    .map(part => part.trim())
    .find(part => part.toLowerCase().startsWith(`${name}=`));
  return piece?.slice(name.length + 1).replace(/^"|"$/g, '') ?? '';
}

export type Texts = { plain?: string; html?: string };

/** The first plain and the first HTML text of a letter, looked for in at most 50 parts. */
export function textsOf(letter: Letter): Texts {
  const found: Texts = {};
  const open = [letter];
  for (let count = 0; count < mostParts; count++) {
    const part = open.shift();
    if (!part) break;
    const type = part.headers.get('content-type') ?? 'text/plain';
    const isAttached = /^attachment/i.test(part.headers.get('content-disposition') ?? '');
    const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : '';
    if (boundary !== '') open.push(...partsOf(part.body, boundary));
    else if (isAttached) continue;
    else if (/^text\/html/i.test(type)) found.html ??= partText(part, type);
    else if (/^text\/plain/i.test(type)) found.plain ??= partText(part, type);
  }
  return found;
}

function partsOf(body: string, boundary: string): Letter[] {
  const pieces = body.split(`--${boundary}`, mostParts + 1).slice(1);
  return pieces
    .filter(piece => !piece.startsWith('--'))
    .map(piece => readLetter(piece.replace(/^[ \t]*\r?\n/, '')));
}

function partText({ headers, body }: Letter, type: string): string {
  const way = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  const part = body.slice(0, longestPart);
  const binary = way === 'base64' ? fromBase64(part) : way === 'quoted-printable' ? unquote(part) : part;
  return decode(binary, parameter(type, 'charset') || 'utf-8').replace(/\r\n?/g, '\n');
}
