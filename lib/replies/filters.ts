// The filters that replies may use: text, numbers, dates and defaults, each with a bounded cost.
import { type FilterImplOptions, filters, type Liquid } from 'liquidjs';
import { ReplyError } from './reply-error';

/** Filters of LiquidJS that make one text or number of one. Nothing that makes or walks lists, nothing that escapes. */
const text = 'append prepend capitalize upcase downcase strip lstrip rstrip truncate truncatewords';
const search = 'replace replace_first remove remove_first';
const number = 'plus minus times divided_by modulo round floor ceil abs at_least at_most';
export const allowedFilters = [text, search, number, 'default date'].flatMap(names => names.split(' '));

/** Filters that leave nothing as nothing; behind them a default still sees that a value is missing. */
export const keepsEmpty = new Set(
  'capitalize upcase downcase strip lstrip rstrip truncate replace replace_first remove remove_first date'.split(
    ' ',
  ),
);

/** Longest text that a filter takes or gives. The longest value of a contact has 4,000 characters. */
const longestText = 8_000;
/** Longest text to look for, and longest date or its format: what is searched costs its product with what is read. */
const longestPattern = 100;

const searching = new Set(search.split(' '));
const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0);

/** Two texts of which one is looked for in the other; throws `ReplyError` for a long one. */
export function checkPattern(pattern: unknown): void {
  if (lengthOf(pattern) > longestPattern)
    throw new ReplyError(`A text to look for may have ${longestPattern} characters`);
}

const checkText = (...values: unknown[]) => {
  if (values.some(value => lengthOf(value) > longestText)) throw new ReplyError('A text becomes too long');
};

/** The filter `name` of LiquidJS, which refuses long texts before and after. */
function bounded(name: string): FilterImplOptions {
  const filter = filters[name];
  const handler = typeof filter === 'function' ? filter : filter?.handler;
  if (!handler) throw new Error(`LiquidJS has no filter ${name}.`);
  return function (value: unknown, ...args: unknown[]) {
    checkText(value, ...args);
    if (searching.has(name)) checkPattern(args[0]);
    if (name === 'date') [value, ...args].forEach(checkPattern);
    const result: unknown = handler.apply(this, [value, ...args]);
    checkText(result);
    return result;
  };
}

/** Leaves an engine with the allowed filters only. */
export function limitFilters(engine: Liquid): void {
  for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name);
  for (const name of allowedFilters) engine.registerFilter(name, bounded(name));
}
