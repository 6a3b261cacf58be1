// The template engine of replies: LiquidJS without loops, lists and other files, in which every output says what is missing.
import {
  AssignTag,
  Context,
  defaultOperators,
  Liquid,
  Output,
  type Template,
  toValueSync,
  Value,
} from 'liquidjs';
import { checkPattern, limitFilters } from './filters';
import { checkValue, needsOf, type Path, pathOf } from './paths';
import { inPlace, ReplyError } from './reply-error';

/** What an output came to: its value, or the paths that are missing for it. */
export type Filled = { path?: string; value: string; missing: string[] };

type State = {
  outputs: Filled[];
  length: number;
  /** Names that were assigned something incomplete, with the path that is missing. */
  incomplete: Map<string, string>;
};

const allowedTags = ['if', 'unless', 'case', 'assign', 'comment', 'raw', '#'];
const deepest = 20;
const states = new WeakMap<Context, State>();

/** Private-use characters around the number of an output; the text of a template must not contain them. */
export const [openMark, closeMark] = ['\uE000', '\uE001'];

function createEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: 25_000,
    renderLimit: 100,
    memoryLimit: 200_000,
    operators: {
      ...defaultOperators,
      contains: (left: unknown, right: unknown) => {
        checkPattern(right);
        return typeof left === 'string' && left.includes(String(right ?? ''));
      },
    },
  });
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.includes(tag)) delete engine.tags[tag];
  limitFilters(engine);
  return engine;
}
const engine = createEngine();

/** Reads a template. Throws what the engine throws, and `ReplyError` for what it would allow and replies do not. */
export function parseTemplate(source: string): Template[] {
  const templates = engine.parse(source);
  const open = templates.map(template => ({ template, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { template, depth } = next;
    try {
      if (depth > deepest) throw new ReplyError(`More than ${deepest} conditions stand in one another`);
      prepare(template);
    } catch (error) {
      throw error instanceof ReplyError ? inPlace(error, template.token) : error;
    }
    const children = template.children ? toValueSync(template.children(false, true)) : [];
    for (const child of children) open.push({ template: child, depth: depth + 1 });
  }
  return templates;
}

/** Checks what the template names, and lets outputs and assignments notice what is missing. */
function prepare(template: Template): void {
  for (const argument of template.arguments?.() ?? []) {
    if (argument instanceof Value) checkValue(argument);
    else pathOf(argument);
  }
  if (template instanceof Output) watchOutput(template);
  if (template instanceof AssignTag) watchAssign(template);
}

function watchOutput(output: Output): void {
  const { value } = output;
  const needs = needsOf(value);
  output.render = function* (context, emitter) {
    const state = stateOf(context);
    const missing = missingFor(needs, context);
    const text = missing.length > 0 ? '' : textOf(yield value.value(context, true));
    const [path] = [needs.own, ...needs.others].flatMap(item => (item ? named(item, state) : []));
    if (text === '' && missing.length === 0 && path) missing.push(path);
    state.length += text.length;
    if (state.length > 20_000) throw new ReplyError('This reply becomes longer than 20,000 characters');
    emitter.write(`${openMark}${state.outputs.length}${closeMark}`);
    state.outputs.push({ path, value: text, missing });
  };
}

function watchAssign(assign: AssignTag): void {
  const [value] = assign.arguments();
  const [name] = [...assign.localScope()].map(token => token.content);
  if (!(value instanceof Value) || !name) throw new ReplyError('After “assign” a name is missing');
  if (['__proto__', 'constructor', 'prototype'].includes(name))
    throw new ReplyError(`“${name}” can’t be assigned`);
  const needs = needsOf(value);
  assign.render = function* (context) {
    const { incomplete } = stateOf(context);
    const [missing] = missingFor(needs, context);
    const result: unknown = missing ? undefined : yield value.value(context, true);
    incomplete.delete(name);
    if (missing) incomplete.set(name, missing);
    Object.assign(context.bottom(), { [name]: result });
  };
}

function missingFor({ own, isOwnOptional, others }: ReturnType<typeof needsOf>, context: Context): string[] {
  const needed = own && !isOwnOptional ? [own, ...others] : others;
  return needed
    .filter(path => textOf(context.getSync(path)) === '')
    .map(path => named(path, stateOf(context)));
}

/** The path as people fill it in: that of an incomplete assignment is the one it lacks. */
const named = (path: Path, { incomplete }: State) => incomplete.get(path[0] ?? '') ?? path.join('.');

const textOf = (value: unknown) =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

function stateOf(context: Context): State {
  const state = states.get(context);
  if (!state) throw new Error('This template is rendered by renderTemplate only.');
  return state;
}

/** Renders; gives the text with a mark for each output, and the outputs. */
export function renderTemplate(
  templates: Template[],
  variables: object,
): { text: string; outputs: Filled[] } {
  const context = new Context(variables, engine.options, { sync: true }, { liquid: engine });
  const state: State = { outputs: [], length: 0, incomplete: new Map() };
  states.set(context, state);
  const text = String(engine.renderSync(templates, context));
  return { text, outputs: state.outputs };
}
