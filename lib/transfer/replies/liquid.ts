// Writing templates out of foreign texts: what is no variable stays text, whatever braces it has.

/** Words that mean something in templates already. */
const taken = new Set(
  (
    'contact me conversation today tomorrow next_monday open_issue last_promise ' +
    'true false nil null empty blank and or not contains'
  ).split(' '),
);

/** The text so that it reads as itself in a template, also when something is written behind it. */
export const literal = (text: string): string => text.replace(/\{(?=[{%]|$)/g, '{{ "{" }}');

/** The name under which a blank is asked for: “Order number” is `order_number`. */
export function blankName(words: string): string {
  const name = words
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_/, '')
    .slice(0, 40)
    .replace(/_$/, '');
  return name === '' || /^[\p{N}\p{M}]/u.test(name) || taken.has(name)
    ? `value_${name}`.replace(/_$/, '')
    : name;
}

/** A blank to be filled before the reply is inserted; with `otherwise` that stands there unless something else is known. */
export const blank = (words: string, otherwise = ''): string =>
  otherwise.trim() === ''
    ? `{{ ${blankName(words)} }}`
    : `{{ ${blankName(words)} | default: ${quoted(otherwise.trim())} }}`;

/** A text as a value in a template. It ends no output and opens none. */
function quoted(text: string): string {
  const plain = text.slice(0, 500).replace(/[\\{}]/g, ' ');
  return plain.includes('"') ? `'${plain.replaceAll("'", '’')}'` : `"${plain}"`;
}
