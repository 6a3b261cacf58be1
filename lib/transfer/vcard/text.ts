// The text within a property: what is escaped, what separates, how much of it is taken.

/** The pieces of a value between separators that are not escaped, still escaped themselves. */
export function splitEscaped(value: string, separator: ',' | ';'): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === separator) {
      pieces.push(value.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(value.slice(start));
  return pieces;
}

/** What is escaped as it is read, with line feeds for line ends. vCard 2.1 (`isOld`) escapes separators only. */
export function unescaped(value: string, isOld: boolean): string {
  const text = isOld
    ? value.replace(/\\([,;:])/g, '$1')
    : value.replace(/\\([\\,;:nN])/g, (_all, letter: string) => (/n/i.test(letter) ? '\n' : letter));
  return text.replace(/\r\n?/g, '\n');
}

/** The text in one line, without control characters and without blanks around it. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** At most `max` UTF-16 units of a text, never half a character. */
export function cutShort(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
