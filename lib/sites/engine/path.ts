// Paths of addresses against the patterns of recipes; each part is looked at once.
import { clearName } from './text';

/**
 * What `{}` stands for in a path that fits, percent signs decoded, several joined by `/`; an empty text where the pattern
 * takes nothing. Undefined where the path is another.
 */
export function takenFrom(path: string, pattern: string): string | undefined {
  const parts = path.split('/').filter(Boolean);
  const wanted = pattern.split('/').filter(Boolean);
  const isAnyAfter = wanted.at(-1) === '**' && wanted.pop() !== undefined;
  const isAnyBefore = wanted[0] === '**' && wanted.shift() !== undefined;
  const more = parts.length - wanted.length;
  if (more < 0 || (more > 0 && !isAnyAfter && !isAnyBefore)) return undefined;
  if (isAnyBefore) parts.splice(0, more);
  const taken: string[] = [];
  for (const [place, rule] of wanted.entries()) {
    const part = decoded(parts[place] ?? '');
    const [first, rest] = part === undefined ? [] : split(part, rule);
    if (first === undefined) return undefined;
    if (rest !== undefined) taken.push(rest);
  }
  return taken.join('/');
}

/** Whether a part fits its rule, and what is taken of it. */
function split(part: string, rule: string): [fits?: true, taken?: string] {
  if (/^\{.+\}$/.test(rule)) return rule === `{${part}}` ? [true, part] : [];
  const hole = /\{\}|\*/.exec(rule);
  if (!hole) return part === rule ? [true] : [];
  const [before, after] = [rule.slice(0, hole.index), rule.slice(hole.index + hole[0].length)];
  if (part.length <= before.length + after.length || !part.startsWith(before) || !part.endsWith(after))
    return [];
  return hole[0] === '*' ? [true] : [true, part.slice(before.length, part.length - after.length)];
}

function decoded(part: string): string | undefined {
  try {
    const text = clearName(decodeURIComponent(part));
    return text.includes('/') ? undefined : text;
  } catch {
    return undefined;
  }
}
