// Running a command from the full page: says what happened, offers the way back.
import { AnswerError, call } from '../../lib/rpc/client';
import { toast } from './toast';

/** Gives whether the command was carried out. */
export async function act(text: string, run: () => Promise<{ commandId: string }>): Promise<boolean> {
  try {
    const { commandId } = await run();
    toast.value = { text, undo: () => void act('Undone', () => call('journal.undo', { id: commandId })) };
    return true;
  } catch (error) {
    toast.value = {
      text: error instanceof AnswerError ? error.message : 'That did not work. Nothing was changed.',
      bad: true,
    };
    return false;
  }
}
