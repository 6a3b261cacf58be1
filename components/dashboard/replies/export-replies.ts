// A file of replies, for another computer or somebody else.
import { runTask } from '../run-task';
import { saveDated } from '../save-file';
import { toast } from '../toast';

/** Offers the replies with these ids, or all, as a file. */
export async function exportReplies(ids: string[] | undefined): Promise<void> {
  const outcome = await runTask({ do: 'export-replies', ...(ids && { ids }) });
  if ('failed' in outcome) {
    toast.value = { text: outcome.failed, bad: true };
    return;
  }
  if (outcome.done !== 'export-replies') return;
  saveDated('replies', 'json', outcome.text);
  toast.value = { text: outcome.count === 1 ? 'One reply exported' : `${outcome.count} replies exported` };
}
