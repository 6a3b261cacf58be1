// The way back of a whole import.
import { call } from '../../../lib/rpc/client';
import { runTask } from '../run-task';
import { toast } from '../toast';

type Import = { id: string; file: { name: string } };

/** Takes an import back; gives whether that was done. What stays is told at the foot of the page. */
export async function takeBack({ id, file }: Import): Promise<boolean> {
  const outcome = await runTask({ do: 'take-back', batch: id }, ({ progress }) => {
    toast.value = { text: `Taking back ${file.name}: ${progress}` };
  });
  await call('views.changed', {});
  if ('failed' in outcome) {
    toast.value = { text: outcome.failed, bad: true };
    return false;
  }
  if (outcome.done !== 'take-back') return false;
  toast.value = { text: summary(outcome.took.kept) };
  return true;
}

function summary(kept: readonly string[]): string {
  if (kept.length === 0) return 'The import is taken back.';
  const [first, ...others] = kept;
  const names = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `The import is taken back. ${names} stay: you worked with them since.`;
}
