// What is wrong with a reply, in plain words and with its place.
import { LiquidError, type Token } from 'liquidjs';

/** A template that can't be read, or asks for too much. The message is for people. */
export class ReplyError extends Error {
  override name = 'ReplyError';
}

/** Sentences for what the engine says; `$1` is the piece of the reply it speaks of. */
const sentences: [RegExp, string][] = [
  [/^output "(.*)" not closed/s, '“$1” is not closed: “}}” is missing'],
  [/^tag "\{%-?\s*(\w+).*" not closed/s, '“{% $1 %}” is not closed: “%}” is missing'],
  [/^tag \{%-?\s*(\w+).*%\} not closed/s, '“{% $1 %}” has no “{% end$1 %}”'],
  [/^tag "(?:for|tablerow|cycle)" not found/, 'Replies know no loops'],
  [/^tag "end(\w+)" not found/, '“{% end$1 %}” has no “{% $1 %}” before it'],
  [/^tag "(else|elsif|when)" not found/, '“{% $1 %}” stands outside of a condition'],
  [/^tag "(.*)" not found/s, 'Replies know no “{% $1 %}”'],
  [/^undefined filter: (.*)/s, 'Replies know no filter “$1”'],
  [/^expected "\|" before filter/, 'A “|” is missing before a filter'],
  [/^expected filter name/, 'After “|” the name of a filter is missing'],
  [/^raw .* not closed/s, '“{% raw %}” has no “{% endraw %}”'],
  [/^(\w+) expect 2 arguments/, 'The filter “$1” lacks the text to add'],
  [/^invalid value expression/, 'A value is missing or can’t be read'],
  [/^expected variable name/, 'After “assign” a name is missing'],
  [/^expected "="/, 'After the name in “assign” a “=” is missing'],
  [/^(?:memory alloc|template render|parse length) limit/, 'This reply asks for too much'],
];

/** What was thrown while a reply was read or rendered, as a `ReplyError` with its line. */
export function inWords(error: unknown): ReplyError {
  if (error instanceof ReplyError) return error;
  if (!LiquidError.is(error)) return new ReplyError('This reply can’t be read.');
  const { originalError, token } = error;
  if (originalError instanceof ReplyError) return inPlace(originalError, token);
  return inPlace(new ReplyError(sentenceFor(originalError?.message ?? error.message)), token);
}

/** The same error, with the line of the token it is about. */
export function inPlace({ message }: ReplyError, token: Token): ReplyError {
  const [line = 1] = token.getPosition();
  return new ReplyError(`Line ${line}: ${message.replace(/\.$/, '')}.`);
}

function sentenceFor(message: string): string {
  const plain = message.replace(/, (?:file:.*|line:\d+, col:\d+).*$/s, '').slice(0, 200);
  for (const [pattern, sentence] of sentences) {
    const found = pattern.exec(plain);
    if (found) return sentence.replaceAll('$1', () => (found[1] ?? '').trim().slice(0, 60));
  }
  return 'This can’t be read';
}
