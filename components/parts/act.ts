// Running a command: says what happened, and offers the way back.
import type { Signal } from '@preact/signals';
import { AnswerError, call } from '../../lib/rpc/client';
import type { ToastContent } from '../ui/Toast';

type Toast = Signal<ToastContent | undefined>;
type Act = (text: string, run: () => Promise<{ commandId: string }>) => Promise<boolean>;

const failed = (error: unknown): ToastContent => ({
  text: error instanceof AnswerError ? error.message : 'That did not work. Nothing was changed.',
  bad: true,
});

async function undo(toast: Toast, commandId: string): Promise<void> {
  try {
    const { result } = await call('journal.undo', { id: commandId });
    toast.value = { text: result.kept.length > 0 ? 'Undone, except for what was changed since' : 'Undone' };
  } catch (error) {
    toast.value = failed(error);
  }
}

/** Runs commands for a screen: tells in `toast`, and waits for `after` when something was changed. */
export function actor(toast: Toast, after: () => Promise<void> = async () => undefined): Act {
  return async (text, run) => {
    try {
      const { commandId } = await run();
      toast.value = { text, undo: () => void undo(toast, commandId).then(after) };
      await after();
      return true;
    } catch (error) {
      toast.value = failed(error);
      return false;
    }
  };
}
