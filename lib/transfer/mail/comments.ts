// Comments of RFC 5322: text in round brackets, nested, outside of quotes.

/** The text with a blank for each comment; what an unclosed one holds is gone too. */
export function withoutComments(text: string): string {
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  let kept = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '(' && depth++ === 0) kept += `${text.slice(from, at)} `;
    else if (char === ')' && depth > 0 && --depth === 0) from = at + 1;
  }
  return depth === 0 ? kept + text.slice(from) : kept;
}
