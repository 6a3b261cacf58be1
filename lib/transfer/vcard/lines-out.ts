// Content lines as they are written: escaped, and folded at 75 octets between characters.

/** The longest line in octets, without its end (RFC 6350, section 3.2). */
const longest = 75;

/**
 * A text as a vCard can hold it: line ends are line feeds, halves of characters become U+FFFD, and control characters
 * other than tab, which the format forbids, are left out.
 */
export const writable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A value, or one part of one, with what separates values and parts escaped. */
export const escaped = (text: string): string =>
  writable(text)
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

const codes = new Map([
  ['\n', '^n'],
  ['^', '^^'],
  ['"', "^'"],
]);

/** A parameter with its value in quotes, encoded by RFC 6868. */
export const parameter = (name: string, value: string): string =>
  `;${name}="${writable(value).replace(/[\n^"]/g, character => codes.get(character) ?? character)}"`;

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** The line with its end, folded where it is longer than 75 octets. */
export function folded(line: string): string {
  const pieces: string[] = [];
  let [start, at, octets] = [0, 0, 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longest) {
      pieces.push(line.slice(start, at));
      // The blank that begins the next line counts.
      [start, octets] = [at, 1];
    }
    at += character.length;
    octets += size;
  }
  pieces.push(line.slice(start));
  return `${pieces.join('\r\n ')}\r\n`;
}
