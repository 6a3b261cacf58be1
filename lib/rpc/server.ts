// The server: refuses what the role may not ask, parses the input, runs the procedure, words its errors.
import type { z } from 'zod';
import { failureSentence } from '../crm/failure';
import { CallError, type Caller, type Context, type Procedure } from '../crm/procedure';
import { type Answer, largestCall, type Request } from './wire';

/** Procedures by name, whatever they take: the input is parsed by the procedure's own schema before it runs. */
type Procedures = Record<
  string,
  { roles: readonly string[]; input: z.ZodType; run: Procedure<never, unknown>['run'] }
>;

/** Everything of the context that does not depend on the call. */
export type Surroundings = Omit<Context, 'caller' | 'now'> & { now(): number };

const refuse = (code: CallError['code'], message: string): Answer => ({ ok: false, code, message });

/** Answers one request. Never throws: every failure becomes an answer with a code and a sentence. */
export async function answer(
  procedures: Procedures,
  request: Request,
  caller: Caller | undefined,
  surroundings: Surroundings,
): Promise<Answer> {
  const definition = Object.hasOwn(procedures, request.name) ? procedures[request.name] : undefined;
  if (!caller || !definition?.roles.includes(caller.role))
    return refuse('forbidden', 'This is not allowed from here.');
  if (!(await isConfirmed(request.name, caller, surroundings)))
    return refuse('forbidden', 'This sidebar was not opened by Regulars.');
  if (isTooLarge(request.input, caller)) return refuse('limit', 'This is too large to be handled.');
  const input = definition.input.safeParse(request.input);
  if (!input.success) return refuse('invalid', wording(input.error.issues));
  try {
    const context: Context = { ...surroundings, caller, now: surroundings.now() };
    return { ok: true, value: await definition.run(input.data as never, context) };
  } catch (error) {
    if (error instanceof CallError) return refuse(error.code, error.message);
    return refuse('failed', failureSentence(error));
  }
}

/** A sidebar in a page may only say hello until its ticket was accepted. */
async function isConfirmed(name: string, caller: Caller, { session }: Surroundings): Promise<boolean> {
  if (caller.role !== 'frame' || name === 'views.hello') return true;
  if (caller.tabId === undefined || caller.frameId === undefined) return false;
  const view = await session.view(caller.tabId, caller.frameId);
  return view !== undefined && (view.documentId === undefined || view.documentId === caller.documentId);
}

/** Pages are limited to 64 KB; own pages may bring texts and imports in portions. */
function isTooLarge(input: unknown, caller: Caller): boolean {
  const limit = caller.role === 'page' ? largestCall : 16 * largestCall;
  try {
    return (JSON.stringify(input) ?? '').length > limit;
  } catch {
    // Firefox lets circles and big integers through, and what is nested too deeply can't be measured either.
    return true;
  }
}

function wording(issues: { path: PropertyKey[]; message: string }[]): string {
  const [first] = issues;
  return first
    ? `${first.path.map(String).join('.') || 'input'}: ${first.message}`
    : 'The input is not valid.';
}
