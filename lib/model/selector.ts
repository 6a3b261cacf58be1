// Selectors that recipes may use: plain CSS of bounded cost. What could make a browser search long is refused: a path
// within a path is walked anew for each ancestor.

const NAME = /^-?(?:[a-z_]|[^\0-\x7F])(?:[\w-]|[^\0-\x7F])*/i;
const ATTRIBUTE =
  /^\[\s*[\w-]{1,60}\s*(?:[~|^$*]?=\s*(?:"[^"\\]{0,120}"|'[^'\\]{0,120}'|[\w-]{1,120})\s*i?\s*)?\]/;
const PLAIN_PSEUDO =
  /^:(?:scope|first-child|last-child|only-child|first-of-type|last-of-type|empty|checked|disabled|enabled)(?![\w(-])/;
const PSEUDO_WITH_LIST = /^:(?:is|not|where)\(/;
const COMBINATOR = /^(?:\s*[>+]\s*|\s+)/;

/** The most elements one alternative may name, one inside or beside the other. */
const MAX_STEPS = 6;
const MAX_ALTERNATIVES = 24;

/** Why a selector is refused, as a sentence; undefined for one that may be used. */
export function selectorFault(selector: string): string | undefined {
  const rest = readList(selector.trim(), 0);
  if (typeof rest === 'object') return rest.fault;
  return rest === '' ? undefined : fault(rest).fault;
}

type Fault = { fault: string };
const fault = (at: string): Fault => ({
  fault: at.startsWith(':')
    ? `The pseudo-class ${at.split(/[\s(,>+]/)[0]} can’t be used in a recipe.`
    : `The selector can’t be read at “${at.slice(0, 20)}”.`,
});

/** Reads alternatives between commas; gives what is left, or what is wrong. */
function readList(text: string, depth: number): string | Fault {
  if (depth > 3) return { fault: 'The selector is nested too deeply.' };
  let rest = text;
  for (let count = 0; count < MAX_ALTERNATIVES; count++) {
    const after = readAlternative(rest, depth);
    if (typeof after === 'object') return after;
    rest = after.trimStart();
    if (!rest.startsWith(',')) return rest;
    rest = rest.slice(1).trimStart();
  }
  return { fault: `A selector has ${MAX_ALTERNATIVES} alternatives at most.` };
}

function readAlternative(text: string, depth: number): string | Fault {
  let rest = depth > 0 ? text : text.replace(/^>\s*/, '');
  for (let steps = 1; ; steps++) {
    if (steps > MAX_STEPS) return { fault: `A selector goes through ${MAX_STEPS} elements at most.` };
    const after = readCompound(rest, depth);
    if (typeof after === 'object') return after;
    const combinator = COMBINATOR.exec(after)?.[0];
    if (!combinator || /^\s*(?:[,)]|$)/.test(after)) return after;
    if (depth > 0) return { fault: 'Between the brackets of :is, :not and :where one element is described.' };
    rest = after.slice(combinator.length);
  }
}

function readCompound(text: string, depth: number): string | Fault {
  let rest = text.startsWith('*') ? text.slice(1) : text.slice(NAME.exec(text)?.[0].length ?? 0);
  for (;;) {
    const after = readPart(rest, depth);
    if (typeof after === 'object') return after;
    if (after === undefined) return rest === text ? fault(rest) : rest;
    rest = after;
  }
}

/** One class, id, attribute or pseudo-class; undefined where none begins. */
function readPart(rest: string, depth: number): string | Fault | undefined {
  if (rest.startsWith('.') || rest.startsWith('#')) {
    const name = NAME.exec(rest.slice(1))?.[0];
    return name ? rest.slice(1 + name.length) : fault(rest);
  }
  if (rest.startsWith('[')) {
    const attribute = ATTRIBUTE.exec(rest)?.[0];
    return attribute ? rest.slice(attribute.length) : fault(rest);
  }
  if (!rest.startsWith(':')) return undefined;
  const plain = PLAIN_PSEUDO.exec(rest)?.[0];
  if (plain) return rest.slice(plain.length);
  const open = PSEUDO_WITH_LIST.exec(rest)?.[0];
  if (!open) return fault(rest);
  const inside = readList(rest.slice(open.length).trimStart(), depth + 1);
  if (typeof inside === 'object') return inside;
  const closed = inside.trimStart();
  if (closed.startsWith(')')) return closed.slice(1);
  return closed ? fault(closed) : { fault: 'The selector has a bracket that is not closed.' };
}
