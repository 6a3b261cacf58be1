// The way back of a whole import, or of a restore, which is one too.
import { call } from '../../../lib/rpc/client';
import { runTask } from '../run-task';
import { toast } from '../toast';

/** What came from a file: the id is that of its batch. */
type Brought = { id: string; file: { name: string } };

/** Takes it back; gives whether that was done. What stays is told at the foot of the page. */
export async function takeBack({ id, file }: Brought, what = 'import'): Promise<boolean> {
  const outcome = await runTask({ do: 'take-back', batch: id }, ({ progress }) => {
    toast.value = { text: `Taking back ${file.name}: ${progress}` };
  });
  await call('views.changed', {});
  if ('failed' in outcome) {
    toast.value = { text: outcome.failed, bad: true };
    return false;
  }
  if (outcome.done !== 'take-back') return false;
  toast.value = { text: `The ${what} is taken back.${who(outcome.took.kept)}` };
  return true;
}

function who(kept: readonly string[]): string {
  if (kept.length === 0) return '';
  const [first, ...others] = kept;
  const names = others.length === 0 ? first : `${first} and ${others.length} more`;
  return ` ${names} stay: you worked with them since.`;
}
