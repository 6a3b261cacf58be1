// The typed client: asks the background and gives its answer, repeating once when the worker died on the way.
import { browser } from 'wxt/browser';
import type { CallName, InputOf, OutputOf } from '../crm/calls';
import { isAnswer, type Request } from './wire';

/** A refusal or failure that came back; `code` is one of `CallError`'s. */
export class AnswerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'AnswerError';
  }
}

/** While an import runs, a change waits this long (ms) and is tried again this often before the user is told. */
const [busyPause, busyTries] = [500, 20];

const isBusy = (answer: unknown) => isAnswer(answer) && !answer.ok && answer.code === 'busy';

/**
 * Calls a procedure of the background. Throws `AnswerError` when it refuses or fails. The call carries an id, so
 * that a repetition after a lost answer is carried out once.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
  id: string = crypto.randomUUID(),
): Promise<OutputOf<Name>> {
  const request: Request = { regulars: 'call', name, id, input };
  let answer = await sendTwice(request);
  for (let tries = 0; isBusy(answer) && tries < busyTries; tries++) {
    await new Promise(resolve => setTimeout(resolve, busyPause));
    answer = await sendTwice(request);
  }
  if (!isAnswer(answer)) throw new AnswerError('failed', 'Regulars did not answer. Try again.');
  if (!answer.ok) throw new AnswerError(answer.code, answer.message);
  return answer.value as OutputOf<Name>;
}

async function sendTwice(request: Request): Promise<unknown> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    if (isAnswer(answer)) return answer;
  } catch {
    // The worker stopped before it answered: the message port closed. The same id makes the repetition safe.
  }
  return browser.runtime.sendMessage(request);
}
