// The first words of a message, for the timeline.

/** At most `max` characters of what a message says, without quoted lines and line breaks. */
export function excerpt(text: string, max = 200): string {
  const own = text
    .slice(0, 4000)
    .split('\n')
    .filter(line => !line.trimStart().startsWith('>'))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (own.length <= max) return own;
  const cut = own.slice(0, max - 1);
  const blank = cut.lastIndexOf(' ');
  return `${blank > max / 2 ? cut.slice(0, blank) : cut}…`;
}
