// Which variables a piece of a template speaks of, by the path of their names.
import { type Token, TypeGuards, type Value } from 'liquidjs';
import { keepsEmpty } from './filters';
import { ReplyError } from './reply-error';

export type Path = string[];

/** What an output can't do without: `own` stands first in it, `others` are given to its filters. */
export type Needs = { own?: Path; isOwnOptional: boolean; others: Path[] };

/** The path a token names; undefined for a text, a number or a word such as `true`. Throws for ranges and computed names. */
export function pathOf(token: Token): Path | undefined {
  if (TypeGuards.isRangeToken(token)) throw new ReplyError('Replies know no ranges such as (1..5)');
  if (TypeGuards.isFilteredValueToken(token)) throw new ReplyError('Replies know no parentheses');
  if (!TypeGuards.isPropertyAccessToken(token)) return undefined;
  if (token.variable) throw new ReplyError('Only variables have parts, such as contact.name');
  return token.props.map(prop => {
    if (TypeGuards.isWordToken(prop) || TypeGuards.isQuotedToken(prop)) return String(prop.content);
    throw new ReplyError('A part of a variable is named in plain words, such as contact.name');
  });
}

const operands = (value: Value): Token[] =>
  value.initial.postfix.filter(token => !TypeGuards.isOperatorToken(token));

/** Tokens handed to a filter; `allow_false: true` is a pair. */
const argumentsOf = (filter: Value['filters'][number]): Token[] =>
  filter.args.flatMap(argument => (Array.isArray(argument) ? (argument[1] ?? []) : argument));

/** Checks every name and value in `value`; throws `ReplyError` for what replies do not know. */
export function checkValue(value: Value): void {
  for (const token of [...operands(value), ...value.filters.flatMap(argumentsOf)]) pathOf(token);
}

/** What an output or assignment needs. A default makes what stands before it optional, unless something was added. */
export function needsOf(value: Value): Needs {
  const tokens = operands(value);
  const [only] = tokens;
  const own = tokens.length === 1 && only ? pathOf(only) : undefined;
  const at = value.filters.findIndex(filter => filter.name === 'default');
  const isOwnOptional = at !== -1 && value.filters.slice(0, at).every(filter => keepsEmpty.has(filter.name));
  const others = value.filters
    .filter(filter => filter.name !== 'default')
    .flatMap(argumentsOf)
    .flatMap(token => {
      const path = pathOf(token);
      return path ? [path] : [];
    });
  return { own, isOwnOptional, others };
}
