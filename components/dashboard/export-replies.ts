// A file of replies, for another computer or somebody else.
import { runTask } from './run-task';
import { saveFile } from './save-file';
import { toast } from './toast';

/** Offers the replies with these ids, or all, as a file. */
export async function exportReplies(ids: string[] | undefined): Promise<void> {
  const outcome = await runTask({ do: 'export-replies', ...(ids && { ids }) });
  if ('failed' in outcome) {
    toast.value = { text: outcome.failed, bad: true };
    return;
  }
  if (outcome.done !== 'export-replies') return;
  saveFile(
    `replies-${new Date().toISOString().slice(0, 10)}.json`,
    new Blob([outcome.text], { type: 'application/json' }),
  );
  toast.value = { text: outcome.count === 1 ? 'One reply exported' : `${outcome.count} replies exported` };
}
